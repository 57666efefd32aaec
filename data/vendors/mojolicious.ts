import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.mojolicious.org/Mojolicious/Guides/Rendering', verified: '2026-11-22' } as const;
const src = { source: 'https://github.com/mojolicious/mojo', verified: '2026-11-22' } as const;

/** Mojolicious, for Perl. */
export const mojolicious: Vendor = {
  id: 'mojolicious',
  name: 'Mojolicious',
  kind: 'application',
  depth: 6,
  onPath: [{ when: { header: 'server', matches: /^Mojolicious\b/i }, says: '`server: {value}`', documented: true, ...src }],
  issued: [
    {
      when: { body: 'mojo/failraptor' },
      strength: 'conclusive',
      says: 'The page shows the picture of Mojolicious for an exception',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^Mojolicious\b/i },
          { any: [{ body: '<title>Server error</title>' }, { body: 'Server error' }] },
        ],
      },
      strength: 'strong',
      says: 'The page `Server error` under `server: Mojolicious` is its own',
      documented: true,
      ...docs,
    },
    {
      when: { all: [{ body: 'mojolicious.org' }, { body: '/mojo/' }] },
      strength: 'strong',
      says: "The body is Mojolicious' page for an exception",
      documented: true,
      ...docs,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A route or template died.',
      look: "the application's log (`log/production.log`)",
      ...docs,
    },
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['maintenance', 'overloaded'],
      confidence: 'possible',
      cause: 'Code of the application chose 503: maintenance, a failed health check or load shedding. A dead backend cannot answer this.',
      look: "the application's log (`log/production.log`)",
      ...docs,
    },
    {
      status: 504,
      role: 'application',
      fault: 'application_error',
      also: ['http_response_timeout'],
      confidence: 'possible',
      cause: 'Code of the application chose 504: most likely a service that it called did not answer in time.',
      look: "the application's log (`log/production.log`)",
      ...docs,
    },
    {
      status: 502,
      role: 'application',
      fault: 'application_error',
      also: ['connection_refused', 'http_protocol_error'],
      confidence: 'possible',
      cause: 'Code of the application chose 502: most likely a service that it called failed.',
      look: "the application's log (`log/production.log`)",
      ...docs,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'possible',
      cause: 'A route or template died.',
      look: "the application's log (`log/production.log`)",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Search `log/production.log` around {time} for `[error]`', command: "grep -n '\\[error\\]' log/*.log | tail -20" }],

  docs: 'https://docs.mojolicious.org/',
};
