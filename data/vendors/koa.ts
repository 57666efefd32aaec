import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://github.com/koajs/koa/blob/master/lib/context.js', verified: '2026-11-22' } as const;

/** Koa, on Node.js. */
export const koa: Vendor = {
  id: 'koa',
  name: 'Koa',
  kind: 'application',
  depth: 6,
  onPath: [],
  issued: [
    {
      when: {
        all: [
          {
            any: [
              { bodyIs: 'Internal Server Error' },
              { bodyIs: 'Service Unavailable' },
              { bodyIs: 'Bad Gateway' },
              { bodyIs: 'Gateway Timeout' },
              { bodyIs: 'Not Implemented' },
            ],
          },
          { header: 'content-type', matches: /^text\/plain; charset=utf-8$/ },
          { header: 'keep-alive', is: 'timeout=5' },
          { absent: 'server' },
          { absent: 'etag' },
          { absent: 'x-powered-by' },
          { absent: 'via' },
        ],
      },
      strength: 'supporting',
      says: "The bare phrase `{value}` as plain text on a Node.js connection is Koa's error; hand-written code can send the same",
      ...docs,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A middleware threw; Koa drops the headers set so far and sends the bare phrase.',
      look: "the application's standard error output: Koa prints the stack there",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time}: Koa prints the stack to standard error unless `app.silent` is set' },
    { text: 'Nothing there: listen to `app.on("error", …)` and log in it' },
  ],

  docs: 'https://github.com/koajs/koa/blob/master/docs/error-handling.md',
};
