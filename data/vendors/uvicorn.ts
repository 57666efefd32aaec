import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/encode/uvicorn/blob/master/uvicorn/protocols/http/h11_impl.py', verified: '2026-11-22' } as const;

/** Uvicorn, the Python ASGI server. */
export const uvicorn: Vendor = {
  id: 'uvicorn',
  name: 'Uvicorn',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: { header: 'server', is: 'uvicorn' },
      says: '`server: {value}` stands on every answer that came through Uvicorn',
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'server', is: 'uvicorn' },
          { bodyIs: 'Internal Server Error' },
          { header: 'connection', is: 'close' },
          // Starlette gives the same text its length, and Apache closes the connection after it.
          { not: { header: 'content-length' } },
        ],
      },
      strength: 'conclusive',
      says: "The bare phrase without a length under `server: uvicorn` is Uvicorn's own: the application raised before it answered",
      documented: true,
      ...src,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'The ASGI application raised and nothing in it caught the exception.',
      look: "Uvicorn's log: `Exception in ASGI application`",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: "Search Uvicorn's log around {time} for `Exception in ASGI application`: the traceback follows" }],

  docs: 'https://www.uvicorn.org/',
};
