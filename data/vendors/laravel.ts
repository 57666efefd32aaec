import type { Vendor } from '../../diagnosis/types';

const view = {
  source: 'https://github.com/laravel/framework/blob/master/src/Illuminate/Foundation/Exceptions/views/minimal.blade.php',
  verified: '2026-11-22',
} as const;
const handler = {
  source: 'https://github.com/laravel/framework/blob/master/src/Illuminate/Foundation/Exceptions/Handler.php',
  verified: '2026-11-22',
} as const;

/** Laravel. */
export const laravel: Vendor = {
  id: 'laravel',
  name: 'Laravel',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: {
        any: [
          { header: 'set-cookie', has: '=eyJpdiI6' },
          { header: 'set-cookie', starts: 'laravel_session=' },
        ],
      },
      says: 'The session cookie is encrypted the way Laravel does it',
      documented: true,
      ...handler,
    },
    {
      when: { any: [{ body: 'vendor\\/laravel\\/framework' }, { body: 'vendor/laravel/framework' }] },
      says: 'The body names a file of Laravel: `{value}`',
      documented: true,
      ...handler,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { bodyMatches: /<title>[^<]{3,60}<\/title>/, near: '<title>' },
          { body: 'normalize.css v8.0.1' },
          {
            any: [
              {
                bodyMatches:
                  /<title>\s{0,20}(?:Server Error|Service Unavailable|Internal Server Error|Gateway Timeout|Bad Gateway|Error)\s{0,20}<\/title>/i,
                near: '<title>',
              },
              { body: 'items-top justify-center min-h-screen' },
              { body: 'family=Nunito' },
            ],
          },
        ],
      },
      strength: 'conclusive',
      says: "The body is Laravel's error view",
      ...view,
    },
    {
      when: {
        all: [
          { bodyMatches: /<title>\s{0,20}(?:Server Error|Service Unavailable)\s{0,20}<\/title>/i, near: '<title>' },
          { any: [{ body: 'family=Nunito' }, { body: 'items-top justify-center min-h-screen' }] },
          // A set of error pages for proxies, some of which have the same font: https://github.com/tarampampam/error-pages
          {
            not: {
              any: [
                { body: 'tarampampam' },
                { body: 'data-l10n' },
                { bodyMatches: /<!--\s{0,20}Error \d/i, near: '<!--' },
                { body: 'Description: The server is' },
              ],
            },
          },
        ],
      },
      strength: 'conclusive',
      says: "The body is Laravel's error view",
      ...view,
    },
    {
      when: { body: 'Whoops, looks like something went wrong.' },
      strength: 'supporting',
      says: '`{value}` was Laravel’s page for visitors up to 5.4; few others used that handler',
      source: 'https://github.com/laravel/framework/issues/10466',
      verified: '2026-11-25',
    },
    {
      when: {
        all: [
          { bodyMatches: /^\{\r?\n {4}"message": "Server Error"\r?\n\}\s{0,20}$/, near: '"server error"' },
          { status: 500 },
          // GitHub's API says the same.
          { not: { any: [{ host: 'api.github.com' }, { header: 'x-github-request-id' }, { header: 'x-powered-by', is: 'Express' }] } },
        ],
      },
      strength: 'strong',
      says: "`Server Error` alone as `message`, on a line of its own, is Laravel's JSON for an exception",
      documented: true,
      ...handler,
    },
    {
      when: {
        all: [
          { bodyMatches: /^\s{0,20}\{\s{0,3}"message":\s?"Server Error"\s{0,3}\}\s{0,20}$/, near: '"server error"' },
          { status: 500 },
          { not: { any: [{ host: 'api.github.com' }, { header: 'x-github-request-id' }, { header: 'x-powered-by', is: 'Express' }] } },
        ],
      },
      strength: 'supporting',
      says: "`Server Error` alone as `message` is Laravel's JSON for an exception",
      documented: true,
      ...handler,
    },
    {
      when: { all: [{ json: 'message' }, { json: 'exception' }, { json: 'file' }, { json: 'trace' }] },
      strength: 'conclusive',
      says: "The body is Laravel's JSON with `APP_DEBUG` on: exception, file and trace",
      documented: true,
      ...handler,
    },
    {
      when: {
        bodyMatches:
          /^\s{0,20}(?:500\s{0,20}\|\s{0,20}Server Error|500\s{1,20}Server Error|503\s{0,20}\|\s{0,20}Service Unavailable)\s{0,20}$/i,
        near: '50',
      },
      strength: 'strong',
      says: "The text is Laravel's error view as a browser shows it",
      documented: true,
      ...view,
    },
    {
      when: {
        any: [
          { body: 'window.ignite(' },
          { body: 'ignition/health-check' },
          { all: [{ body: 'Whoops! There was an error.' }, { any: [{ body: 'Illuminate' }, { body: 'laravel' }] }] },
          { all: [{ body: 'vendor/laravel/framework' }, { body: 'Illuminate' }] },
        ],
      },
      strength: 'conclusive',
      says: "The body is Laravel's debug page: `{value}`",
      documented: true,
      ...handler,
    },
    {
      when: { all: [{ body: '<title>Be right back.</title>' }, { status: 503 }] },
      strength: 'strong',
      says: "`Be right back.` is Laravel's older maintenance page",
      documented: true,
      ...handler,
    },
  ],

  codes: [
    {
      status: 503,
      when: {
        any: [
          { bodyMatches: /<title>\s{0,20}Service Unavailable/i, near: '<title>' },
          { body: 'Be right back' },
          { bodyMatches: /^\s{0,20}503\s{0,20}\|/, near: '503' },
        ],
      },
      role: 'application',
      fault: 'maintenance',
      also: ['application_error', 'overloaded'],
      confidence: 'likely',
      verdict: 'Laravel answered: it is in maintenance mode.',
      cause: '`php artisan down` makes this page; code that aborts with 503 looks the same.',
      look: 'whether `storage/framework/down` is there',
      steps: [{ text: 'Is it down on purpose? Bring it back', command: 'php artisan up' }],
      ...view,
    },
    {
      when: { any: [{ body: '"trace"' }, { body: 'ignit' }, { body: 'vendor/laravel/framework' }] },
      role: 'application',
      fault: 'application_error',
      confidence: 'certain',
      cause: 'The application threw, and `APP_DEBUG` shows where. Never leave it on in public: it shows secrets.',
      look: 'the first frame in the page that is not in `vendor`',
      ...handler,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'The application threw; with `APP_DEBUG` off Laravel hides why.',
      look: '`storage/logs/laravel.log`',
      ...view,
    },
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['maintenance', 'overloaded'],
      confidence: 'possible',
      cause: 'Maintenance mode (`php artisan down`) makes exactly this page; code can also throw it.',
      look: '`storage/logs/laravel.log`',
      ...view,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time} for `production.ERROR`', command: "grep -n 'ERROR' storage/logs/laravel*.log | tail -20" },
    { text: 'No log written at all: `storage` is not writable, or `APP_KEY` is missing' },
    { text: 'After a deploy: clear what is cached', command: 'php artisan optimize:clear' },
  ],

  docs: 'https://laravel.com/docs/errors',
};
