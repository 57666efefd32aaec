import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://nuxt.com/docs/getting-started/error-handling', verified: '2026-11-22' } as const;

/** Nuxt. The JSON of its errors is that of its server, in nitro.ts. */
export const nuxt: Vendor = {
  id: 'nuxt',
  name: 'Nuxt',
  kind: 'application',
  depth: 6,
  inside: ['nitro'],
  onPath: [
    {
      when: { header: 'x-powered-by', matches: /^Nuxt\b/i },
      says: '`x-powered-by: {value}`: Nuxt handled this request',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: { any: [{ body: 'id="__nuxt"' }, { body: '__NUXT_DATA__' }, { body: 'window.__NUXT__' }, { body: '"__nuxt_error"' }] },
      strength: 'strong',
      says: 'The page is built by Nuxt: `{value}`',
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
      cause: 'A server route, plugin or page threw; Nitro hides the message of unhandled errors in production.',
      look: "the server's log: `[request error] [unhandled]` at this time",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: "Search the server's log around {time} for `[unhandled]`" },
    { text: 'Reproduce it with the stack shown', command: 'npx nuxt dev' },
  ],

  docs: 'https://nuxt.com/docs/getting-started/error-handling',
};
