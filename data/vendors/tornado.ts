import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/tornadoweb/tornado/blob/master/tornado/web.py', verified: '2026-11-22' } as const;

/** Tornado. */
export const tornado: Vendor = {
  id: 'tornado',
  name: 'Tornado',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { header: 'server', matches: /^TornadoServer\b/i },
      says: '`server: {value}`',
      version: /TornadoServer\/([\d.]+)/i,
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /<html><title>5\d\d: [^<]{3,60}<\/title><body>5\d\d: [^<]{3,60}<\/body><\/html>/, near: '<html><title>5' },
      strength: 'conclusive',
      says: "The body is Tornado's default error page",
      documented: true,
      ...src,
    },
    {
      when: { all: [{ header: 'server', matches: /^TornadoServer\b/i }, { body: 'Traceback (most recent call last)' }] },
      strength: 'conclusive',
      says: 'A traceback under `server: TornadoServer`: `serve_traceback` is on',
      documented: true,
      ...src,
    },
    {
      when: { all: [{ body: 'Traceback (most recent call last)' }, { body: 'tornado/web.py' }] },
      strength: 'conclusive',
      says: 'The body is a Python traceback through Tornado',
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
      cause: 'A request handler raised.',
      look: 'the log of the logger `tornado.application`: `Uncaught exception`',
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Search the log around {time} for `Uncaught exception {method} {path}`' }],

  docs: 'https://www.tornadoweb.org/en/stable/guide/running.html',
};
