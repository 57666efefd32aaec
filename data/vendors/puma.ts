import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/puma/puma/blob/master/lib/puma/server.rb', verified: '2026-11-22' } as const;

/** Puma, the Ruby server. */
export const puma: Vendor = {
  id: 'puma',
  name: 'Puma',
  kind: 'application',
  depth: 5,
  onPath: [{ when: { header: 'server', matches: /^puma\b/i }, says: '`server: {value}`', documented: true, ...src }],
  issued: [
    {
      when: { body: 'An unhandled lowlevel error occurred.' },
      strength: 'conclusive',
      says: "`{value}` is Puma's own text",
      documented: true,
      ...src,
    },
    {
      when: { body: 'Puma caught this error:' },
      strength: 'conclusive',
      says: "`{value}` is Puma's own text outside production",
      documented: true,
      ...src,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'An exception came out of the whole Rack application: often a missing `SECRET_KEY_BASE`, a failing initializer or middleware.',
      look: "Puma's standard error output; the Rails log may have nothing",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: "Search Puma's standard error output around {time}: the exception is there" },
    { text: 'After a first deploy: is `SECRET_KEY_BASE` set, did migrations run?' },
  ],

  docs: 'https://github.com/puma/puma',
};
