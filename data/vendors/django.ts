import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/django/django/blob/main/django/views/defaults.py', verified: '2026-11-22' } as const;
const debug = { source: 'https://github.com/django/django/blob/main/django/views/debug.py', verified: '2026-11-22' } as const;
const mw = { source: 'https://docs.djangoproject.com/en/stable/ref/middleware/', verified: '2026-11-22' } as const;

/** Django. */
export const django: Vendor = {
  id: 'django',
  name: 'Django',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: {
        all: [
          { header: 'x-frame-options', is: 'DENY' },
          { header: 'x-content-type-options', is: 'nosniff' },
          { header: 'referrer-policy', is: 'same-origin' },
          { header: 'cross-origin-opener-policy', is: 'same-origin' },
        ],
      },
      says: "`x-frame-options: DENY`, `nosniff`, `referrer-policy` and `cross-origin-opener-policy: same-origin` together are Django's defaults",
      documented: true,
      ...mw,
    },
    { when: { header: 'set-cookie', starts: 'csrftoken=' }, says: 'The cookie `csrftoken` is set by Django', documented: true, ...mw },
  ],
  issued: [
    {
      when: { any: [{ body: '<h1>Server Error (500)</h1>' }, { body: '<title>Server Error (500)</title>' }] },
      strength: 'conclusive',
      says: "`Server Error (500)` is Django's built-in page",
      documented: true,
      ...src,
    },
    {
      when: { bodyMatches: /^\s{0,20}Server Error \(500\)\s{0,20}$/, near: 'server error (500)' },
      strength: 'conclusive',
      says: "`Server Error (500)` is Django's built-in page",
      documented: true,
      ...src,
    },
    {
      when: { bodyMatches: /You['’]re seeing this error because you have (?:<code>)?DEBUG = True/, near: 'debug = true' },
      strength: 'conclusive',
      says: "The body is Django's debug page",
      documented: true,
      ...debug,
    },
    {
      when: { all: [{ body: 'Django Version:' }, { body: 'Request Method:' }] },
      strength: 'conclusive',
      says: "The body is Django's debug report",
      documented: true,
      ...debug,
    },
    {
      when: {
        all: [
          { status: 500 },
          { length: [145] },
          { header: 'content-type', starts: 'text/html' },
          {
            any: [
              { header: 'x-frame-options', is: 'DENY' },
              { header: 'referrer-policy', is: 'same-origin' },
              { header: 'vary', has: 'cookie' },
            ],
          },
        ],
      },
      strength: 'strong',
      says: "145 bytes of HTML with Django's headers is its built-in page",
      documented: true,
      ...src,
    },
  ],

  codes: [
    {
      when: { any: [{ body: 'DEBUG = True' }, { body: 'Django Version:' }] },
      role: 'application',
      fault: 'application_error',
      confidence: 'certain',
      cause: 'A view raised; `DEBUG` is on and the page shows traceback and settings. Never leave it on in public.',
      look: 'the traceback in the page: the last frame of your own code',
      ...debug,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A view, middleware or template raised; with `DEBUG` off Django hides why.',
      look: 'the logger `django.request`, or the mail to `ADMINS`',
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time} for `Internal Server Error: {path}`: the traceback follows' },
    { text: 'Nothing there: give the logger `django.request` a handler, or add Sentry' },
    {
      text: 'Fails everywhere after a deploy: look for missing migrations, static files manifest and `ALLOWED_HOSTS`',
      command: 'python manage.py check --deploy',
    },
  ],

  docs: 'https://docs.djangoproject.com/en/stable/howto/error-reporting/',
};
