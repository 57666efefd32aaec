import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://svelte.dev/docs/kit/errors', verified: '2026-11-22' } as const;

/** SvelteKit. */
export const sveltekit: Vendor = {
  id: 'sveltekit',
  name: 'SvelteKit',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { any: [{ header: 'x-sveltekit-page' }, { header: 'link', has: '/_app/immutable/' }] },
      says: '`{value}` is set by SvelteKit',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /^\s{0,20}\{"message":"Internal Error"\}\s{0,20}$/, near: 'internal error' },
      strength: 'supporting',
      says: "`Internal Error` alone is SvelteKit's JSON for an unexpected error",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { body: '<span class="status">5' },
          { body: '<div class="message">' },
          { bodyMatches: /<div class="message">\s{0,20}<h1>/, near: 'class="message"' },
        ],
      },
      strength: 'conclusive',
      says: "The body is SvelteKit's fallback error page",
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
      cause: 'A `load` function, action or endpoint threw an unexpected error; SvelteKit shows `Internal Error` and logs the rest.',
      look: "the server's log, or your `handleError` hook",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: "Search the server's log around {time} for `[500] {method} {path}`" }],

  docs: 'https://svelte.dev/docs/kit/errors',
};
