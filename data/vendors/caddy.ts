import type { Match, Vendor } from '../../diagnosis/types';

const proxy = { source: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy', verified: '2026-11-22' } as const;
const code = {
  source: 'https://github.com/caddyserver/caddy/blob/master/modules/caddyhttp/reverseproxy/reverseproxy.go',
  verified: '2026-11-24',
} as const;
const log = {
  text: "Read Caddy's error log of that second: `msg` says `connection refused`, `no such host`, `i/o timeout`, `x509` or `EOF`",
  command: "sudo journalctl -u caddy --since {from} --until {to} -o cat | grep -F 'http.log.error'",
} as const;

const EMPTY: readonly Match[] = [
  { header: 'server', is: 'Caddy' },
  { bodyEmpty: true },
  { not: { header: 'content-type' } },
  { not: { header: 'x-request-id' } },
  { not: { header: 'x-powered-by' } },
  { not: { header: 'access-control-allow-origin' } },
];

/** Caddy. Its own errors have no body, and until 2.9 it put its name on every relayed response too. */
export const caddy: Vendor = {
  id: 'caddy',
  name: 'Caddy',
  kind: 'proxy',
  depth: 4,
  onPath: [
    { when: { header: 'server', is: 'Caddy' }, says: '`server: Caddy`; Caddy writes it on relayed responses too', ...proxy },
    { when: { header: 'via', matches: /\bCaddy\b/i }, says: '`via: {value}`', documented: true, ...code },
  ],
  issued: [
    {
      when: {
        all: [...EMPTY, { status: [502, 504] }],
      },
      strength: 'strong',
      says: "No body and no `content-type` under `server: Caddy`: that is Caddy's own error",
      ...proxy,
    },
    {
      when: { all: [...EMPTY, { status: 503 }] },
      strength: 'supporting',
      says: 'No body and no `content-type` under `server: Caddy`: its own error, or an empty 503 that it passed on',
      documented: true,
      ...proxy,
    },
    {
      when: {
        all: [
          { method: 'HEAD' },
          { header: 'server', is: 'Caddy' },
          { status: [502, 503, 504] },
          { absent: 'content-type' },
          { absent: 'content-length' },
          { absent: 'x-request-id' },
          { absent: 'x-powered-by' },
          { absent: 'etag' },
          { absent: 'set-cookie' },
        ],
      },
      strength: 'supporting',
      says: "`server: Caddy` and no header of a body: so Caddy's own error looks to a HEAD request",
      documented: true,
      source: 'https://github.com/caddyserver/caddy/blob/master/modules/caddyhttp/server.go',
      verified: '2026-11-25',
    },
    {
      when: {
        all: [
          // In base 36, older ones without the dash; nginx and Apache behind it write theirs in hex.
          { header: 'etag', matches: /^"[0-9a-z]{6,14}-?[0-9a-z]{1,8}(?:-(?:gzip|br|zstd))?"$/ },
          { not: { any: [{ etagSize: true }, { etagSize: 'first' }] } },
          { header: 'server', is: 'Caddy' },
          { header: 'last-modified' },
          { status: [502, 503, 504] },
          { absent: 'x-powered-by' },
        ],
      },
      strength: 'strong',
      says: '`etag: {value}` holds time and size of a file as Caddy writes them: it served its own error page from disk (`handle_errors`)',
      source: 'https://github.com/caddyserver/caddy/blob/master/modules/caddyhttp/fileserver/staticfiles.go',
      verified: '2026-12-01',
    },
    {
      when: { header: 'via', matches: /\bCaddy\b/i },
      strength: 'against',
      says: '`via: {value}`: Caddy writes it only on responses that it relays',
      documented: true,
      ...code,
    },
  ],
  codes: [
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: [
        'connection_terminated',
        'dns_error',
        'connection_timeout',
        'tls_certificate_error',
        'tls_protocol_error',
        'http_protocol_error',
        'http_response_incomplete',
      ],
      confidence: 'possible',
      verdict: 'Caddy answered for your app: it got no valid answer from the backend.',
      cause: 'The backend refused or dropped the connection, or its name or certificate is wrong; Caddy makes a bare 502 of all of it.',
      look: "Caddy's error log; if the backend was down, its own log is silent",
      steps: [log, { text: 'Is the backend listening where `reverse_proxy` points?', command: 'sudo ss -ltnp' }],
      ...proxy,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'connection_limit_reached', 'maintenance', 'proxy_internal_response'],
      confidence: 'possible',
      verdict: 'Caddy answered: it has no backend that it may use (`no upstreams available`).',
      cause: 'All upstreams fail their health checks or are at their limit, or a `respond` rule says 503.',
      look: 'health checks of `reverse_proxy`',
      steps: [log, { text: 'Ask Caddy for the state of its upstreams', command: 'curl -s localhost:2019/reverse_proxy/upstreams' }],
      documented: true,
      ...proxy,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['http_response_timeout', 'connection_timeout', 'overloaded'],
      confidence: 'likely',
      verdict: 'Caddy gave up waiting: the backend sent nothing in time.',
      cause: 'The backend had the request and sent no headers within `response_header_timeout`.',
      look: "the application's slow request at that time",
      steps: [log, { text: 'Compare {waited} with `response_header_timeout`; Caddy sets none by default' }],
      ...proxy,
    },
    {
      role: 'gateway',
      fault: 'proxy_internal_response',
      also: ['proxy_configuration_error', 'application_error'],
      confidence: 'possible',
      cause: 'A `respond` or `error` rule of the configuration gives this status.',
      look: 'the Caddyfile',
      documented: true,
      ...proxy,
    },
  ],
  timeouts: [{ ms: 3000, status: [502], fault: 'connection_timeout', role: 'link', name: '`dial_timeout`, default 3 s', ...proxy }],
  ids: [],
  steps: [log],
  test: {
    text: "Search Caddy's log for an error of that second.",
    command: "sudo journalctl -u caddy --since {from} --until {to} -o cat | grep -F 'http.log.error'",
    outcomes: [
      { result: 'A line with `err_id`', means: 'Caddy made the status; `msg` names the cause' },
      { result: 'No line', means: 'the application answered it; Caddy only passed it on' },
    ],
  },
  docs: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy',
};
