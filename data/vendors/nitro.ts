import type { Vendor } from '../../diagnosis/types';

const errors = { source: 'https://nitro.build/guide/errors', verified: '2026-11-22' } as const;

/** Nitro and h3 below it: the server of Nuxt, TanStack Start, SolidStart and of programs without any of them. */
export const nitro: Vendor = {
  id: 'nitro',
  name: 'Nitro (h3)',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { header: 'x-powered-by', matches: /^Nitro\b/i },
      says: '`x-powered-by: {value}`: Nitro handled this request',
      documented: true,
      ...errors,
    },
  ],
  issued: [
    {
      when: {
        bodyMatches: /^\s{0,20}\{\s{0,8}"error":\s?true,\s{0,8}"url":\s?"[^"]{1,2000}",\s{0,8}"statusCode":\s?5\d\d,/,
        near: '"statuscode"',
      },
      strength: 'conclusive',
      says: "The body is Nitro's JSON error",
      documented: true,
      ...errors,
    },
    {
      when: { all: [{ json: 'statusCode' }, { json: 'statusMessage' }, { json: 'stack' }] },
      strength: 'conclusive',
      says: "The body is an error of Nitro's h3: `statusCode`, `statusMessage`, `stack`",
      documented: true,
      ...errors,
    },
    {
      when: { all: [{ json: 'statusCode' }, { json: 'statusMessage' }, { any: [{ json: 'url' }, { json: 'message' }] }] },
      strength: 'strong',
      says: "The body has the members of Nitro's errors: `statusCode` and `statusMessage`",
      documented: true,
      ...errors,
    },
    {
      when: { bodyMatches: /^\s{0,20}\{"status":5\d\d,"unhandled":true,"message":"HTTPError"/, near: '"unhandled":true' },
      strength: 'conclusive',
      says: "The body is h3's error for an exception that nothing handled",
      source: 'https://github.com/AmanVarshney01/create-better-t-stack/issues/593',
      verified: '2026-11-30',
    },
  ],
  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A handler, plugin or page threw; the message of unhandled errors is hidden in production.',
      look: "the server's log: `[unhandled]` at this time",
      ...errors,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'possible',
      cause: 'Code of the application chose this status, most likely for a service that it called.',
      look: "the server's log at this time",
      ...errors,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: "Search the server's log around {time} for `[unhandled]`" }],
  docs: errors.source,
};
