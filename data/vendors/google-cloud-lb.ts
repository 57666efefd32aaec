import type { Match, Vendor } from '../../diagnosis/types';
import { envoyReplies } from '../envoy-replies';

const log = { source: 'https://docs.cloud.google.com/load-balancing/docs/https/https-logging-monitoring', verified: '2026-11-22' } as const;
const via = { source: 'https://docs.cloud.google.com/load-balancing/docs/https', verified: '2026-11-24' } as const;
const VIA: Match = { header: 'via', matches: /(?:^|,)\s{0,4}1\.1 google\b/i };
const NO_SERVER: Match = { not: { header: 'server' } };
/** The short texts of the Envoy inside the load balancer. */
const REPLY: Match = {
  any: [
    { bodyIs: 'no healthy upstream' },
    { bodyIs: 'upstream request timeout' },
    { bodyIs: 'fault filter abort' },
    { body: 'upstream connect error or disconnect/reset before headers' },
  ],
};
/** The plain page, not the robot page of Google's own sites. */
const PAGE: Match = {
  all: [
    { body: 'Error: Server Error' },
    { body: 'The server encountered a temporary error and could not complete your request' },
    { not: { body: 'all we know' } },
    { not: { host: '.appspot.com' } },
    { not: { host: '.run.app' } },
  ],
};
const logQuery = {
  text: 'Read `statusDetails` in the load balancer’s log: it names the cause. No row: logging is off, switch it on.',
  command:
    'gcloud logging read \'resource.type="http_load_balancer" AND httpRequest.status>=500 AND timestamp>="{from}" AND timestamp<="{to}"\' --format="value(timestamp,httpRequest.requestUrl,httpRequest.status,jsonPayload.statusDetails,jsonPayload.proxyStatus,httpRequest.latency)"',
} as const;
const health = {
  text: 'Are the backends healthy?',
  command: 'gcloud compute backend-services get-health "$BACKEND_SERVICE" --global',
} as const;

/** Google Cloud's external Application Load Balancers (classic and Envoy-based), with Cloud CDN and Cloud Armor. */
export const googleCloudLb: Vendor = {
  id: 'google-cloud-lb',
  name: 'Google Cloud load balancer',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    { when: VIA, says: '`via: {value}` stands on everything that passes Google’s load balancer, answers of the backend too', ...via },
  ],
  issued: [
    {
      when: { all: [VIA, NO_SERVER, REPLY] },
      strength: 'conclusive',
      says: '`{value}`: Google’s load balancer runs Envoy; a mesh of your own would leave its `server`',
      ...log,
    },
    {
      when: { all: [VIA, { header: 'server', is: 'cloudflare' }, REPLY] },
      strength: 'strong',
      says: '`{value}` is the text of an Envoy; Google’s load balancer runs one, and Cloudflare hides the `server` that would tell',
      documented: true,
      ...log,
    },
    {
      when: { all: [PAGE, VIA] },
      strength: 'conclusive',
      says: 'The page is that of Google’s classic load balancer, and `via: 1.1 google` stands on it',
      documented: true,
      ...log,
    },
    {
      when: { all: [PAGE, { not: { header: 'server', is: 'Google Frontend' } }] },
      strength: 'strong',
      says: 'The page is that of Google’s classic load balancer: `temporary error`, `try again in 30 seconds`',
      ...log,
    },
    {
      when: {
        all: [
          { bodyMatches: /<title>502 Server Error<\/title>\s{0,8}<\/head>\s{0,8}<body text=#000000/i, near: '502 server error' },
          { not: { header: 'server', is: 'Google Frontend' } },
          { not: { host: '.appspot.com' } },
          { not: { host: '.run.app' } },
        ],
      },
      strength: 'strong',
      says: 'The page begins as that of Google’s classic load balancer does',
      ...log,
    },
    {
      when: {
        all: [
          { status: 502 },
          { length: [332] },
          NO_SERVER,
          { header: 'content-type', starts: 'text/html' },
          { header: 'referrer-policy', is: 'no-referrer' },
        ],
      },
      strength: 'strong',
      says: '332 bytes of HTML and no `server`: the length of Google’s own 502 page',
      documented: true,
      ...log,
    },
    {
      when: { all: [VIA, { any: [{ header: 'x-powered-by' }, { header: 'x-request-id' }, { header: 'etag' }] }] },
      strength: 'against',
      says: 'Headers of an application came with it: the load balancer passed this on',
      documented: true,
      ...via,
    },
  ],
  codes: [
    ...envoyReplies,
    {
      status: 500,
      role: 'gateway',
      fault: 'proxy_configuration_error',
      also: ['proxy_internal_error', 'destination_unavailable'],
      confidence: 'possible',
      cause: 'The load balancer itself failed, or two IAP policies collide.',
      look: '`statusDetails` in the load balancer’s log',
      documented: true,
      ...log,
    },
    {
      status: [502, 503],
      role: 'origin',
      fault: 'destination_unavailable',
      also: [
        'connection_terminated',
        'connection_refused',
        'proxy_configuration_error',
        'http_response_timeout',
        'connection_timeout',
        'tls_protocol_error',
        'http_response_header_section_size',
      ],
      confidence: 'possible',
      verdict: 'Google’s load balancer answered: no backend gave it a valid response.',
      cause: 'No backend is healthy, or one closed the connection; the page never says which.',
      look: '`statusDetails` in the load balancer’s log; then backend health and its firewall rule',
      steps: [
        logQuery,
        health,
        {
          text: '`failed_to_pick_backend`: health checks need the ranges 130.211.0.0/22 and 35.191.0.0/16 open, and the right port, path and host.',
        },
        {
          text: '`backend_connection_closed_before_data_sent_to_client`: the keep-alive of the backend must be longer than 600 s (nginx: 620 s).',
        },
        { text: '`backend_timeout`: raise the timeout of the backend service (default 30 s) or make the answer faster.' },
      ],
      ...log,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout', 'connection_read_timeout'],
      confidence: 'likely',
      verdict: 'Google’s load balancer gave up: the backend did not answer within its timeout.',
      cause: 'The backend took longer than the timeout of the backend service, 30 s by default.',
      look: 'What the backend was doing; then the timeout of the backend service',
      documented: true,
      ...log,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'The load balancer made this answer itself.',
      look: '`statusDetails` in the load balancer’s log',
      documented: true,
      ...log,
    },
  ],
  timeouts: [
    {
      ms: 30_000,
      status: [502, 503, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'backend service timeout, default 30 s',
      documented: true,
      ...log,
    },
  ],
  ids: [
    { header: 'x-cloud-trace-context', name: 'Trace id', lookup: 'search Cloud Logging for the part before `/`', documented: true, ...log },
  ],
  steps: [logQuery, health, { text: 'Does the log have `response_sent_by_backend`? Then the backend answered: read its log.' }],
  statusPage: 'https://status.cloud.google.com/',
  docs: log.source,
};
