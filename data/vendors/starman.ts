import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/miyagawa/Starman', verified: '2026-11-22' } as const;

/** Starman, the Perl PSGI server. */
export const starman: Vendor = {
  id: 'starman',
  name: 'Starman',
  kind: 'application',
  depth: 5,
  onPath: [{ when: { header: 'server', matches: /^Starman\b/i }, says: '`server: {value}`', documented: true, ...src }],
  issued: [
    {
      when: {
        all: [
          { bodyIs: 'Internal Server Error' },
          { header: 'content-type', is: 'text/plain' },
          { header: 'date' },
          { header: 'connection' },
          { absent: 'server' },
          { absent: 'via' },
          { absent: 'keep-alive' },
          { http: '1' },
        ],
      },
      strength: 'supporting',
      says: 'The bare phrase as `text/plain` without `charset`, with `date` and without `server`, fits a Perl PSGI server such as Starman',
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
      cause: 'The PSGI application died.',
      look: "Starman's error log",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: "Search Starman's error log around {time}" }],

  docs: 'https://metacpan.org/pod/Starman',
};
