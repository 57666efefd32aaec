import type { Vendor } from '../../diagnosis/types';

const docs = {
  source: 'https://www.alibabacloud.com/help/en/slb/application-load-balancer/support/alb-status-codes',
  verified: '2026-11-30',
} as const;
const log = { text: 'In the access log, compare `status` with `upstream_status`: equal means that a backend server said it' } as const;

/** Alibaba Cloud's load balancer. Its page is nginx's, signed `alb`; the one of AWS has no signature. */
export const alibabaAlb: Vendor = {
  id: 'alibaba-alb',
  name: 'Alibaba Cloud ALB',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { header: 'via', matches: /\bHTTP\/1\.1 SLB\.\d{1,4}\b/ },
      says: '`via: {value}` is how Alibaba Cloud signs for its load balancer',
      ...docs,
    },
  ],
  issued: [
    {
      // Seen on two hosts, and written nowhere in the documentation.
      when: { bodyMatches: /<hr ?\/?>\s{0,8}<center>\s{0,8}alb\s{0,8}<\/center>/i, near: '<center>alb' },
      strength: 'supporting',
      says: 'The page is signed `alb`; the page of AWS has no signature',
      ...docs,
    },
  ],
  codes: [
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'http_protocol_error', 'destination_unavailable', 'connection_timeout'],
      confidence: 'possible',
      verdict: 'Alibaba Cloud’s load balancer answered for your servers: none gave it a valid response.',
      cause: 'A backend server refused or broke the connection, or answered something that is not valid.',
      look: 'health checks of the server group; whether the servers let the load balancer’s addresses in',
      ...docs,
    },
    {
      status: 503,
      role: 'gateway',
      fault: 'destination_unavailable',
      also: ['overloaded', 'connection_limit_reached', 'maintenance'],
      confidence: 'possible',
      verdict: 'Alibaba Cloud’s load balancer answered: no server to ask, or a limit was reached.',
      cause: 'The rule has no usable backend server, or a limit on requests turned this one away.',
      look: 'the server group of the matching forwarding rule; limits of listener and rule',
      ...docs,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout', 'connection_read_timeout'],
      confidence: 'likely',
      verdict: 'Alibaba Cloud’s load balancer gave up waiting: a backend server did not answer in time.',
      cause: 'A backend server did not answer within the connection request timeout, 60 s by default.',
      look: 'slow requests of the application at that time',
      documented: true,
      ...docs,
    },
    {
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['http_request_error', 'application_error'],
      confidence: 'possible',
      cause: 'The load balancer made this answer itself.',
      look: 'its access log',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [log],
  docs: docs.source,
};
