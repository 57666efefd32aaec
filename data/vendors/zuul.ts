import type { Vendor } from '../../diagnosis/types';

const docs = {
  source: 'https://cloud.spring.io/spring-cloud-netflix/multi/multi__router_and_filter_zuul.html',
  verified: '2026-11-22',
} as const;
const log = { text: "Read the gateway's log of that second: the exception names the service" } as const;

/** Zuul, the older gateway of Spring Cloud Netflix. */
export const zuul: Vendor = {
  id: 'zuul',
  name: 'Zuul',
  kind: 'gateway',
  depth: 4,
  onPath: [{ when: { header: 'x-zuul-filter-executions' }, says: '`x-zuul-filter-executions`', documented: true, ...docs }],
  issued: [
    { when: { json: 'exception', has: 'netflix.zuul' }, strength: 'conclusive', says: '`exception: {value}`', documented: true, ...docs },
    {
      when: { body: 'com.netflix.zuul.exception.ZuulException' },
      strength: 'strong',
      says: "The body names Zuul's exception",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { json: 'status' },
          { json: 'timestamp' },
          { json: 'error' },
          {
            bodyMatches: /"message"\s?:\s?"(?:GENERAL|TIMEOUT|Forwarding error|SHORTCIRCUIT|NUMBEROF_RETRIES_NEXTSERVER_EXCEEDED)"/,
            near: '"message"',
          },
        ],
      },
      strength: 'strong',
      says: "The message is Zuul's own: `{value}`",
      documented: true,
      ...docs,
    },
    {
      when: { body: 'Load balancer does not have available server for client' },
      strength: 'supporting',
      says: 'The sentence is that of Ribbon, the load balancer in Zuul and in other Spring applications',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      when: { body: 'Load balancer does not have available server' },
      role: 'origin',
      fault: 'destination_unavailable',
      confidence: 'certain',
      verdict: 'Zuul answered: no instance of the service is registered.',
      cause: 'The service is not in the registry, or under another name.',
      look: 'the registry',
      steps: [log],
      documented: true,
      ...docs,
    },
    {
      when: { any: [{ json: 'message', is: 'TIMEOUT' }, { status: 504 }] },
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_read_timeout'],
      confidence: 'likely',
      verdict: 'Zuul gave up waiting: the service did not answer in time.',
      cause: 'The Hystrix or Ribbon timeout (1 s by default) ran out.',
      look: "the service's slow request at that time",
      steps: [log],
      documented: true,
      ...docs,
    },
    {
      when: { json: 'message', is: 'SHORTCIRCUIT' },
      role: 'gateway',
      fault: 'overloaded',
      also: ['destination_unavailable'],
      confidence: 'likely',
      verdict: 'Zuul turned this request away: its circuit breaker is open.',
      cause: 'Too many calls of the service failed before.',
      look: 'why they failed',
      steps: [log],
      documented: true,
      ...docs,
    },
    {
      when: {
        any: [
          { json: 'message', is: 'GENERAL' },
          { json: 'message', is: 'Forwarding error' },
          { json: 'message', is: 'NUMBEROF_RETRIES_NEXTSERVER_EXCEEDED' },
        ],
      },
      role: 'origin',
      fault: 'connection_refused',
      also: ['destination_unavailable', 'http_response_timeout', 'connection_timeout', 'connection_terminated'],
      confidence: 'possible',
      verdict: 'Zuul answered: it could not get an answer from the service.',
      cause: 'The service is down, not registered, or broke the connection.',
      look: 'is the service up and registered',
      steps: [log],
      documented: true,
      ...docs,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['connection_refused', 'http_response_timeout', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'A filter of Zuul failed.',
      look: "the gateway's log",
      steps: [log],
      documented: true,
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [log],
  docs: 'https://cloud.spring.io/spring-cloud-netflix/multi/multi__router_and_filter_zuul.html',
};
