import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/encode/starlette/blob/master/starlette/middleware/errors.py', verified: '2026-11-22' } as const;
const docs = { source: 'https://fastapi.tiangolo.com/tutorial/handling-errors/', verified: '2026-11-22' } as const;

/** FastAPI and Starlette, on an ASGI server. */
export const fastapi: Vendor = {
  id: 'fastapi',
  name: 'FastAPI',
  kind: 'application',
  depth: 6,
  onPath: [],
  issued: [
    {
      when: { all: [{ header: 'server', is: 'uvicorn' }, { bodyIs: 'Internal Server Error' }, { header: 'content-length', is: '21' }] },
      // Uvicorn's own answer is the same but for `connection: close`, which a proxy between drops.
      strength: 'strong',
      says: 'The bare phrase under `server: uvicorn`, with its length, is the answer of Starlette (FastAPI) to an exception',
      documented: true,
      ...src,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^(?:uvicorn|hypercorn)/ },
          { bodyMatches: /^\s{0,20}\{\s{0,8}"detail":/, near: '"detail"' },
          // Django REST framework has the same JSON.
          {
            not: { any: [{ header: 'allow' }, { all: [{ header: 'x-frame-options' }, { header: 'referrer-policy', is: 'same-origin' }] }] },
          },
        ],
      },
      strength: 'strong',
      says: 'JSON with `detail` under an ASGI server is an `HTTPException` of FastAPI',
      documented: true,
      ...docs,
    },
    {
      when: { all: [{ body: 'traceback-container' }, { body: '500 Server Error' }] },
      strength: 'conclusive',
      says: "The body is Starlette's debug page",
      documented: true,
      ...src,
    },
    {
      when: { all: [{ body: 'Traceback (most recent call last)' }, { body: 'starlette' }] },
      strength: 'conclusive',
      says: 'The body is a Python traceback through Starlette',
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
      cause:
        'A path operation, dependency or middleware raised; Starlette sends the bare phrase and raises the exception again for the log.',
      look: 'the traceback in the log at this time',
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time} for `Exception in ASGI application`: the traceback follows' },
    { text: 'Nothing there: run it with `FastAPI(debug=True)` on your machine; the page shows the traceback' },
  ],

  docs: 'https://fastapi.tiangolo.com/tutorial/handling-errors/',
};
