import type { Match, Vendor } from '../../diagnosis/types';

const proxy = {
  source: 'https://github.com/vitejs/vite/blob/main/packages/vite/src/node/server/middlewares/proxy.ts',
  verified: '2026-11-22',
} as const;
const page = {
  source: 'https://github.com/vitejs/vite/blob/main/packages/vite/src/node/server/middlewares/error.ts',
  verified: '2026-11-22',
} as const;

/** The development server is asked by this name; an empty answer of another host may be any Node.js program's. */
const local: Match = { any: [{ host: 'localhost' }, { host: '127.0.0.1' }] };

/** Vite's development server, with its proxy. */
export const vite: Vendor = {
  id: 'vite',
  name: 'Vite',
  kind: 'client',
  depth: 0,
  onPath: [],
  issued: [
    {
      when: {
        all: [
          local,
          { status: [500, 502] },
          { header: 'content-type', is: 'text/plain' },
          { bodyEmpty: true },
          { absent: 'server' },
          { absent: 'x-powered-by' },
        ],
      },
      strength: 'strong',
      says: "An empty `text/plain` answer from this computer is how Vite's proxy reports that it failed",
      documented: true,
      ...proxy,
    },
    {
      when: { all: [{ body: '/@vite/client' }, { body: 'ErrorOverlay' }] },
      strength: 'conclusive',
      says: "The body is Vite's page for a file that it could not transform",
      documented: true,
      ...page,
    },
    {
      when: {
        all: [
          { status: [500, 502] },
          { header: 'content-type', is: 'text/plain' },
          { header: 'vary', has: 'Origin' },
          { header: 'keep-alive', is: 'timeout=5' },
          { bodyEmpty: true },
          { absent: 'server' },
          { absent: 'x-powered-by' },
        ],
      },
      strength: 'supporting',
      says: "An empty `text/plain` answer of a Node.js server with `vary: Origin` is how Vite's proxy reports that it failed",
      documented: true,
      ...proxy,
    },
    {
      when: {
        all: [
          { status: [500, 502] },
          { header: 'content-type', is: 'text/plain' },
          { any: [{ header: 'keep-alive', is: 'timeout=5' }, { host: 'localhost' }, { host: '127.0.0.1' }] },
          { bodyEmpty: true },
          { absent: 'server' },
          { absent: 'x-powered-by' },
          { absent: 'vary' },
        ],
      },
      strength: 'supporting',
      says: "An empty `text/plain` answer of a Node.js server is how Vite's proxy reports that it failed",
      documented: true,
      ...proxy,
    },
  ],

  codes: [
    {
      when: { body: 'ErrorOverlay' },
      role: 'application',
      fault: 'application_error',
      confidence: 'certain',
      verdict: 'Vite answered: it could not build the file that the page asked for.',
      cause: 'A syntax error, a missing import or a plugin that threw; the message is in the page.',
      look: 'the message in the body and the console that runs Vite',
      ...page,
    },
    {
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'dns_error', 'http_response_timeout', 'tls_certificate_error', 'http_protocol_error'],
      confidence: 'likely',
      verdict: "Vite's proxy answered: it could not reach the API server behind it.",
      cause: 'Refused, reset, unknown name and TLS look alike here; mostly the API server is not running. Vite 8 says 502, before it 500.',
      look: 'the console that runs Vite: `http proxy error` with the errno',
      ...proxy,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Read the console that runs Vite at {time}: `http proxy error: {path}` and the errno' },
    { text: 'Does the API server run, and on which port?', command: 'ss -ltn' },
    { text: 'Ask it without the proxy, once by `127.0.0.1` and once by `[::1]`: `localhost` may mean the other one' },
  ],

  docs: 'https://vite.dev/config/server-options.html#server-proxy',
};
