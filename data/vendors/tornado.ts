import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/tornadoweb/tornado/blob/master/tornado/web.py', verified: '2026-11-22' } as const;

/** Tornado. */
export const tornado: Vendor = {
  id: 'tornado',
  name: 'Tornado',
  kind: 'application',
  depth: 6,
  onPath: [
    { when: { header: 'server', matches: /^TornadoServer\b/i }, says: '`server: {value}`', version: /TornadoServer\/([\d.]+)/i, ...src },
  ],
  issued: [
    {
      when: { bodyMatches: /<html><title>5\d\d: [^<]{3,60}<\/title><body>5\d\d: [^<]{3,60}<\/body><\/html>/, near: '<html><title>5' },
      strength: 'conclusive',
      says: "The body is Tornado's default error page",
      ...src,
    },
    {
      when: { all: [{ header: 'server', matches: /^TornadoServer\b/i }, { body: 'Traceback (most recent call last)' }] },
      strength: 'conclusive',
      says: 'A traceback under `server: TornadoServer`: `serve_traceback` is on',
      ...src,
    },
    {
      when: { all: [{ body: 'Traceback (most recent call last)' }, { body: 'tornado/web.py' }] },
      strength: 'conclusive',
      says: 'The body is a Python traceback through Tornado',
      ...src,
    },
  ],

  codes: [
    {
      status: 503,
      when: { any: [{ body: 'overload' }, { body: 'too many requests' }, { body: 'over capacity' }, { body: 'high load' }] },
      role: 'application',
      fault: 'overloaded',
      also: ['application_error', 'maintenance'],
      confidence: 'likely',
      cause: 'The application says itself that it has too much to do and turned this request away.',
      look: 'load and queue of the application at this time',
      ...src,
    },
    {
      status: 503,
      when: {
        any: [
          { body: 'maintenance' },
          { body: 'wartung' },
          { body: 'mantenimiento' },
          { body: 'manutenção' },
          { body: 'manutenzione' },
          { body: 'メンテナンス' },
          { body: '维护' },
        ],
      },
      role: 'application',
      fault: 'maintenance',
      also: ['application_error', 'overloaded'],
      confidence: 'likely',
      cause: 'The application says itself that it is in maintenance.',
      look: 'whoever switched maintenance on',
      ...src,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A request handler raised.',
      look: 'the log of the logger `tornado.application`: `Uncaught exception`',
      ...src,
    },
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['maintenance', 'overloaded'],
      confidence: 'possible',
      cause: 'Code of the application chose 503: maintenance, a failed health check or load shedding. A dead backend cannot answer this.',
      look: 'the log of the logger `tornado.application`: `Uncaught exception`',
      ...src,
    },
    {
      status: 504,
      role: 'application',
      fault: 'application_error',
      also: ['http_response_timeout'],
      confidence: 'possible',
      cause: 'Code of the application chose 504: most likely a service that it called did not answer in time.',
      look: 'the log of the logger `tornado.application`: `Uncaught exception`',
      ...src,
    },
    {
      status: 502,
      role: 'application',
      fault: 'application_error',
      also: ['connection_refused', 'http_protocol_error'],
      confidence: 'possible',
      cause: 'Code of the application chose 502: most likely a service that it called failed.',
      look: 'the log of the logger `tornado.application`: `Uncaught exception`',
      ...src,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'possible',
      cause: 'A request handler raised.',
      look: 'the log of the logger `tornado.application`: `Uncaught exception`',
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Search the log around {time} UTC for `Uncaught exception {method} {path}`' }],

  docs: 'https://www.tornadoweb.org/en/stable/guide/running.html',
};
