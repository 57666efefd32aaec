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
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Search `log/production.log` around {time} for `[error]`', command: "grep -n '\\[error\\]' log/*.log | tail -20" }],

  docs: 'https://docs.mojolicious.org/',
};
