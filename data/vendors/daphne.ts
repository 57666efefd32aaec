import type { Vendor } from '../../diagnosis/types';

const src = { source: 'https://github.com/django/daphne/blob/main/daphne/http_protocol.py', verified: '2026-11-22' } as const;

/** Daphne, the ASGI server of Django Channels. */
export const daphne: Vendor = {
  id: 'daphne',
  name: 'Daphne',
  kind: 'application',
  depth: 5,
  onPath: [{ when: { header: 'server', matches: /^daphne\b/i }, says: '`server: {value}`', documented: true, ...src }],
  issued: [
    {
      when: {
        any: [
          { body: '<footer>Daphne</footer>' },
          {
            bodyMatches: /(?:Exception inside application|Application failed to respond within time limit)\.\s{1,40}Daphne/i,
            near: 'daphne',
          },
        ],
      },
      strength: 'conclusive',
      says: "The page is Daphne's own, signed with its name",
      ...src,
    },
    {
      when: { any: [{ body: 'Exception inside application.' }, { body: 'Application failed to respond within time limit.' }] },
      strength: 'strong',
      says: '`{value}` is the sentence of Daphne',
      ...src,
    },
  ],

  codes: [
    {
      status: 503,
      when: { body: 'within time limit' },
      role: 'application',
      fault: 'http_response_timeout',
      also: ['application_error', 'overloaded'],
      confidence: 'likely',
      verdict: 'Daphne gave up: your application did not answer within its time limit.',
      cause: 'The application did not answer within `--http-timeout`.',
      look: 'what the application did at this time',
      ...src,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'The application raised before its framework could answer.',
      look: "Daphne's log: the traceback",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: "Search Daphne's log around {time} for the traceback" },
    { text: 'Is the routing right? An exception in `asgi.py` or a consumer looks like this' },
  ],

  docs: 'https://github.com/django/daphne',
};
