import type { Vendor } from '../../diagnosis/types';

const page = { source: 'https://en.angie.software/angie/docs/', verified: '2026-11-22' } as const;
const upstream = {
  source: 'https://en.angie.software/angie/docs/configuration/modules/http/http_upstream/',
  verified: '2026-11-22',
} as const;
const log = {
  text: 'Read the error log of that second: the reason in brackets names the fault',
  command: 'sudo tail -50 /var/log/angie/error.log',
} as const;

/** Angie, a fork of nginx: same pages and rules, signed with its own name. */
export const angie: Vendor = {
  id: 'angie',
  name: 'Angie',
  kind: 'proxy',
  depth: 4,
  onPath: [
    {
      when: { header: 'server', matches: /^Angie\b/i },
      says: '`server: {value}`; it writes this on relayed responses too',
      version: /Angie\/([\w.]+)/i,
      documented: true,
      ...page,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { bodyMatches: /<hr ?\/?>\s{0,8}<center>\s{0,8}Angie(?:\/[\w.-]{3,24})?\s{0,8}<\/center>/i, near: '<center>' },
          { not: { header: 'content-type', has: 'json' } },
        ],
      },
      strength: 'conclusive',
      says: "The body is Angie's built-in page, signed `{value}`",
      version: /Angie\/([\w.]+)/i,
      documented: true,
      ...page,
    },
    {
      when: {
        bodyMatches: /^\s{0,20}5\d\d (?:[A-Z][a-z]+[ -]){1,3}[A-Za-z-]{3,12}\s{1,20}(?:-{3,80}\s{1,8})?Angie(?:\/[\w.-]{3,24})?\s*$/,
        near: 'angie',
      },
      strength: 'strong',
      says: "The text is Angie's built-in page as a browser shows it",
      version: /Angie\/([\w.]+)/i,
      documented: true,
      ...page,
    },
  ],
  codes: [
    {
      status: 500,
      role: 'gateway',
      fault: 'proxy_configuration_error',
      also: ['proxy_loop_detected', 'proxy_internal_error', 'application_error'],
      confidence: 'possible',
      verdict: 'Angie answered this 500 itself: its configuration led nowhere.',
      cause: 'A rewrite cycle, an empty `proxy_pass` variable or a failed `auth_request`; one page for all of them.',
      look: "Angie's error log",
      steps: [log],
      documented: true,
      ...page,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: [
        'connection_terminated',
        'destination_unavailable',
        'http_response_incomplete',
        'http_protocol_error',
        'http_response_header_section_size',
        'dns_error',
        'tls_protocol_error',
        'tls_certificate_error',
      ],
      confidence: 'possible',
      verdict: 'Angie answered for your app: the backend behind it gave no valid answer.',
      cause: 'The backend refused or dropped the connection, or its answer was invalid; one page for all of it except timeouts.',
      look: "Angie's error log; if the backend was down, its own log is silent",
      steps: [log, { text: '`(111: Connection refused)` means nothing listens: check the process and its port', command: 'sudo ss -ltnp' }],
      ...upstream,
    },
    {
      status: 503,
      role: 'gateway',
      fault: 'overloaded',
      also: ['maintenance', 'connection_limit_reached', 'proxy_internal_response', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'Angie turned this request away itself: a rate limit or a maintenance rule.',
      cause: 'A 503 comes from `limit_req`, `limit_conn`, `return 503`; a dead backend would be 502.',
      look: 'limits and `return 503` in the configuration',
      steps: [log],
      documented: true,
      ...upstream,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['connection_timeout', 'http_response_timeout', 'overloaded'],
      confidence: 'likely',
      verdict: 'Angie gave up waiting: the backend sent nothing in time.',
      cause: 'The backend took the request and sent nothing within `proxy_read_timeout`, or never accepted the connection.',
      look: "the application's slow request at that time, then Angie's error log",
      steps: [log, { text: 'Compare {waited} with `proxy_read_timeout` (default 60 s)' }],
      documented: true,
      ...upstream,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['http_request_error', 'proxy_internal_response', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'A rule of the configuration gave this status.',
      look: 'the configuration for this path',
      steps: [log],
      documented: true,
      ...upstream,
    },
  ],
  timeouts: [
    {
      ms: 60_000,
      times: [1, 2, 3],
      status: [504],
      fault: 'connection_read_timeout',
      role: 'origin',
      name: '`proxy_read_timeout`, default 60 s',
      ...upstream,
    },
  ],
  ids: [],
  steps: [log],
  docs: 'https://en.angie.software/angie/docs/',
};
