import type { Vendor } from '../../diagnosis/types';

const page = {
  source: 'https://github.com/alibaba/tengine/blob/master/src/http/ngx_http_special_response.c',
  verified: '2026-11-22',
} as const;
const empty = { source: 'https://github.com/alibaba/tengine/issues/1725', verified: '2026-11-22' } as const;
const log = {
  text: 'Read the error log of that second: the reason in brackets names the fault',
  command: 'sudo tail -50 /var/log/tengine/error.log',
} as const;

/** Tengine, Alibaba's fork of nginx. It speaks Apache's sentences, with the code in the heading. */
export const tengine: Vendor = {
  id: 'tengine',
  name: 'Tengine',
  kind: 'proxy',
  depth: 4,
  onPath: [
    {
      when: { all: [{ header: 'server', matches: /^Tengine\b/i }, { not: { header: 'eagleid' } }] },
      says: '`server: {value}`; it writes this on relayed responses too',
      version: /Tengine\/([\w.]+)/i,
      documented: true,
      ...page,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'server', matches: /^Tengine\b/i },
          { not: { status: [500, 501, 502, 503, 504, 505, 507] } },
          { bodyEmpty: true },
          { absent: 'content-type' },
          { absent: 'x-powered-by' },
        ],
      },
      strength: 'supporting',
      says: 'Tengine has no page for this status: a `return` rule sends it empty and without `content-type`, as this is',
      source: 'https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return',
      verified: '2026-11-25',
    },
    {
      when: {
        all: [
          {
            bodyMatches:
              /<!DOCTYPE HTML PUBLIC "-\/\/IETF\/\/DTD HTML 2\.0\/\/EN">\s{0,8}<html>\s{1,8}<head><title>5\d\d [^<]{3,40}<\/title><\/head>\s{0,8}<body[^>]{0,40}>\s{0,8}(?:<center>)?<h1>5\d\d [A-Z]/i,
            near: '//dtd html 2.0//en',
          },
        ],
      },
      strength: 'strong',
      says: 'Apache’s doctype over nginx’s head, with the code in the heading: that is Tengine’s page',
      ...page,
    },
    {
      when: {
        all: [
          { bodyMatches: /<hr ?\/?>\s{0,4}Powered by [\w./-]{2,40}/i, near: 'Powered by ' },
          { bodyMatches: /<h1>\s{0,4}5\d\d [A-Z]/i, near: '<h1>' },
        ],
      },
      strength: 'strong',
      says: "The body is Tengine's built-in page: `{value}`",
      version: /Tengine\/([\w.]+)/i,
      ...page,
    },
    {
      when: { body: 'Powered by Tengine' },
      strength: 'conclusive',
      says: 'The page is signed by Tengine',
      version: /Tengine\/([\w.]+)/i,
      ...page,
    },
    {
      when: { body: 'Please report this message and include the following information to us' },
      strength: 'conclusive',
      says: "The body is Tengine's page with server information",
      ...page,
    },
    {
      when: {
        all: [
          {
            bodyMatches:
              /(?:<h1>|^)\s{0,8}5\d\d [A-Z][A-Za-z -]{4,40}(?:<\/h1>)?\s{0,8}(?:<p>)?\s{0,8}(?:The server encountered an internal error or\s{1,8}misconfiguration|The requested method to the URL not supported|The proxy server received an invalid response from an upstream server|The server is temporarily unable to service your\s{1,8}request due to maintenance\s{1,8}downtime|The gateway did not receive a timely response from the upstream server)/i,
            near: 'the ',
          },
          { not: { body: '</address>' } },
          { not: { body: 'contact the server administrator' } },
        ],
      },
      strength: 'strong',
      says: "A sentence of Apache under a heading with the code: that is Tengine's page",
      ...page,
    },
  ],
  codes: [
    {
      status: 500,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['proxy_internal_error', 'proxy_configuration_error', 'application_error'],
      confidence: 'possible',
      verdict: 'Tengine answered: most often it has no server left in the group for this.',
      cause: 'Tengine says 500 when the upstream group is empty; a configuration error looks the same.',
      look: "the upstream group and Tengine's error log",
      steps: [log],
      ...empty,
    },
    {
      status: 501,
      role: 'gateway',
      fault: 'http_request_error',
      also: ['http_request_denied', 'proxy_internal_response'],
      confidence: 'likely',
      verdict: 'Tengine refused this request itself: this method is not supported there.',
      cause: 'The method or transfer encoding of the request is not supported.',
      look: 'the request line',
      ...page,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: [
        'connection_terminated',
        'http_protocol_error',
        'destination_unavailable',
        'http_response_incomplete',
        'dns_error',
        'tls_protocol_error',
      ],
      confidence: 'possible',
      verdict: 'Tengine answered for your app: the backend behind it gave no valid answer.',
      cause: 'The backend refused or dropped the connection, or its answer was invalid.',
      look: "Tengine's error log; if the backend was down, its own log is silent",
      steps: [log, { text: 'Is the backend listening?', command: 'sudo ss -ltnp' }],
      documented: true,
      ...page,
    },
    {
      status: 503,
      role: 'gateway',
      fault: 'overloaded',
      also: ['maintenance', 'proxy_internal_response', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'Tengine turned this request away itself: a rate limit or a maintenance rule.',
      cause: 'A 503 comes from `limit_req`, `limit_conn`, `sysguard` or `return 503`.',
      look: 'limits in the configuration',
      steps: [log],
      documented: true,
      ...page,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['connection_timeout', 'http_response_timeout', 'overloaded'],
      confidence: 'likely',
      verdict: 'Tengine gave up waiting: the backend sent nothing in time.',
      cause: 'The backend sent nothing within `proxy_read_timeout`, or never accepted the connection.',
      look: "the application's slow request at that time",
      steps: [log, { text: 'Compare {waited} with `proxy_read_timeout` (default 60 s)' }],
      ...page,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'A rule of the configuration gave this status.',
      look: 'the configuration for this path',
      steps: [log],
      documented: true,
      ...page,
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
      ...page,
    },
  ],
  ids: [],
  steps: [log],
  docs: 'https://tengine.taobao.org/documentation.html',
};
