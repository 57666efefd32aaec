import type { Vendor } from '../../diagnosis/types';

const answers = {
  source: 'https://github.com/sozu-proxy/sozu/blob/main/lib/src/protocol/kawa_h1/answers.rs',
  verified: '2026-12-01',
} as const;
const manual = { source: 'https://github.com/sozu-proxy/sozu/blob/main/doc/configure.md', verified: '2026-12-01' } as const;
const defaults = { source: 'https://github.com/sozu-proxy/sozu/blob/main/command/src/config.rs', verified: '2026-12-01' } as const;
const log = { text: 'Find `{sozu-id}` in Sōzu’s log; on Clever Cloud send it to the support' } as const;

/** Sōzu, the proxy that Clever Cloud runs. */
export const sozu: Vendor = {
  id: 'sozu',
  name: 'Sōzu',
  kind: 'proxy',
  depth: 3,
  onPath: [{ when: { header: 'sozu-id' }, says: '`sozu-id: {value}` stands on everything that passes Sōzu', ...manual }],
  issued: [
    {
      // Without its charset the name may arrive as other characters.
      when: { bodyMatches: /This is an automatic answer by S.{1,2}zu\b/, near: 'automatic answer by' },
      strength: 'conclusive',
      says: 'The page is signed “This is an automatic answer by Sōzu”',
      ...answers,
    },
  ],
  codes: [
    {
      status: 502,
      role: 'origin',
      fault: 'http_protocol_error',
      also: ['http_response_incomplete'],
      confidence: 'likely',
      verdict: 'Sōzu answered for your app: what the backend sent is not valid HTTP.',
      cause: 'The response could not be parsed; `parsing_phase` on the page may say where.',
      look: 'What the backend writes to the socket',
      steps: [log],
      ...answers,
    },
    {
      status: 503,
      when: { body: 'Backend closed after consuming part of the request' },
      role: 'origin',
      fault: 'connection_terminated',
      also: ['http_response_incomplete'],
      confidence: 'likely',
      verdict: 'Sōzu answered for your app: the backend took the request and closed without an answer.',
      cause: 'The process crashed, was restarted or closed the connection while it handled this request.',
      look: 'The app’s log at this second: a crash, a restart, out of memory',
      steps: [log],
      source: 'https://github.com/sozu-proxy/sozu/blob/main/lib/src/protocol/kawa_h1/mod.rs',
      verified: '2026-12-01',
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'connection_timeout', 'connection_terminated'],
      confidence: 'possible',
      verdict: 'Sōzu answered: it got no answer from any backend of this app.',
      cause: 'No backend is running, none accepts connections, or one closed before it answered; the page may say which.',
      look: 'Is the app running and listening; its log at this time',
      steps: [{ text: 'Is it listening?', command: 'sudo ss -ltnp' }, log],
      ...answers,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['http_response_timeout', 'overloaded'],
      confidence: 'likely',
      verdict: 'Sōzu gave up waiting: the backend sent nothing in time.',
      cause: 'Nothing came within `back_timeout`; the page names the time.',
      look: 'The application’s slow request at that time',
      steps: [{ text: 'Compare {waited} with `back_timeout`' }, log],
      ...answers,
    },
    {
      status: 507,
      role: 'gateway',
      fault: 'http_response_header_section_size',
      also: ['proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'Sōzu answered: the head of the response does not fit its buffer.',
      cause: 'The app’s response headers are larger than `buffer_size`.',
      look: 'The size of the response headers; `buffer_size`',
      steps: [log],
      ...answers,
    },
  ],
  timeouts: [
    {
      ms: 30_000,
      status: [504],
      fault: 'connection_read_timeout',
      role: 'origin',
      name: '`back_timeout`, default 30 s',
      documented: true,
      ...defaults,
    },
  ],
  ids: [{ header: 'sozu-id', name: 'Sōzu id', lookup: 'search Sōzu’s access log and the backend’s log: both have it', ...manual }],
  steps: [log],
  docs: 'https://github.com/sozu-proxy/sozu/blob/main/doc/configure.md',
};
