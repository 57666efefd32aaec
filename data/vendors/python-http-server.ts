import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/python/cpython/blob/main/Lib/http/server.py', verified: '2026-11-22' } as const;

/** Python's http.server module. */
export const pythonHttpServer: Vendor = {
  id: 'python-http-server',
  name: 'Python http.server',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: { header: 'server', matches: /^(?:Simple|Base)HTTP\/[\d.]+ Python\// },
      says: '`server: {value}`',
      version: /Python\/([\d.]+)/,
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: { all: [{ body: 'Error response' }, { body: 'Error code explanation:' }] },
      strength: 'conclusive',
      says: "`Error code explanation:` is in the error page of Python's `http.server`",
      documented: true,
      ...src,
    },
    {
      when: { bodyMatches: /<p>Error code explanation: 5\d\d/, near: 'error code explanation: 5' },
      strength: 'conclusive',
      says: "`{value}` is in the error page of Python's `http.server`",
      documented: true,
      ...src,
    },
  ],

  codes: [
    {
      status: 501,
      role: 'application',
      fault: 'http_request_error',
      also: ['application_error'],
      confidence: 'likely',
      verdict: "Python's http.server answered: it has no handler for this method.",
      cause: 'The handler class has no method for this verb; a plain `python -m http.server` serves GET and HEAD only.',
      look: 'which server the page meant to reach: this one serves files',
      ...src,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'The handler called `send_error`.',
      look: 'the console that runs the server',
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Read the console that runs the server at {time}: it logs every request and its error' }],

  docs: 'https://docs.python.org/3/library/http.server.html',
};
