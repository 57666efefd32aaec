import type { Match, Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.spring.io/spring-cloud-gateway/reference/', verified: '2026-11-22' } as const;
const report = { source: 'https://github.com/alibaba/nacos/issues/988', verified: '2026-11-22' } as const;
const timeout = {
  source:
    'https://github.com/spring-cloud/spring-cloud-gateway/blob/31050f6b3c2ef762a0f29307b8a7b7f50dcfec83/spring-cloud-gateway-server/src/main/java/org/springframework/cloud/gateway/support/TimeoutException.java',
  verified: '2026-11-30',
} as const;
const reply = {
  source:
    'https://github.com/spring-cloud/spring-cloud-gateway/blob/31050f6b3c2ef762a0f29307b8a7b7f50dcfec83/spring-cloud-gateway-server/src/main/java/org/springframework/cloud/gateway/support/ServiceUnavailableException.java',
  verified: '2026-11-30',
} as const;
const BREAKER: Match = { all: [{ json: 'path' }, { json: 'message', is: 'Upstream service is temporarily unavailable' }] };
/** Errors of the network client. WebFlux writes a `requestId`, or the path before the status; an application on servlets has neither. */
const NETWORK: Match = {
  all: [
    { json: 'timestamp' },
    { json: 'path' },
    {
      any: [{ json: 'requestId' }, { bodyMatches: /^\s{0,20}\{\s{0,8}"timestamp":[^,]{1,60},\s{0,8}"path":/, near: '"timestamp"' }],
    },
    { not: { json: 'message', has: 'nested exception' } },
    {
      any: [
        { json: 'message', has: 'finishConnect(' },
        { json: 'message', has: 'Connection refused: ' },
        { json: 'message', has: 'Connection prematurely closed' },
        { json: 'message', has: 'connection timed out: ' },
        { json: 'message', has: 'Failed to resolve' },
      ],
    },
  ],
};
const LATE: Match = { all: [{ json: 'timestamp' }, { json: 'message', has: 'Response took longer than ' }] };
/** JSON of the shape of Spring Boot's that this gateway wrote. */
export const ofGateway: Match = { any: [NETWORK, BREAKER, LATE] };
const log = { text: "Read the gateway's log of that second: the exception names route and instance" } as const;

/** Spring Cloud Gateway. Its errors have the shape of Spring Boot's; the message tells them apart. */
export const springCloudGateway: Vendor = {
  id: 'spring-cloud-gateway',
  name: 'Spring Cloud Gateway',
  kind: 'gateway',
  depth: 4,
  onPath: [],
  issued: [
    {
      when: { all: [{ json: 'timestamp' }, { json: 'message', has: 'Unable to find instance for' }] },
      strength: 'conclusive',
      says: "The message is Spring Cloud Gateway's own: `{value}`",
      ...report,
    },
    {
      when: LATE,
      strength: 'conclusive',
      says: "The message is Spring Cloud Gateway's own: `{value}`",
      ...timeout,
    },
    {
      when: NETWORK,
      strength: 'strong',
      says: 'The message is that of the HTTP client inside the gateway, in JSON of WebFlux',
      ...docs,
    },
    {
      when: BREAKER,
      strength: 'strong',
      says: "The message is that of Spring Cloud Gateway's open circuit breaker",
      ...reply,
    },
  ],
  codes: [
    {
      when: { json: 'message', has: 'Unable to find instance for' },
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['destination_not_found', 'proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'Spring Cloud Gateway answered: no instance of the service is registered.',
      cause: 'The service is not in the registry (Eureka, Nacos, Consul), or under another name.',
      look: 'the registry: is the service registered, in the same group and namespace',
      steps: [{ text: 'Is the service in the registry under the name that the route says (`lb://NAME`)?' }, log],
      ...report,
    },
    {
      when: BREAKER,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded'],
      confidence: 'likely',
      verdict: 'Spring Cloud Gateway answered: its circuit breaker is open, so the service was not asked.',
      cause: 'The calls before failed or were slow, and the circuit breaker of the route opened.',
      look: 'why the earlier calls to this service failed',
      steps: [log],
      ...reply,
    },
    {
      when: LATE,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_read_timeout'],
      confidence: 'certain',
      verdict: 'Spring Cloud Gateway gave up waiting: the service did not answer in time.',
      cause: 'The service did not answer within `response-timeout`.',
      look: "the service's slow request at that time",
      steps: [log],
      documented: true,
      ...docs,
    },
    {
      when: { any: [{ json: 'message', has: 'Connection refused' }] },
      role: 'origin',
      fault: 'connection_refused',
      confidence: 'certain',
      verdict: 'Spring Cloud Gateway answered: the service refused the connection.',
      cause: 'Nothing listens on the address that the registry names.',
      look: 'is the service up, on that port',
      steps: [log],
      documented: true,
      ...docs,
    },
    {
      when: { json: 'message', has: 'timed out' },
      role: 'link',
      fault: 'connection_timeout',
      confidence: 'likely',
      verdict: 'Spring Cloud Gateway answered: the service did not accept the connection in time.',
      cause: 'The address is not reachable from the gateway.',
      look: 'network between gateway and service',
      steps: [log],
      documented: true,
      ...docs,
    },
    {
      when: { json: 'message', has: 'prematurely closed' },
      role: 'origin',
      fault: 'connection_terminated',
      also: ['http_response_incomplete'],
      confidence: 'certain',
      verdict: 'Spring Cloud Gateway answered for your service: it closed the connection before it answered.',
      cause: 'The service restarted, or its keep-alive ended first.',
      look: 'a restart; keep-alive against `max-idle-time` of the pool',
      steps: [log],
      documented: true,
      ...docs,
    },
    {
      when: { json: 'message', has: 'Failed to resolve' },
      role: 'link',
      fault: 'dns_error',
      confidence: 'certain',
      verdict: 'Spring Cloud Gateway answered: the name of the service does not resolve.',
      cause: 'The host of the route does not resolve.',
      look: 'the `uri` of the route',
      steps: [log],
      documented: true,
      ...docs,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['connection_refused', 'destination_unavailable', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'The gateway failed; its log has the exception.',
      look: "the gateway's log",
      steps: [log],
      documented: true,
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [log],
  docs: 'https://docs.spring.io/spring-cloud-gateway/reference/',
};
