import type { Match, Vendor } from '../../diagnosis/types';

const code = { source: 'https://github.com/traefik/traefik/blob/master/pkg/proxy/httputil/proxy.go', verified: '2026-11-22' } as const;
const faq = { source: 'https://doc.traefik.io/traefik/getting-started/faq/', verified: '2026-11-22' } as const;
const log = {
  text: "Turn on debug and read the line `'502 Bad Gateway' caused by: …`: it carries the cause",
  command: 'docker logs --since 10m TRAEFIK | grep -F "caused by"',
} as const;
const network = {
  text: 'Is the container on the same Docker network as Traefik, and does the port label name the port that it listens on?',
  command: 'docker inspect CONTAINER --format "{{json .NetworkSettings.Networks}} {{json .Config.Labels}}"',
} as const;

const PHRASE: Match = {
  any: [{ all: [{ bodyIs: 'Bad Gateway' }, { status: 502 }] }, { all: [{ bodyIs: 'Gateway Timeout' }, { status: 504 }] }],
};

/** Traefik. Its errors are the bare phrase of the status, and nothing marks relayed responses. */
export const traefik: Vendor = {
  id: 'traefik',
  name: 'Traefik',
  kind: 'proxy',
  depth: 3,
  onPath: [
    {
      when: { header: 'server', matches: /^traefik\b/i },
      says: '`server: {value}`',
      version: /traefik\/([\w.]+)/i,
      documented: true,
      ...faq,
    },
  ],
  issued: [
    {
      when: { bodyIs: 'no available server' },
      strength: 'conclusive',
      says: "`no available server` is Traefik's own text",
      ...faq,
    },
    {
      when: {
        all: [
          PHRASE,
          { header: 'content-type', is: 'text/plain; charset=utf-8' },
          { absent: 'server' },
          { absent: 'x-powered-by' },
          { absent: 'x-content-type-options' },
          { absent: 'via' },
          // Koa and Hono have the same body. Node.js sends this header, which HTTP/2 has not.
          { absent: 'keep-alive' },
          { not: { http: '2+' } },
        ],
      },
      strength: 'strong',
      says: 'The body is the bare phrase `{value}` as plain text, without a `server`: how Traefik answers',
      documented: true,
      ...code,
    },
    {
      when: {
        all: [
          PHRASE,
          // Where no header is to be seen at all, this one may have been there.
          {
            any: [
              { header: 'content-type', is: 'text/plain; charset=utf-8' },
              { not: { any: [{ header: 'content-type' }, { absent: 'content-type' }] } },
            ],
          },
          // What applications on Node.js send beside the same body.
          { not: { any: [{ header: 'x-powered-by' }, { header: 'etag' }, { header: 'keep-alive', is: 'timeout=5' }] } },
        ],
      },
      strength: 'supporting',
      says: 'The body is the bare phrase `{value}`, as Traefik and other proxies written in Go send it',
      ...code,
    },
  ],
  codes: [
    {
      when: { bodyIs: 'no available server' },
      role: 'origin',
      fault: 'destination_unavailable',
      confidence: 'certain',
      verdict: 'Traefik answered: the route exists, but no healthy server is behind it.',
      cause: 'No server is configured for the service, or all fail their health check.',
      look: "the service in Traefik's dashboard; the application log has nothing about this request",
      steps: [
        {
          text: 'Is the container running and healthy? Traefik leaves out unhealthy ones',
          command: 'docker ps --format "{{.Names}} {{.Status}}"',
        },
        { text: 'Look at the servers of the service', command: 'curl -s http://localhost:8080/api/http/services' },
        network,
      ],
      ...faq,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'destination_ip_unroutable', 'dns_error', 'destination_unavailable', 'http_protocol_error'],
      confidence: 'possible',
      verdict: 'Traefik answered for your app: it could not reach it, or the connection broke.',
      cause: 'The container refused or closed the connection, its address is not reachable, or its port is another.',
      look: "port label and network of the container; Traefik's debug log",
      steps: [network, log],
      ...code,
    },
    {
      status: 504,
      role: 'link',
      fault: 'connection_timeout',
      also: ['connection_read_timeout', 'http_response_timeout', 'destination_ip_unroutable'],
      confidence: 'possible',
      verdict: 'Traefik gave up: the app did not accept its connection, or did not answer in time.',
      cause: 'By default only the dial timeout (30 s) exists: the wrong Docker network is the usual cause.',
      look: 'the network of the container',
      steps: [network, log],
      documented: true,
      ...faq,
    },
    {
      status: 500,
      role: 'link',
      fault: 'tls_certificate_error',
      also: ['proxy_internal_error', 'proxy_configuration_error', 'application_error'],
      confidence: 'possible',
      verdict: 'Traefik answered: most often it does not accept the certificate of the app.',
      cause: 'Over HTTPS to the backend, a certificate that cannot be verified is a 500; so is a failed middleware.',
      look: "Traefik's log",
      steps: [log],
      documented: true,
      ...code,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'maintenance'],
      confidence: 'possible',
      verdict: 'Traefik answered: no healthy server is behind this route, or its circuit breaker is open.',
      cause: 'Failover has no live child, or a circuit breaker is open.',
      look: "the service in Traefik's dashboard",
      steps: [network, log],
      documented: true,
      ...faq,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'A middleware of Traefik gave this status.',
      look: 'the middlewares of the route',
      documented: true,
      ...faq,
    },
  ],
  timeouts: [
    {
      ms: 30_000,
      status: [504],
      fault: 'connection_timeout',
      role: 'link',
      name: '`dialTimeout`, default 30 s',
      source: 'https://doc.traefik.io/traefik/routing/overview/#forwardingtimeoutsdialtimeout',
      verified: '2026-11-22',
    },
  ],
  ids: [],
  steps: [network, log],
  test: {
    text: "In Traefik's access log compare `OriginStatus` with `DownstreamStatus`.",
    command: 'docker logs --since 10m TRAEFIK | grep -F -- {path}',
    outcomes: [
      { result: '`OriginStatus` is 0', means: 'Traefik made the status itself' },
      { result: 'Both are the same', means: 'the application answered it' },
    ],
  },
  docs: 'https://doc.traefik.io/traefik/getting-started/faq/',
};
