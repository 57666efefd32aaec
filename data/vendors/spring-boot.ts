import type { Match, Vendor } from '../../diagnosis/types';
import { ofGateway } from './spring-cloud-gateway';

const docs = {
  source: 'https://docs.spring.io/spring-boot/reference/web/servlet.html#web.servlet.spring-mvc.error-handling',
  verified: '2026-11-22',
} as const;
const sec = { source: 'https://docs.spring.io/spring-security/reference/servlet/exploits/headers.html', verified: '2026-11-22' } as const;
const act = {
  source: 'https://docs.spring.io/spring-boot/reference/actuator/endpoints.html#actuator.endpoints.health',
  verified: '2026-11-22',
} as const;

/** What a health endpoint says when something that the application needs is down. */
const DOWN: Match = {
  all: [
    {
      any: [
        { json: 'status', is: 'DOWN' },
        { json: 'status', is: 'OUT_OF_SERVICE' },
      ],
    },
    // In capitals: hand-written health checks say `down`.
    { bodyMatches: /"status"\s{0,4}:\s{0,4}"(?:DOWN|OUT_OF_SERVICE)"/, near: '"status"' },
  ],
};

/** Spring Boot, and Spring Security with it. */
export const springBoot: Vendor = {
  id: 'spring-boot',
  name: 'Spring Boot',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: {
        all: [
          { header: 'cache-control', is: 'no-cache, no-store, max-age=0, must-revalidate' },
          { header: 'pragma', is: 'no-cache' },
          { header: 'expires', is: '0' },
        ],
      },
      says: "`cache-control: {value}` with `pragma` and `expires: 0` is Spring Security's default",
      documented: true,
      ...sec,
    },
    {
      when: { header: 'x-application-context' },
      says: '`x-application-context: {value}` is set by Spring Boot',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: { body: 'Whitelabel Error Page' },
      strength: 'conclusive',
      says: "`{value}` is Spring Boot's own page",
      documented: true,
      ...docs,
    },
    {
      when: { bodyMatches: /\(type=[A-Z][A-Za-z ]{3,40}, status=5\d\d\)/, near: ', status=5' },
      strength: 'conclusive',
      says: "`{value}` is in Spring Boot's own page",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { status: [500, 501, 505, 507] },
          { all: [{ json: 'timestamp' }, { json: 'status' }, { json: 'error' }, { json: 'path' }] },
          {
            bodyMatches: /"error"\s?:\s?"(?:Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout)"/,
            near: '"error"',
          },
          { not: { json: 'requestId' } },
          { not: { body: 'Unable to find instance' } },
          { not: ofGateway },
        ],
      },
      strength: 'conclusive',
      says: "`timestamp`, `status`, `error` and `path` are Spring Boot's JSON for an error",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          {
            any: [
              { all: [{ status: [502, 503, 504] }, { not: { json: 'requestId' } }] },
              { all: [{ status: 500 }, { json: 'requestId' }] },
            ],
          },
          { all: [{ json: 'timestamp' }, { json: 'status' }, { json: 'error' }, { json: 'path' }] },
          { not: { body: 'Unable to find instance' } },
          { not: ofGateway },
        ],
      },
      strength: 'strong',
      says: "`timestamp`, `status`, `error` and `path` are Spring Boot's JSON for an error",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { status: [500, 502, 503, 504] },
          { all: [{ json: 'timestamp' }, { json: 'status' }, { json: 'error' }, { json: 'path' }] },
          { json: 'requestId' },
          { not: { body: 'Unable to find instance' } },
          { not: ofGateway },
        ],
      },
      strength: 'supporting',
      says: "The JSON is Spring WebFlux's; Spring Cloud Gateway sends the same",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { status: 503 },
          DOWN,
          { any: [{ json: 'components' }, { json: 'groups' }, { header: 'content-type', has: 'spring-boot.actuator' }] },
        ],
      },
      strength: 'strong',
      says: "`status: {value}` with `components` is the answer of Spring Boot's health endpoint",
      documented: true,
      ...act,
    },
    {
      when: {
        all: [
          { status: 503 },
          DOWN,
          // MicroProfile Health and Micronaut.
          { not: { any: [{ json: 'checks' }, { json: 'name' }] } },
        ],
      },
      strength: 'supporting',
      says: "`status: {value}` is how Spring Boot's health endpoint answers, and others’",
      documented: true,
      ...act,
    },
  ],

  codes: [
    {
      status: 503,
      when: DOWN,
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'maintenance'],
      confidence: 'likely',
      verdict: 'Your Spring Boot application answered: its health check says that something it needs is down.',
      cause: 'A health indicator is down: a database, a queue or a disk.',
      look: '`components` of the health endpoint',
      ...act,
    },
    {
      when: { body: 'Unable to find instance' },
      role: 'origin',
      fault: 'destination_unavailable',
      confidence: 'likely',
      cause: 'Service discovery had no instance of the service that was asked for.',
      look: 'whether that service is registered',
      ...docs,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A controller, filter or view threw; `path` is the URL as the application saw it.',
      look: "the application's log: `Servlet.service() … threw exception`, or the logger of the handler",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log at the `timestamp` of the body, around {time}' },
    { text: 'Compare `path` in the body with `{path}`: a difference shows what a proxy rewrote' },
    { text: 'See the message in the answer outside production: `server.error.include-message=always`' },
  ],

  docs: 'https://docs.spring.io/spring-boot/reference/web/servlet.html#web.servlet.spring-mvc.error-handling',
};
