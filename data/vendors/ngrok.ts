import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://ngrok.com/docs/errors/', verified: '2026-11-22' } as const;

/** ngrok, the tunnel to a server on a developer computer. */
export const ngrok: Vendor = {
  id: 'ngrok',
  name: 'ngrok',
  kind: 'proxy',
  depth: 1,
  onPath: [
    {
      when: {
        any: [
          { host: '.ngrok.io' },
          { host: '.ngrok.app' },
          { host: '.ngrok.dev' },
          { host: '.ngrok-free.app' },
          { host: '.ngrok-free.dev' },
        ],
      },
      says: 'The host is one of ngrok’s: `{value}`',
      documented: true,
      source: 'https://ngrok.com/docs/universal-gateway/domains/',
      verified: '2026-11-25',
    },
    {
      when: { any: [{ header: 'ngrok-trace-id' }, { header: 'ngrok-agent-ips' }] },
      says: 'A header of ngrok: it carried this response',
      documented: true,
      source: 'https://ngrok.com/docs/cloud-edge/modules/compression/',
      verified: '2026-11-30',
    },
  ],
  issued: [
    {
      when: { header: 'ngrok-error-code' },
      strength: 'conclusive',
      says: "`ngrok-error-code: {value}` stands only on ngrok's own answers",
      documented: true,
      ...docs,
    },
    {
      when: { bodyMatches: /ERR_NGROK_\d{1,5}/, near: 'err_ngrok_' },
      strength: 'conclusive',
      says: 'The page shows `{value}`',
      documented: true,
      ...docs,
    },
  ],
  selfReport: [{ header: 'ngrok-error-code' }, { body: /(ERR_NGROK_\d{1,5})/, near: 'err_ngrok_' }],
  codes: [
    {
      code: 'ERR_NGROK_8012',
      role: 'origin',
      fault: 'connection_refused',
      confidence: 'likely',
      verdict: 'ngrok answered: its agent runs, but your local server refused the connection.',
      cause: 'The agent reached your computer; nothing listened on the port that it forwards to.',
      look: 'whether the local server runs, and on which port',
      also: ['connection_timeout', 'dns_error', 'tls_protocol_error'],
      ...docs,
    },
    {
      code: 'ERR_NGROK_3200',
      role: 'origin',
      fault: 'destination_unavailable',
      confidence: 'likely',
      verdict: 'ngrok answered: no agent is connected for this address.',
      cause: 'The agent is not running, or it runs under another address.',
      look: 'whether `ngrok http …` still runs',
      ...docs,
    },
    {
      code: 'ERR_NGROK_3004',
      role: 'origin',
      fault: 'http_protocol_error',
      confidence: 'likely',
      verdict: 'ngrok answered: your local server sent no valid HTTP.',
      cause: 'The answer of the local server was invalid or cut off, often HTTPS on a port forwarded as HTTP.',
      look: 'scheme and port that the agent forwards to',
      also: ['http_response_incomplete'],
      ...docs,
    },
    {
      code: ['ERR_NGROK_725', 'ERR_NGROK_726', 'ERR_NGROK_727', 'ERR_NGROK_734'],
      role: 'gateway',
      fault: 'quota_exceeded',
      confidence: 'likely',
      verdict: 'ngrok answered: the limit of the account is used up.',
      cause: 'A limit of the ngrok account is reached.',
      look: 'usage in the ngrok dashboard',
      ...docs,
    },
    {
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'http_response_timeout'],
      confidence: 'possible',
      cause: 'ngrok could not get an answer from the computer behind the tunnel.',
      look: "the code's page in ngrok's docs",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Read the page of {code}: https://ngrok.com/docs/errors/' },
    {
      text: 'Does the local server answer on the port of the agent? Its inspector shows what arrived',
      command: 'curl -s http://127.0.0.1:4040/api/tunnels',
    },
    { text: '`localhost` may mean `::1` while the server listens on `127.0.0.1`: forward to the address that it listens on' },
  ],

  docs: 'https://ngrok.com/docs/errors/',
};
