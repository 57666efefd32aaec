import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://nextjs.org/docs/app/api-reference/file-conventions/error', verified: '2026-11-22' } as const;
const proxy = {
  source: 'https://github.com/vercel/next.js/blob/canary/packages/next/src/server/lib/router-utils/proxy-request.ts',
  verified: '2026-11-22',
} as const;

/** Next.js, self-hosted or on a platform. */
export const nextjs: Vendor = {
  id: 'nextjs',
  name: 'Next.js',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { header: 'x-powered-by', is: 'Next.js' },
      says: '`x-powered-by: {value}`: Next.js handled this request',
      documented: true,
      ...docs,
    },
    {
      when: {
        any: [
          { header: 'x-nextjs-cache' },
          { header: 'x-nextjs-prerender' },
          { header: 'x-nextjs-stale-time' },
          { header: 'vary', has: 'Next-Router-State-Tree' },
        ],
      },
      says: '`{value}` is set by Next.js',
      documented: true,
      ...docs,
    },
    {
      // Caddy tags files in base 36 too, and sends the time of the file beside.
      when: { all: [{ etagSize: 36 }, { absent: 'last-modified' }] },
      says: '`etag: {value}` ends in the length of the page in base 36, as Next.js makes them',
      source: 'https://github.com/vercel/next.js/blob/814a22c10a40099d264d3136ec4372ebf8411993/packages/next/src/server/lib/etag.ts',
      verified: '2026-11-30',
    },
  ],
  issued: [
    {
      when: {
        any: [
          { body: 'id="__next_error__"' },
          { body: 'class="next-error-h1"' },
          { all: [{ body: '__NEXT_DATA__' }, { body: '"page":"/_error"' }] },
          { all: [{ body: '__NEXT_DATA__' }, { body: '"page":"/500"' }] },
        ],
      },
      strength: 'conclusive',
      says: 'The body is the error page of Next.js: `{value}`',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { body: '/_next/' },
          {
            any: [
              { body: 'Internal Server Error' },
              { body: '500: ' },
              { body: 'Application error: a server-side exception has occurred' },
            ],
          },
        ],
      },
      strength: 'strong',
      says: 'The page is built by Next.js and says that the server failed',
      documented: true,
      ...docs,
    },
    {
      when: { body: 'Application error: a server-side exception has occurred' },
      strength: 'conclusive',
      says: 'The text is how Next.js reports an exception on the server',
      documented: true,
      ...docs,
    },
    {
      when: { all: [{ header: 'x-powered-by', is: 'Next.js' }, { bodyIs: 'Internal Server Error' }] },
      strength: 'strong',
      says: "The bare phrase is Next.js's last fallback: its error page failed too",
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
      cause: 'A page, route handler or server component threw; a `digest` on the page is the key to the server log.',
      look: "the server's log: search for the `digest` or this path",
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 30000,
      status: [500],
      fault: 'http_response_timeout',
      role: 'origin',
      name: '`proxyTimeout` of a rewrite, default 30 s',
      ...proxy,
    },
  ],
  ids: [],
  steps: [
    { text: "Search the server's log around {time} for `{path}`; the same `digest` stands on the page and in the log" },
    { text: 'Is this path a rewrite (`rewrites` in `next.config`)? Then the service behind it failed or took 30 s: ask it directly' },
    { text: 'Reproduce it with the stack shown', command: 'npx next dev' },
  ],

  docs: 'https://nextjs.org/docs/app/getting-started/error-handling',
};
