import type { Vendor } from '../../diagnosis/types';

const page = { source: 'https://github.com/pillarjs/finalhandler/blob/master/index.js', verified: '2026-11-22' } as const;
const docs = { source: 'https://expressjs.com/en/guide/error-handling.html', verified: '2026-11-22' } as const;

/** Express and its finalhandler, on Node.js. */
export const express: Vendor = {
  id: 'express',
  name: 'Express',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { all: [{ header: 'x-powered-by', is: 'Express' }, { not: { body: 'trying to proxy' } }, { not: { body: 'proxy error:' } }] },
      says: "`x-powered-by: {value}`: Express handled this request, a proxy's own error would not carry it",
      ...docs,
    },
    {
      when: { all: [{ header: 'etag', matches: /^W\/"[0-9a-f]{1,5}-[A-Za-z0-9+/]{27}"$/ }, { status: [500, 501, 502, 503, 504] }] },
      says: '`etag: {value}` is how Express labels a body that it sent itself',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { bodyMatches: /<title>Error<\/title>\s{0,8}<\/head>\s{0,8}<body>\s{0,8}<pre>/i, near: '<title>error</title>' },
          { header: 'x-powered-by', is: 'Express' },
        ],
      },
      strength: 'conclusive',
      says: "The body is Express's error page",
      ...page,
    },
    {
      when: { bodyMatches: /<title>Error<\/title>\s{0,8}<\/head>\s{0,8}<body>\s{0,8}<pre>/i, near: '<title>error</title>' },
      strength: 'strong',
      says: "The body is Express's error page; Connect and other small servers have the same",
      ...page,
    },
    {
      when: { bodyMatches: /<pre>[A-Za-z]{0,40}Error: [^<]{0,400}<br> &nbsp; ?&nbsp;/, near: '<pre>' },
      strength: 'conclusive',
      says: 'The body is the stack trace that Express shows outside production',
      ...page,
    },
    {
      when: {
        all: [
          { header: 'x-powered-by', is: 'Express' },
          { header: 'content-security-policy', matches: /^default-src '(?:none|self)'$/ },
          { header: 'x-content-type-options', is: 'nosniff' },
          { header: 'content-type', starts: 'text/html' },
        ],
      },
      strength: 'strong',
      says: "`content-security-policy: default-src 'none'` with `nosniff` is written by Express's last error handler",
      ...page,
    },
    {
      when: {
        bodyMatches: /^\s{0,20}[A-Za-z]{0,40}Error: [^\n]{0,400}\n {4}at [^\n]{0,300}node_modules[\\/](?:express|router)[\\/]/,
        near: 'node_modules',
      },
      strength: 'conclusive',
      says: 'The body is a stack trace through Express',
      documented: true,
      ...page,
    },
    {
      when: { all: [{ body: 'id="stacktrace"' }, { body: '<h2><em>500</em>' }] },
      strength: 'conclusive',
      says: "The body is the page of Express's `errorhandler` for development",
      documented: true,
      ...page,
    },
  ],

  codes: [
    {
      when: { any: [{ body: 'node_modules' }, { bodyMatches: /<br> &nbsp; ?&nbsp;at /, near: 'nbsp' }] },
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A route or middleware threw, and the page shows the stack: `NODE_ENV` is not `production`.',
      look: 'the first line of the stack that names your own file',
      ...page,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A route or middleware threw or passed an error on, and no error handler of your own answered.',
      look: "the application's standard error output: Express prints the stack there",
      ...page,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time}: Express prints the whole stack to standard error' },
    { text: 'No stack: add an error-handling middleware as the last `app.use`, and log in it' },
    {
      text: 'See the stack in the page: run it outside production on your machine',
      command: 'NODE_ENV=development DEBUG=express:* node server.js',
    },
  ],

  docs: 'https://expressjs.com/en/guide/error-handling.html',
};
