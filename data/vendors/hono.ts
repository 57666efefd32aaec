import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://github.com/honojs/hono/blob/main/src/hono-base.ts', verified: '2026-11-22' } as const;

/** Hono, on Node.js and other runtimes. */
export const hono: Vendor = {
  id: 'hono',
  name: 'Hono',
  kind: 'application',
  depth: 6,
  onPath: [],
  issued: [
    {
      when: {
        all: [{ bodyIs: 'Internal Server Error' }, { header: 'content-type', matches: /^text\/plain; charset=UTF-8$/ }, { status: 500 }],
      },
      strength: 'supporting',
      says: "`Internal Server Error` as `text/plain; charset=UTF-8`, in capitals, is Hono's error handler",
      documented: true,
      ...docs,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A handler or middleware threw; Hono logs the error and sends the bare phrase.',
      look: "the application's standard error output",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time}: Hono prints the error with `console.error`' },
    { text: 'Answer and log in `app.onError`' },
  ],

  docs: 'https://hono.dev/docs/api/hono#error-handling',
};
