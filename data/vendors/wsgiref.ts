import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/python/cpython/blob/main/Lib/wsgiref/handlers.py', verified: '2026-11-22' } as const;

/** Python's reference WSGI server, also below Django's runserver. */
export const wsgiref: Vendor = {
  id: 'wsgiref',
  name: 'wsgiref',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: { header: 'server', matches: /^WSGIServer\// },
      says: "`server: {value}`: Python's own WSGI server, as in Django's `runserver`",
      version: /WSGIServer\/([\d.]+)/,
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: { bodyIs: 'A server error occurred. Please contact the administrator.' },
      strength: 'conclusive',
      says: "`{value}` is wsgiref's sentence for an exception that the application did not catch",
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
      cause: 'The WSGI application raised; wsgiref caught the exception and printed it.',
      look: 'the console that runs the server: the traceback is there',
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Read the console that runs the server at {time}: wsgiref prints the traceback to standard error' }],

  docs: 'https://docs.python.org/3/library/wsgiref.html',
};
