import type { Match, Vendor } from '../../diagnosis/types';
import { pageLengths } from '../bodies';

const page = { source: 'https://github.com/openresty/openresty', verified: '2026-11-22' } as const;
const upstream = { source: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html', verified: '2026-11-22' } as const;
const log = {
  text: 'Read the error log of that second: a Lua error names file and line, an upstream error the reason',
  command: 'sudo tail -50 /usr/local/openresty/nginx/logs/error.log',
} as const;

const PAGE: Match = { bodyMatches: /<hr ?\/?>\s{0,8}<center>\s{0,8}openresty(?:\/[\w.-]{3,24})?\s{0,8}<\/center>/i, near: '<center>' };

/** OpenResty: nginx with Lua. Its page says `openresty`; a 500 is mostly a Lua exception. */
export const openresty: Vendor = {
  id: 'openresty',
  name: 'OpenResty',
  kind: 'proxy',
  depth: 4,
  onPath: [
    {
      when: {
        all: [
          { header: 'server', matches: /^openresty\b/i },
          { not: { header: 'x-kong-proxy-latency' } },
          { not: { header: 'via', has: 'kong' } },
        ],
      },
      says: '`server: {value}`; it writes this on relayed responses too',
      version: /openresty\/([\w.]+)/i,
      documented: true,
      ...page,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { etagSize: true },
          { header: 'server', matches: /^openresty\b/i },
          { status: [500, 502, 503, 504] },
          { absent: 'x-powered-by' },
        ],
      },
      strength: 'strong',
      says: '`etag: {value}` holds the time and size of a file: OpenResty served its own error page from disk (`error_page`)',
      source: 'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_core_module.c',
      verified: '2026-11-25',
    },
    {
      when: {
        all: [
          PAGE,
          {
            header: 'server',
            matches: /^(?:openresty|nginx|cloudflare|cloudfront|(?:istio-)?envoy|apache|caddy|google frontend|vercel|netlify|fly\/)/i,
          },
          { not: { body: 'apisix.apache.org' } },
          { not: { header: 'content-type', has: 'json' } },
        ],
      },
      strength: 'conclusive',
      says: "The body is OpenResty's built-in page, signed `{value}`",
      version: /openresty\/([\w.]+)/i,
      documented: true,
      ...page,
    },
    {
      when: {
        all: [
          PAGE,
          {
            not: {
              header: 'server',
              matches:
                /^(?:openresty|nginx|cloudflare|cloudfront|(?:istio-)?envoy|apache|caddy|google frontend|vercel|netlify|fly\/|APISIX|kong|tengine|bunny|ddos-guard|qrator)/i,
            },
          },
          { not: { body: 'apisix.apache.org' } },
          { not: { header: 'content-type', has: 'json' } },
        ],
      },
      strength: 'strong',
      says: "The body is OpenResty's built-in page, signed `{value}`; gateways built on it write it too",
      version: /openresty\/([\w.]+)/i,
      ...page,
    },
    {
      when: {
        bodyMatches: /^\s{0,20}5\d\d (?:[A-Z][a-z]+[ -]){1,3}[A-Za-z-]{3,12}\s{1,20}(?:-{3,80}\s{1,8})?openresty(?:\/[\w.-]{3,24})?\s*$/,
        near: 'openresty',
      },
      strength: 'strong',
      says: "The text is OpenResty's built-in page as a browser shows it",
      version: /openresty\/([\w.]+)/i,
      documented: true,
      ...page,
    },
    {
      when: {
        all: [
          { header: 'content-type', is: 'text/html' },
          { absent: 'x-powered-by' },
          { absent: 'x-kong-proxy-latency' },
          {
            any: [
              {
                all: [
                  { header: 'server', is: 'openresty' },
                  {
                    length: pageLengths,
                    plus: 4,
                  },
                ],
              },
              {
                all: [
                  { header: 'server', matches: /^openresty\/[\d.]{8}$/ },
                  {
                    length: pageLengths,
                    plus: 13,
                  },
                ],
              },
            ],
          },
        ],
      },
      strength: 'strong',
      says: '`content-length` is exactly that of the built-in page for this `server`',
      documented: true,
      ...page,
    },
  ],
  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      also: ['proxy_internal_error', 'proxy_configuration_error', 'proxy_loop_detected'],
      confidence: 'possible',
      verdict: 'OpenResty answered this 500 itself: most often the Lua code in it threw.',
      cause: 'A Lua exception, a rewrite cycle or a broken configuration; one page for all of them.',
      look: "OpenResty's error log; the backend's log has nothing about this request",
      steps: [log, { text: 'Was the Lua code or the configuration changed in that minute?' }],
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
      verdict: 'OpenResty answered for your app: the backend behind it gave no valid answer.',
      cause: 'The backend refused or dropped the connection, or its answer was invalid; one page for all of it except timeouts.',
      look: "OpenResty's error log; if the backend was down, its own log is silent",
      steps: [log, { text: '`(111: Connection refused)` means nothing listens: check the process and its port', command: 'sudo ss -ltnp' }],
      ...upstream,
    },
    {
      status: 503,
      role: 'gateway',
      fault: 'overloaded',
      also: ['maintenance', 'connection_limit_reached', 'proxy_internal_response', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'OpenResty turned this request away itself: a limit, a maintenance rule, or its Lua code.',
      cause: 'A 503 comes from `limit_req`, `limit_conn`, `return 503` or Lua; a dead backend would be 502.',
      look: 'limits and Lua code of this path',
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
      verdict: 'OpenResty gave up waiting: the backend sent nothing in time.',
      cause: 'The backend took the request and sent nothing within `proxy_read_timeout`, or never accepted the connection.',
      look: "the application's slow request at that time, then OpenResty's error log",
      steps: [log, { text: 'Compare {waited} with `proxy_read_timeout` (default 60 s)' }],
      documented: true,
      ...upstream,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['http_request_error', 'proxy_internal_response', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'A rule or Lua code gave this status.',
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
  docs: 'https://openresty.org/en/',
};
