import type { Match, Vendor } from '../../diagnosis/types';
import { noBody, pageLengths } from '../bodies';
import { ingressHsts } from './ingress-nginx';

const source = {
  source: 'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c',
  verified: '2026-11-22',
} as const;
const upstream = { source: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html', verified: '2026-11-22' } as const;
const proxy = { source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html', verified: '2026-11-22' } as const;
const errorLog = {
  text: 'Read the error log of that second: the reason in brackets names the fault',
  command: 'sudo grep -F -- {path} /var/log/nginx/error.log | tail -20',
} as const;

/** The end of nginx' built-in page, with or without its version and build. */
const PAGE: Match = {
  bodyMatches: /<hr ?\/?>\s{0,8}<center>\s{0,8}nginx(?:\/[\w.]{3,12})?(?: \([^)<]{2,24}\))?\s{0,8}<\/center>/i,
  near: '<center>',
};
const HEADING: Match = { bodyMatches: /<h1>\s{0,8}5\d\d [A-Z]/i, near: '<h1>' };
/** CDNs and hosts with nginx inside, whose own page is signed `nginx` under their name. */
const REBRANDED = /^(?:arvancloud|gocache|azion|myracloud|variti|mncdn|netdna|marco\/|pepyaka|imunify360)/i;
/** Names under which nginx' page can only have come from an nginx: its own, and proxies that sign what they pass on. */
const NAMED = /^(?:nginx|openresty|cloudflare|cloudfront|(?:istio-)?envoy|apache|caddy|google frontend|vercel|netlify|fly\/)/i;

/** nginx, the reverse proxy and web server. */
export const nginx: Vendor = {
  id: 'nginx',
  name: 'nginx',
  kind: 'proxy',
  depth: 4,
  onPath: [
    {
      when: { header: 'server', matches: /^nginx\b/i },
      says: '`server: {value}`; nginx writes it on every response, relayed ones too',
      version: /^nginx\/([\w.]+)/i,
      ...proxy,
    },
  ],
  issued: [
    {
      when: {
        all: [PAGE, HEADING, { not: { header: 'content-type', has: 'json' } }, { header: 'server', matches: NAMED }, { not: ingressHsts }],
      },
      strength: 'conclusive',
      says: "The body is nginx's built-in page, signed `{value}`",
      version: /nginx\/([\w.]+)/i,
      ...source,
    },
    {
      when: {
        all: [
          PAGE,
          HEADING,
          { header: 'server' },
          { not: { header: 'server', matches: NAMED } },
          { not: { header: 'server', matches: /qrator|ddos-guard|keycdn|cdn77|bunny|gcore|yunjiasu|sucuri/i } },
          { not: { header: 'server', matches: REBRANDED } },
        ],
      },
      strength: 'strong',
      says: "The body is nginx's built-in page, under another `server`",
      documented: true,
      ...source,
    },
    {
      when: {
        all: [PAGE, { header: 'server', matches: REBRANDED }],
      },
      strength: 'supporting',
      says: "The body is nginx's built-in page; what `server` names is built on nginx and sends the same",
      documented: true,
      ...source,
    },
    {
      when: {
        all: [PAGE, HEADING, { not: { header: 'server' } }, { not: { absent: 'server' } }],
      },
      strength: 'strong',
      says: "The body is nginx's built-in page, signed `{value}`; products with nginx inside send the same",
      version: /nginx\/([\w.]+)/i,
      ...source,
    },
    {
      when: {
        all: [
          { bodyMatches: /<hr ?\/?>\s{0,8}<center>\s{0,8}nginx\/[\w.]{3,12}(?: \([^)<]{2,24}\))?\s{0,8}<\/center>/i, near: '<center>' },
          { not: { header: 'content-type', has: 'json' } },
          { absent: 'server' },
        ],
      },
      strength: 'strong',
      says: "The body is nginx's built-in page, signed `{value}`",
      version: /nginx\/([\w.]+)/i,
      documented: true,
      ...source,
    },
    {
      when: {
        all: [
          { bodyMatches: /<hr ?\/?>\s{0,8}<center>\s{0,8}nginx\s{0,8}<\/center>/i, near: '<center>' },
          { not: { header: 'content-type', has: 'json' } },
          { absent: 'server' },
          { absent: 'date' },
          { not: { status: 503 } },
        ],
      },
      strength: 'strong',
      says: "The body is nginx's built-in page, without a version",
      documented: true,
      ...source,
    },
    {
      when: { all: [{ bodyMatches: /<hr ?\/?>\s{0,8}<center>\s{0,8}nginx\s{0,8}<\/center>/i, near: '<center>' }, { absent: 'server' }] },
      strength: 'supporting',
      says: "The body is nginx's built-in page; the missing `server` header fits ingress-nginx better",
      ...source,
    },
    {
      when: {
        bodyMatches:
          /^\s{0,20}5\d\d (?:[A-Z][a-z]+[ -]){1,3}[A-Za-z-]{3,12}\s{1,20}(?:-{3,80}\s{1,8})?nginx(?:\/[\w.]{3,12})?(?: \([^)<]{2,24}\))?\s*$/,
        near: 'nginx',
      },
      strength: 'strong',
      says: "The text is nginx's built-in page as a browser shows it",
      version: /nginx\/([\w.]+)/i,
      documented: true,
      ...source,
    },
    {
      when: {
        all: [
          {
            bodyMatches:
              /<center>\s{0,8}<h1>\s{0,8}5\d\d [^<]{3,40}<\/h1>\s{0,8}<\/center>\s{0,8}<hr ?\/?>\s{0,8}<center>(?!\s{0,8}(?:nginx\b(?!\w)|openresty|tengine|microsoft|cloudflare|yunjiasu|stgw|nws|qrator|ddos|bunny|keycdn|cdn77|gcore|angie|pepyaka|elb|clb|slb|alb))[^<]{1,60}<\/center>/i,
            near: '<center>',
          },
          { not: { header: 'content-type', has: 'json' } },
        ],
      },
      strength: 'supporting',
      says: "The body has the structure of nginx's built-in page, signed with another name",
      ...source,
    },
    {
      when: {
        all: [{ etagSize: true }, { header: 'server', matches: /^nginx\b/i }, { status: [500, 502, 503, 504] }, { absent: 'x-powered-by' }],
      },
      strength: 'strong',
      says: '`etag: {value}` holds the time and size of a file: nginx served its own error page from disk (`error_page`)',
      documented: true,
      source: 'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_core_module.c',
      verified: '2026-11-22',
    },
    {
      when: {
        all: [
          { header: 'content-type', is: 'text/html' },
          { absent: 'x-powered-by' },
          {
            any: [
              {
                all: [
                  { header: 'server', is: 'nginx' },
                  {
                    length: pageLengths,
                  },
                ],
              },
              {
                all: [
                  { header: 'server', matches: /^nginx\/[\d.]{5}$/ },
                  {
                    length: pageLengths,
                    plus: 6,
                  },
                ],
              },
              {
                all: [
                  { header: 'server', matches: /^nginx\/[\d.]{6}$/ },
                  {
                    length: pageLengths,
                    plus: 7,
                  },
                ],
              },
              {
                all: [
                  { header: 'server', matches: /^nginx\/[\d.]{7}$/ },
                  {
                    length: pageLengths,
                    plus: 8,
                  },
                ],
              },
              {
                all: [
                  { header: 'server', matches: /^nginx\/[\d.]{5} \(Ubuntu\)$/ },
                  {
                    length: pageLengths,
                    plus: 15,
                  },
                ],
              },
              {
                all: [
                  { header: 'server', matches: /^nginx\/[\d.]{6} \(Ubuntu\)$/ },
                  {
                    length: pageLengths,
                    plus: 16,
                  },
                ],
              },
            ],
          },
        ],
      },
      strength: 'strong',
      says: "`content-length` is exactly that of nginx's built-in page for this `server: {value}`",
      ...source,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^nginx\b(?!-)/i },
          { status: [502, 504] },
          { header: 'content-type', is: 'text/html' },
          noBody,
          { absent: 'content-length' },
          { absent: 'x-powered-by' },
          { absent: 'x-request-id' },
          { absent: 'set-cookie' },
          { absent: 'cache-control' },
          { absent: 'etag' },
        ],
      },
      strength: 'supporting',
      says: 'HTML without a charset and without a header of an application: so nginx sends its own page, whose text is not to be seen here',
      documented: true,
      ...source,
    },
    {
      when: { body: 'This is the default error page for nginx that is distributed with' },
      strength: 'strong',
      says: "The body is the error file of Fedora's and EPEL's nginx package",
      documented: true,
      source: 'https://src.fedoraproject.org/rpms/nginx',
      verified: '2026-11-24',
    },
    {
      when: {
        all: [
          {
            any: [{ body: '<title>The page is temporarily unavailable</title>' }, { body: 'nginx error!' }],
          },
          { body: 'The page you are looking for is temporarily unavailable' },
        ],
      },
      strength: 'strong',
      says: "The body is nginx's older error file `50x.html`, as distributions still ship it",
      source: 'https://github.com/johngodley/redirection/issues/2604',
      verified: '2026-11-25',
    },
    {
      when: {
        bodyMatches: /^\s{0,20}The page you are looking for is temporarily unavailable\.\s{1,9}Please try again later\.\s{0,20}$/,
        near: 'the page you are looking for',
      },
      strength: 'supporting',
      says: "The two sentences are those of nginx's older error file `50x.html`",
      source: 'https://github.com/way2muchnoise/CurseForgeBadge-Unofficial/issues/36',
      verified: '2026-11-25',
    },
    {
      when: { all: [{ body: 'Faithfully yours, nginx' }, { body: 'An error occurred' }] },
      strength: 'strong',
      says: "The body is nginx's own error file `50x.html`",
      ...proxy,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^nginx\b(?!-)/i },
          { not: { status: [500, 501, 502, 503, 504, 505, 507] } },
          { bodyEmpty: true },
          { absent: 'content-type' },
          { absent: 'x-powered-by' },
        ],
      },
      strength: 'supporting',
      says: 'nginx has no page for this status: a `return` rule sends it empty and without `content-type`, as this is',
      source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return',
      verified: '2026-11-25',
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^nginx/i },
          { header: 'etag', matches: /^"[0-9a-f]{8}-[0-9a-f]{1,6}"$/ },
          { absent: 'x-powered-by' },
        ],
      },
      strength: 'supporting',
      says: 'The `etag` is that of a file which nginx served itself (`error_page`)',
      ...proxy,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^nginx/i },
          { status: 503 },
          { reason: 'Service Temporarily Unavailable' },
          { header: 'content-type', is: 'text/html' },
        ],
      },
      strength: 'supporting',
      says: 'The reason phrase `{value}` is how nginx spells its own 503',
      ...source,
    },
    {
      // HAProxy spells it so too, and nginx passes its page on: the phrase counts only where no body says otherwise.
      when: {
        all: [{ header: 'server', matches: /^nginx/i }, { status: 504 }, { reason: 'Gateway Time-out' }, noBody],
      },
      strength: 'supporting',
      says: 'The reason phrase `Gateway Time-out` is how nginx spells its own 504',
      documented: true,
      ...source,
    },
  ],
  codes: [
    {
      status: 500,
      when: {
        any: [
          { body: 'Faithfully yours, nginx' },
          { body: 'This is the default error page for nginx' },
          { header: 'etag', matches: /^"[0-9a-f]{8}-[0-9a-f]{1,6}"$/ },
        ],
      },
      role: 'application',
      fault: 'application_error',
      also: ['proxy_configuration_error', 'proxy_internal_error', 'proxy_loop_detected'],
      confidence: 'possible',
      verdict: 'nginx put its error file in place of a 500; most likely your application made the 500.',
      cause:
        'With `proxy_intercept_errors on` nginx replaces the page of an application that failed; an error of nginx itself looks the same.',
      look: "the application's log, then nginx's error log",
      steps: [
        errorLog,
        { text: 'No line there: the application made the 500; read its log at {time}' },
        {
          text: 'Search the configuration for `proxy_intercept_errors` and `error_page`',
          command: "sudo nginx -T | grep -nE 'intercept_errors|error_page'",
        },
      ],
      ...proxy,
    },
    {
      status: 500,
      role: 'gateway',
      fault: 'proxy_configuration_error',
      also: ['proxy_loop_detected', 'proxy_internal_error', 'application_error', 'connection_refused'],
      confidence: 'possible',
      verdict: 'nginx answered this 500 itself: its configuration led nowhere.',
      cause: 'A rewrite cycle, an empty `proxy_pass` variable, a failed `auth_request` or a full disk; nginx has one page for all of them.',
      look: "nginx's error log; the application's log has nothing about this request",
      steps: [
        errorLog,
        { text: '`rewrite or internal redirection cycle` means `try_files` or `rewrite` points at itself, often a missing `index.html`' },
        { text: '`auth request unexpected status` means the service behind `auth_request` is down' },
        { text: '`No space left` or `Permission denied` names a buffer directory of nginx' },
      ],
      ...source,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: [
        'connection_terminated',
        'http_response_incomplete',
        'destination_unavailable',
        'http_response_header_section_size',
        'http_protocol_error',
        'dns_error',
        'dns_timeout',
        'tls_protocol_error',
        'tls_certificate_error',
        'http_response_timeout',
      ],
      confidence: 'possible',
      verdict: 'nginx answered for your app: the backend behind it gave no valid answer.',
      cause: 'The backend refused or dropped the connection, or its answer was invalid; nginx has one page for all of it except timeouts.',
      look: "nginx's error log; if the backend was down, its own log is silent",
      steps: [
        errorLog,
        { text: '`(111: Connection refused)` means nothing listens: check the process and its port', command: 'sudo ss -ltnp' },
        {
          text: '`prematurely closed` or `reset by peer` means the app died or gave up: look for a restart, an out-of-memory kill or a worker timeout',
        },
        {
          text: '`too big header` means raise `proxy_buffer_size`; `SSL` names certificate or protocol; `no live upstreams` means all servers failed just before',
        },
      ],
      ...upstream,
    },
    {
      status: 503,
      role: 'gateway',
      fault: 'overloaded',
      also: ['maintenance', 'connection_limit_reached', 'proxy_internal_response', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'nginx turned this request away itself: a rate limit or a maintenance rule. No backend was asked.',
      cause: "nginx's own 503 comes from `limit_req`, `limit_conn` or `return 503`; a dead backend would be 502.",
      look: 'the limits and `return 503` in the nginx configuration',
      steps: [
        {
          text: '`limiting requests` or `limiting connections` in the error log names the zone',
          command: "sudo grep -E 'limiting (requests|connections)' /var/log/nginx/error.log | tail -20",
        },
        { text: 'No such line: search for a rule', command: "sudo nginx -T | grep -nE 'limit_req|limit_conn|return 503'" },
      ],
      source: 'https://nginx.org/en/docs/http/ngx_http_limit_req_module.html',
      verified: '2026-11-22',
    },
    {
      status: 504,
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['connection_timeout', 'http_response_timeout', 'overloaded'],
      confidence: 'likely',
      verdict: 'nginx gave up waiting: the backend sent nothing in time.',
      cause: 'The backend took the request and sent nothing within `proxy_read_timeout`, or never accepted the connection.',
      look: "the application's slow request at that time, then nginx's error log",
      steps: [
        errorLog,
        {
          text: '`while connecting to upstream` means a firewall or a full queue; `while reading response header` means the app was too slow',
        },
        { text: 'Compare `$upstream_response_time` in the access log with `proxy_read_timeout` (default 60 s)' },
        { text: 'The app may still be working on it: check before the request is repeated' },
      ],
      ...proxy,
    },
    {
      status: [501, 505],
      role: 'gateway',
      fault: 'http_request_error',
      confidence: 'likely',
      verdict: 'nginx refused this request itself: it does not support its method, encoding or HTTP version.',
      cause: 'An unknown `transfer-encoding` or HTTP version in the request; no backend was asked.',
      look: 'the request line and its headers',
      documented: true,
      ...source,
    },
    {
      status: 507,
      role: 'gateway',
      fault: 'proxy_internal_error',
      confidence: 'likely',
      verdict: 'nginx answered: it has no room to store this upload.',
      cause: 'The disk behind WebDAV is full.',
      look: 'free disk space on the nginx host',
      documented: true,
      ...source,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'A rule in the nginx configuration gave this status.',
      look: 'the nginx configuration for this path',
      documented: true,
      ...source,
    },
  ],
  timeouts: [
    {
      ms: 60_000,
      status: [504],
      fault: 'connection_read_timeout',
      role: 'origin',
      name: '`proxy_read_timeout`, default 60 s',
      times: [1, 2, 3],
      ...proxy,
    },
    {
      ms: 30_000,
      status: [502],
      fault: 'connection_terminated',
      role: 'origin',
      name: 'in front of gunicorn, whose worker `timeout` is 30 s by default',
      source: 'https://docs.gunicorn.org/en/stable/settings.html#timeout',
      verified: '2026-11-22',
    },
  ],
  ids: [
    {
      header: 'x-request-id',
      name: 'Request id',
      lookup: 'If nginx sets it from `$request_id`: search it in the access log',
      documented: true,
      source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#var_request_id',
      verified: '2026-11-22',
    },
  ],
  steps: [errorLog],
  test: {
    text: 'On the nginx host, read the line of this request in the access log, with `$upstream_status` in its format.',
    command: 'sudo grep -F -- {path} /var/log/nginx/access.log | tail -5',
    outcomes: [
      { result: '`$upstream_status` is `-`', means: 'nginx answered without asking a backend' },
      {
        result: '`$upstream_status` equals the status and `$upstream_response_length` is not 0',
        means: 'the backend answered this itself',
      },
      { result: 'It is 502 or 504 and the error log has a line of that second', means: 'nginx made the status; that line names the cause' },
    ],
  },
  docs: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html',
};
