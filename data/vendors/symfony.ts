import type { Vendor } from '../../diagnosis/types';

const view = {
  source: 'https://github.com/symfony/error-handler/blob/7.3/Resources/views/error.html.php',
  verified: '2026-11-22',
} as const;
const problem = {
  source: 'https://github.com/symfony/symfony/blob/7.3/src/Symfony/Component/Serializer/Normalizer/ProblemNormalizer.php',
  verified: '2026-11-22',
} as const;

/** Symfony. */
export const symfony: Vendor = {
  id: 'symfony',
  name: 'Symfony',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { any: [{ header: 'x-debug-token' }, { header: 'x-debug-token-link' }] },
      says: "`{value}` is the token of Symfony's profiler",
      documented: true,
      ...view,
    },
    {
      when: { any: [{ header: 'x-symfony-cache' }, { header: 'symfony-debug-toolbar-replace' }] },
      says: '`{value}` in a header of Symfony',
      documented: true,
      ...view,
    },
  ],
  issued: [
    {
      when: {
        any: [
          { all: [{ body: 'An Error Occurred:' }, { body: 'The server returned a "' }] },
          { bodyMatches: /The server returned a "5\d\d [A-Z][A-Za-z -]{3,40}"\./, near: 'the server returned a' },
        ],
      },
      strength: 'strong',
      says: "The body is Symfony's error page, which Laravel falls back to as well",
      ...view,
    },
    {
      when: { all: [{ body: '<title>An Error Occurred: ' }, { body: 'noindex,nofollow' }] },
      strength: 'strong',
      says: "The head is that of Symfony's error page",
      ...view,
    },
    {
      when: {
        all: [
          { json: 'title', is: 'An error occurred' },
          { json: 'type', has: 'rfc2616#section-10' },
        ],
      },
      strength: 'conclusive',
      says: "The body is Symfony's problem+json",
      documented: true,
      ...problem,
    },
    {
      when: { all: [{ json: 'title', is: 'An error occurred' }, { json: 'status' }, { json: 'detail' }] },
      strength: 'strong',
      says: "`An error occurred` as `title` is Symfony's problem+json",
      documented: true,
      ...problem,
    },
    {
      when: { any: [{ json: '@type', is: 'hydra:Error' }, { all: [{ json: '@context', has: '/contexts/Error' }] }] },
      strength: 'strong',
      says: 'The body is an error of API Platform, on Symfony',
      documented: true,
      ...problem,
    },
    {
      when: {
        any: [{ header: 'x-debug-exception' }, { body: 'class="exception-summary' }],
      },
      strength: 'conclusive',
      says: "Symfony's exception page or header: `{value}`",
      documented: true,
      ...view,
    },
    {
      when: { body: 'Whoops, looks like something went wrong.' },
      strength: 'supporting',
      says: 'The sentence is that of Symfony’s error handler, which Laravel up to 5.4 used too',
      ...view,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A controller, listener or template threw; in production Symfony hides why.',
      look: '`var/log/prod.log`: `CRITICAL` at this time',
      ...view,
    },
  ],
  timeouts: [],
  ids: [{ header: 'x-request-id', name: 'x-request-id', lookup: 'search `var/log/prod.log` for it', ...view }],
  steps: [
    { text: 'Search the log around {time} for `Uncaught PHP Exception`', command: "grep -n 'CRITICAL' var/log/prod.log | tail -20" },
    { text: 'Nothing there: `fingers_crossed` keeps lines back; read what the web server logged for PHP' },
    { text: 'After a deploy: rebuild the cache', command: 'php bin/console cache:clear --env=prod' },
  ],

  docs: 'https://symfony.com/doc/current/controller/error_pages.html',
};
