import type { Vendor } from '../../diagnosis/types';

const http = { source: 'https://nodejs.org/api/http.html', verified: '2026-11-22' } as const;

/** Node.js's own HTTP server, with code that no framework mark names. */
export const node: Vendor = {
  id: 'node',
  name: 'Node.js',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: {
        all: [
          { header: 'keep-alive', is: 'timeout=5' },
          { absent: 'server' },
          { absent: 'x-powered-by' },
          { not: { body: 'trying to proxy' } },
          { not: { body: 'proxy error:' } },
          { not: { all: [{ header: 'content-type', is: 'text/plain' }, { bodyEmpty: true }] } },
        ],
      },
      says: "`keep-alive: {value}` without a maximum is how Node.js's HTTP server keeps a connection open",
      ...http,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { bodyIs: 'Internal Server Error' },
          { header: 'content-type', is: 'text/plain; charset=utf-8' },
          { header: 'connection', is: 'keep-alive' },
          { absent: 'keep-alive' },
          { absent: 'server' },
          { absent: 'via' },
          { absent: 'etag' },
          { header: 'date' },
        ],
      },
      strength: 'supporting',
      says: 'Bare `Internal Server Error` on an open connection without `server` fits a Node.js framework; other servers send the same text',
      ...http,
    },
  ],

  codes: [
    {
      status: 500,
      when: { all: [{ bodyIs: 'Internal Server Error' }, { absent: 'content-type' }] },
      role: 'application',
      fault: 'application_error',
      also: ['connection_refused', 'connection_terminated', 'http_response_timeout', 'dns_error'],
      confidence: 'likely',
      cause: 'Code threw. With Next.js also a rewrite that led to a service which failed: it has the same two words for both.',
      look: "the server's log of that second: a stack, or `Failed to proxy`",
      steps: [
        { text: 'Next.js: `Failed to proxy http://…` in its log names the service and why: `ECONNREFUSED`, `ECONNRESET`, `ENOTFOUND`' },
        { text: 'Next.js: is `{path}` under `rewrites` in `next.config`? Then ask its destination directly' },
        { text: 'Search the log around {time} for an error with a stack' },
      ],
      source: 'https://github.com/vercel/next.js/blob/canary/packages/next/src/server/lib/router-utils/proxy-request.ts',
      verified: '2026-12-01',
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause:
        'A handler of the application failed or chose this status; Node.js itself never answers 5xx, it closes the connection when it crashes.',
      look: "the application's log at this time",
      ...http,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the application log around {time} for an error with a stack' },
    { text: 'Nothing there: log in an error middleware, and listen to `uncaughtException` and `unhandledRejection`' },
    { text: 'See which headers only the application sets', command: 'curl --http1.1 -sv -o /dev/null {url}' },
  ],

  docs: 'https://nodejs.org/api/errors.html',
};
