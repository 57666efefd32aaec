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
