import type { Vendor } from '../../diagnosis/types';

const pub = {
  source: 'https://github.com/rails/rails/blob/main/actionpack/lib/action_dispatch/middleware/public_exceptions.rb',
  verified: '2026-11-22',
} as const;
const safe = {
  source: 'https://github.com/rails/rails/blob/main/actionpack/lib/action_dispatch/middleware/show_exceptions.rb',
  verified: '2026-11-22',
} as const;
const debug = {
  source: 'https://github.com/rails/rails/blob/main/actionpack/lib/action_dispatch/middleware/debug_exceptions.rb',
  verified: '2026-11-22',
} as const;

/** Ruby on Rails. */
export const rails: Vendor = {
  id: 'rails',
  name: 'Rails',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { header: 'x-runtime', matches: /^\d{1,4}\.\d{3,9}$/ },
      says: '`x-runtime: {value}`: the Rack application ran and took so many seconds',
      ...pub,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { status: 500 },
          { body: 're sorry, but something went wrong' },
          {
            any: [
              { bodyMatches: /<title>\s{0,20}We[^<]{1,6}re sorry, but something went wrong \(500\)/i, near: '<title>' },
              { body: 'class="dialog"' },
              { body: 'rails-default-error-page' },
            ],
          },
        ],
      },
      strength: 'conclusive',
      says: "The body is Rails' `public/500.html`",
      documented: true,
      ...pub,
    },
    {
      when: {
        all: [
          { status: 500 },
          {
            bodyMatches: /^\s{0,20}(?:500\s{1,8})?We.{1,6}re sorry, but something went wrong/i,
            near: 're sorry, but something went wrong',
          },
        ],
      },
      strength: 'strong',
      says: "The text is that of Rails' `public/500.html`",
      documented: true,
      ...pub,
    },
    {
      when: { all: [{ status: [502, 503, 504] }, { body: 're sorry, but something went wrong' }] },
      strength: 'supporting',
      says: "The body is Rails' `public/500.html`; with this status the web server before it may have sent the file",
      documented: true,
      ...pub,
    },
    {
      when: { body: 'If you are the administrator of this website, then please read this web application' },
      strength: 'conclusive',
      says: "The text is Rails' last fallback: rendering the error page failed too",
      ...safe,
    },
    {
      when: { bodyMatches: /^\s{0,20}\{"status":5\d\d,"error":"[A-Z][A-Za-z ]{3,40}"\}\s{0,20}$/, near: '"status":5' },
      strength: 'supporting',
      says: "`status` and `error` alone are Rails' JSON for an exception",
      ...pub,
    },
    {
      when: {
        all: [
          { bodyMatches: /^\s{0,20}\{"status":5\d\d,"error":"[A-Z][A-Za-z ]{3,40}"\}\s{0,20}$/, near: '"status":5' },
          { header: 'x-runtime' },
        ],
      },
      strength: 'conclusive',
      says: "`status` and `error` with `x-runtime` are Rails' JSON for an exception",
      ...pub,
    },
    {
      when: {
        any: [
          { body: 'Action Controller: Exception caught' },
          { all: [{ body: 'Application Trace' }, { body: 'Framework Trace' }, { body: 'Full Trace' }] },
        ],
      },
      strength: 'conclusive',
      says: "The body is Rails' debug page",
      documented: true,
      ...debug,
    },
  ],

  codes: [
    {
      when: { any: [{ body: 'Application Trace' }, { body: 'Exception caught' }] },
      role: 'application',
      fault: 'application_error',
      confidence: 'certain',
      cause: 'The application raised, and the debug page shows the trace.',
      look: '`Application Trace` in the page',
      ...debug,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A controller, view or middleware raised; Rails logged the exception.',
      look: '`log/production.log`: the exception and its trace',
      ...pub,
    },
  ],
  timeouts: [],
  ids: [
    {
      header: 'x-request-id',
      name: 'x-request-id',
      lookup: 'search `log/production.log` for it: it tags every line of this request when `config.log_tags` has `:request_id`',
      ...pub,
    },
  ],
  steps: [
    { text: 'Find this request in the log', command: 'grep -A 40 -F -- {x-request-id} log/production.log' },
    { text: 'Find `FATAL` in the log around {time}', command: 'grep -B 5 -A 20 FATAL log/production.log | tail -80' },
  ],

  docs: 'https://guides.rubyonrails.org/debugging_rails_applications.html',
};
