import type { Vendor } from '../../diagnosis/types';

const proxy = { source: 'https://pkg.go.dev/net/http/httputil#ReverseProxy', verified: '2026-11-22' } as const;
const http = { source: 'https://pkg.go.dev/net/http#Error', verified: '2026-11-22' } as const;
const log = { text: "Read the program's standard error: ReverseProxy logs `http: proxy error: …` with the cause" } as const;

/** Go's own HTTP server: `ReverseProxy` answers failures with a bare 502, `http.Error` with plain text. */
export const goNetHttp: Vendor = {
  id: 'go-net-http',
  name: 'Go net/http',
  kind: 'application',
  depth: 5,
  onPath: [],
  issued: [
    {
      when: {
        all: [
          { status: 502 },
          { bodyEmpty: true },
          { header: 'date' },
          { absent: 'server' },
          { absent: 'content-type' },
          { absent: 'via' },
          { absent: 'x-request-id' },
          { absent: 'cache-control' },
          { absent: 'x-krakend' },
          { absent: 'l5d-proxy-error' },
        ],
      },
      strength: 'supporting',
      says: "A 502 with no body and nothing but `date`: how Go's ReverseProxy reports a failed backend, and Linkerd too",
      ...proxy,
    },
    {
      when: {
        all: [
          { status: 500 },
          { header: 'x-content-type-options', is: 'nosniff' },
          { header: 'content-type', is: 'text/plain; charset=utf-8' },
          { absent: 'server' },
          { absent: 'etag' },
          { absent: 'x-powered-by' },
          { absent: 'x-frame-options' },
          { absent: 'content-security-policy' },
        ],
      },
      strength: 'supporting',
      says: "`nosniff` with plain text and no `server`: what Go's `http.Error` sends",
      documented: true,
      ...http,
    },
  ],
  codes: [
    {
      status: 502,
      when: { bodyEmpty: true },
      role: 'origin',
      fault: 'connection_refused',
      also: [
        'connection_terminated',
        'connection_read_timeout',
        'dns_error',
        'tls_certificate_error',
        'connection_timeout',
        'http_protocol_error',
      ],
      confidence: 'possible',
      verdict: 'A proxy written in Go may have answered: the backend behind it gave no valid answer.',
      cause:
        'The backend refused or dropped the connection, or its name or certificate is wrong; ReverseProxy says all of it with an empty 502.',
      look: 'the log of the program that proxies',
      steps: [log],
      ...proxy,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'possible',
      verdict: 'Your Go program answered this itself, with `http.Error`.',
      cause: 'A handler reported an error; a panic would have closed the connection instead.',
      look: "the program's log at that time",
      steps: [{ text: "Search the program's log for `{path}` at {time}" }],
      documented: true,
      ...http,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [log],
  docs: 'https://pkg.go.dev/net/http/httputil#ReverseProxy',
};
