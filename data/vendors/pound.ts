import type { Vendor } from '../../diagnosis/types';

const code = { source: 'https://github.com/graygnuorg/pound/blob/master/src/http.c', verified: '2026-11-24' } as const;
const log = {
  text: "Read Pound's lines in the system log: `no back-end`, `connect … failed` or `response error`",
  command: 'sudo journalctl -t pound --since {from} --until {to}',
} as const;

/** Pound, the reverse proxy and load balancer. */
export const pound: Vendor = {
  id: 'pound',
  name: 'Pound',
  kind: 'load-balancer',
  depth: 3,
  onPath: [],
  issued: [
    {
      when: {
        all: [
          { header: 'expires', is: 'now' },
          { header: 'pragma', is: 'no-cache' },
          { header: 'cache-control', is: 'no-cache,no-store' },
          { absent: 'server' },
          { header: 'content-type', starts: 'text/html' },
        ],
      },
      strength: 'strong',
      says: '`expires: now` with `pragma` and `cache-control`: the headers of Pound’s own errors',
      documented: true,
      ...code,
    },
    {
      when: {
        any: [
          { bodyIs: 'The service is not available. Please try again later.' },
          { bodyIs: 'An internal server error occurred. Please try again later.' },
        ],
      },
      strength: 'supporting',
      says: "The body is Pound's own sentence, and a common one: `{value}`",
      documented: true,
      ...code,
    },
  ],
  codes: [
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'connection_timeout'],
      confidence: 'likely',
      verdict: 'Pound answered: no back-end of this service is alive.',
      cause: 'All back-ends refused or did not answer, and are marked dead until the next check.',
      look: 'is the back-end up, on that port',
      steps: [{ text: 'Ask Pound for its back-ends', command: 'sudo poundctl list' }, log],
      documented: true,
      ...code,
    },
    {
      status: 500,
      role: 'origin',
      fault: 'connection_terminated',
      also: ['http_protocol_error', 'connection_read_timeout', 'proxy_internal_error'],
      confidence: 'possible',
      verdict: 'Pound answered for your app: its answer broke off or was not valid.',
      cause: 'Reading the answer of the back-end failed.',
      look: 'a crash of the back-end at that second',
      steps: [log],
      documented: true,
      ...code,
    },
    {
      status: 501,
      role: 'gateway',
      fault: 'http_request_error',
      also: ['http_request_denied'],
      confidence: 'likely',
      verdict: 'Pound refused this request itself: this method is not allowed there.',
      cause: '`xHTTP` does not allow this method.',
      look: '`xHTTP` in the configuration',
      documented: true,
      ...code,
    },
    {
      role: 'gateway',
      fault: 'proxy_internal_error',
      confidence: 'possible',
      cause: 'Pound failed on this request itself.',
      look: "Pound's log",
      steps: [log],
      documented: true,
      ...code,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [log],
  docs: 'https://www.gnu.org.ua/software/pound/',
};
