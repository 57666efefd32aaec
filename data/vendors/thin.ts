import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/macournoyer/thin/blob/master/lib/thin/response.rb', verified: '2026-11-22' } as const;

/** Thin, the Ruby server. */
export const thin: Vendor = {
  id: 'thin',
  name: 'Thin',
  kind: 'application',
  depth: 5,
  onPath: [
    { when: { header: 'server', matches: /^thin\b/i }, says: '`server: {value}`', version: /thin v?([\d.]+)/i, documented: true, ...src },
  ],
  issued: [
    {
      when: {
        all: [
          { bodyIs: 'Internal server error' },
          {
            any: [
              { header: 'server', matches: /^thin\b/i },
              { all: [{ header: 'content-type', is: 'text/html' }, { absent: 'date' }, { absent: 'server' }] },
            ],
          },
        ],
      },
      strength: 'strong',
      says: "The bare phrase as HTML is Thin's own answer",
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
      cause: 'An exception came out of the whole Rack application.',
      look: "Thin's standard error output",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: "Search Thin's output around {time} for the exception" }],

  docs: 'https://github.com/macournoyer/thin',
};
