import type { Vendor } from '../../diagnosis/types';

const CASE = 'https://github.com/crates-io-cn/crates-io-cn/issues/23';
const verified = '2026-11-22';

/** Upyun CDN, whose edge server is called marco. */
export const upyun: Vendor = {
  id: 'upyun',
  name: 'Upyun',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^marco\//i },
      says: '`server: {value}` is Upyun’s edge; it writes it on what it passes on too',
      version: /^marco\/([\w.]+)/i,
      source: CASE,
      verified,
    },
    {
      when: { header: 'via', matches: /^(?:[A-Z]\.\d{1,5}\.[A-Z],|[\s\S]{0,60}\bM\.(?:ctn|cun|cmn|pcn)-)/ },
      says: '`via: {value}` lists Upyun’s nodes',
      source: CASE,
      verified,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'server', matches: /^marco\//i },
          { bodyEmpty: true },
          { status: [500, 502, 503, 504] },
          { absent: 'x-powered-by' },
          { absent: 'set-cookie' },
        ],
      },
      strength: 'strong',
      says: 'An empty body from Upyun’s edge: an answer of an origin would have one',
      source: CASE,
      verified,
    },
  ],
  codes: [
    {
      status: 504,
      role: 'link',
      fault: 'connection_timeout',
      also: ['http_response_timeout', 'connection_read_timeout'],
      confidence: 'possible',
      verdict: 'Upyun answered: the origin did not answer it in time.',
      cause: 'The CDN could not reach the origin, or the origin was too slow.',
      look: 'The origin from outside China and inside',
      steps: [
        { text: 'Ask the origin itself', command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}' },
        { text: 'Give `{x-request-id}` and {time} to Upyun' },
      ],
      source: CASE,
      verified,
    },
    {
      status: [502, 503],
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'connection_terminated', 'http_protocol_error'],
      confidence: 'possible',
      verdict: 'Upyun answered: the origin gave it no valid response.',
      cause: 'The origin refused or dropped the connection.',
      look: 'The origin’s process and firewall',
      source: CASE,
      verified,
      documented: true,
    },
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_error'],
      confidence: 'unknown',
      cause: 'Upyun made this answer itself.',
      look: 'Upyun’s console, by the request id',
      source: CASE,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [
    {
      header: 'x-request-id',
      name: 'Upyun request id',
      lookup: 'give it to Upyun support with the time',
      source: CASE,
      verified,
    },
  ],
  steps: [
    { text: 'Ask the origin itself', command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}' },
    { text: 'Give `{x-request-id}` and {time} to Upyun' },
  ],
};
