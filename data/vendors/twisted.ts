import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/twisted/twisted/blob/trunk/src/twisted/web/server.py', verified: '2026-11-22' } as const;
const proxy = { source: 'https://github.com/twisted/twisted/blob/trunk/src/twisted/web/proxy.py', verified: '2026-11-22' } as const;

/** Twisted Web. */
export const twisted: Vendor = {
  id: 'twisted',
  name: 'Twisted',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: { header: 'server', matches: /^TwistedWeb\b/i },
      says: '`server: {value}`',
      version: /TwistedWeb\/([\d.]+)/i,
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: { body: '<b>Processing Failed</b>' },
      strength: 'conclusive',
      says: '`Processing Failed` is the page of Twisted Web for an exception',
      documented: true,
      ...src,
    },
    {
      when: { body: 'web.Server Traceback (most recent call last)' },
      strength: 'conclusive',
      says: '`{value}` is the debug page of Twisted Web',
      documented: true,
      ...src,
    },
    {
      when: {
        bodyMatches: /<head><title>5\d\d - [^<]{3,60}<\/title><\/head>\s{1,8}<body>\s{1,8}<h1>[^<]{3,60}<\/h1>\s{1,8}<p>/,
        near: '<head><title>5',
      },
      strength: 'supporting',
      says: "The body has the form of Twisted Web's error page",
      documented: true,
      ...src,
    },
    {
      when: { all: [{ header: 'server', matches: /^TwistedWeb\b/i }, { body: '<H1>Could not connect</H1>' }] },
      strength: 'conclusive',
      says: "`Could not connect` is the page of Twisted's reverse proxy",
      documented: true,
      ...proxy,
    },
  ],

  codes: [
    {
      when: { body: 'Could not connect' },
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_timeout', 'dns_error'],
      confidence: 'likely',
      verdict: "Twisted's proxy answered: it could not connect to the server behind it.",
      cause: "Twisted's reverse proxy could not connect to its backend.",
      look: 'whether the backend runs',
      ...proxy,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A resource raised while it rendered this request.',
      look: "Twisted's log: the traceback",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: "Search Twisted's log around {time} for the traceback" }],

  docs: 'https://docs.twisted.org/en/stable/web/',
};
