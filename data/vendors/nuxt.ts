import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://nuxt.com/docs/getting-started/error-handling', verified: '2026-11-22' } as const;
const nitro = { source: 'https://nitro.build/guide/errors', verified: '2026-11-22' } as const;

/** Nuxt and its server Nitro. */
export const nuxt: Vendor = {
  id: 'nuxt',
  name: 'Nuxt',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { header: 'x-powered-by', matches: /^(?:Nuxt|Nitro)\b/i },
      says: '`x-powered-by: {value}`: Nuxt handled this request',
      documented: true,
      ...docs,
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
      ...nitro,
    },
    {
      when: { all: [{ json: 'statusCode' }, { json: 'statusMessage' }, { json: 'stack' }] },
      strength: 'conclusive',
      says: "The body is an error of Nitro's h3: `statusCode`, `statusMessage`, `stack`",
      documented: true,
      ...nitro,
    },
    {
      when: { all: [{ json: 'statusCode' }, { json: 'statusMessage' }, { any: [{ json: 'url' }, { json: 'message' }] }] },
      strength: 'strong',
      says: "The body has the members of Nitro's errors: `statusCode` and `statusMessage`",
      documented: true,
      ...nitro,
    },
    {
      when: { bodyMatches: /^\s{0,20}\{"status":5\d\d,"unhandled":true,"message":"HTTPError"/, near: '"unhandled":true' },
      strength: 'conclusive',
      says: "The body is h3's error for an exception that nothing handled",
      documented: true,
      ...nitro,
    },
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
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['maintenance', 'overloaded'],
      confidence: 'possible',
      cause: 'Code of the application chose 503: maintenance, a failed health check or load shedding. A dead backend cannot answer this.',
      look: "the server's log: `[request error] [unhandled]` at this time",
      ...docs,
    },
    {
      status: 504,
      role: 'application',
      fault: 'application_error',
      also: ['http_response_timeout'],
      confidence: 'possible',
      cause: 'Code of the application chose 504: most likely a service that it called did not answer in time.',
      look: "the server's log: `[request error] [unhandled]` at this time",
      ...docs,
    },
    {
      status: 502,
      role: 'application',
      fault: 'application_error',
      also: ['connection_refused', 'http_protocol_error'],
      confidence: 'possible',
      cause: 'Code of the application chose 502: most likely a service that it called failed.',
      look: "the server's log: `[request error] [unhandled]` at this time",
      ...docs,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'possible',
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
