import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://reactrouter.com/how-to/error-boundary', verified: '2026-11-22' } as const;

/** Remix and React Router in framework mode. */
export const remix: Vendor = {
  id: 'remix',
  name: 'Remix',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { any: [{ header: 'x-remix-response' }, { header: 'x-remix-error' }, { header: 'x-remix-status' }] },
      says: '`{value}` in an `x-remix-…` header: Remix handled this request',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /^\s{0,20}Unexpected Server Error(?:\s|$)/, near: 'unexpected server error' },
      strength: 'strong',
      says: "`Unexpected Server Error` is the text of Remix's request handler",
      documented: true,
      ...docs,
    },
    {
      when: { all: [{ body: 'Hey developer' }, { body: 'ErrorBoundary' }] },
      strength: 'conclusive',
      says: "The page is Remix's default error boundary",
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
      cause: 'A loader, action or the render threw, and no error boundary answered.',
      look: "the server's log, or `handleError` in `entry.server`",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: "Search the server's log around {time} for the stack" }],

  docs: 'https://reactrouter.com/how-to/error-reporting',
};
