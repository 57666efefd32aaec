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
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['maintenance', 'overloaded'],
      confidence: 'possible',
      cause: 'Code of the application chose 503: maintenance, a failed health check or load shedding. A dead backend cannot answer this.',
      look: "Starman's error log",
      ...src,
    },
    {
      status: 504,
      role: 'application',
      fault: 'application_error',
      also: ['http_response_timeout'],
      confidence: 'possible',
      cause: 'Code of the application chose 504: most likely a service that it called did not answer in time.',
      look: "Starman's error log",
      ...src,
    },
    {
      status: 502,
      role: 'application',
      fault: 'application_error',
      also: ['connection_refused', 'http_protocol_error'],
      confidence: 'possible',
      cause: 'Code of the application chose 502: most likely a service that it called failed.',
      look: "Starman's error log",
      ...src,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'possible',
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
