import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/sinatra/sinatra/blob/main/lib/sinatra/base.rb', verified: '2026-11-22' } as const;
const show = { source: 'https://github.com/sinatra/sinatra/blob/main/lib/sinatra/show_exceptions.rb', verified: '2026-11-22' } as const;

/** Sinatra, on Rack. */
export const sinatra: Vendor = {
  id: 'sinatra',
  name: 'Sinatra',
  kind: 'application',
  depth: 6,
  onPath: [],
  issued: [
    {
      when: {
        all: [
          { bodyIs: '<h1>Internal Server Error</h1>' },
          { header: 'content-type', matches: /^text\/html; ?charset=utf-8$/i },
          { header: 'x-content-type-options', is: 'nosniff' },
          // All three are rack-protection's.
          { header: 'x-xss-protection', is: '1; mode=block' },
          { header: 'x-frame-options', is: 'SAMEORIGIN' },
        ],
      },
      strength: 'conclusive',
      says: "`{value}` with `nosniff` is Sinatra's answer to an exception",
      documented: true,
      ...src,
    },
    {
      when: {
        all: [
          { bodyIs: '<h1>Internal Server Error</h1>' },
          { header: 'content-type', starts: 'text/html' },
          { header: 'server', matches: /^(?:thin|puma|WEBrick)/i },
        ],
      },
      strength: 'conclusive',
      says: "`{value}` from a Ruby server is Sinatra's answer to an exception",
      documented: true,
      ...src,
    },
    {
      when: { bodyIs: '<h1>Internal Server Error</h1>' },
      strength: 'supporting',
      says: '`{value}` fits Sinatra',
      documented: true,
      ...src,
    },
    {
      when: { all: [{ body: "You're seeing this error because" }, { body: '<code>show_exceptions</code>' }] },
      strength: 'conclusive',
      says: "The body is Sinatra's page for exceptions in development",
      documented: true,
      ...show,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A route raised; Sinatra hides the exception in production.',
      look: '`rack.errors`, mostly standard error: the exception and its backtrace',
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: "Search the server's output around {time} for the exception" },
    { text: 'See it in the page on your machine', command: 'APP_ENV=development ruby app.rb' },
  ],

  docs: 'https://sinatrarb.com/intro.html',
};
