import type { Vendor } from '../../diagnosis/types';

const code = { source: 'https://github.com/TykTechnologies/tyk/blob/master/gateway/reverse_proxy.go', verified: '2026-11-24' } as const;
const docs = { source: 'https://tyk.io/docs/api-management/troubleshooting-debugging/', verified: '2026-11-24' } as const;
const log = {
  text: "Read the gateway's log: `http: proxy error: …` names the cause",
  command: 'docker logs --since 10m TYK_GATEWAY | grep -F "proxy error"',
} as const;

/** Tyk Gateway. It says 500 for every upstream that cannot be reached. */
export const tyk: Vendor = {
  id: 'tyk',
  name: 'Tyk',
  kind: 'gateway',
  depth: 3,
  onPath: [{ when: { header: 'x-generator', is: 'tyk.io' }, says: '`x-generator: tyk.io`', documented: true, ...docs }],
  issued: [
    {
      when: {
        any: [{ json: 'error', is: 'There was a problem proxying the request' }, { body: 'There was a problem proxying the request' }],
      },
      strength: 'conclusive',
      says: "The body is Tyk's own sentence: `{value}`",
      ...code,
    },
    {
      when: { any: [{ body: 'Upstream service reached hard timeout' }, { json: 'error', is: 'Upstream host lookup failed' }] },
      strength: 'conclusive',
      says: "The body is Tyk's own sentence: `{value}`",
      documented: true,
      ...code,
    },
    {
      when: {
        any: [
          { json: 'error', is: 'Service temporarily unnavailable' },
          { json: 'error', is: 'Service temporarily unnavailable.' },
          { json: 'error', is: 'All hosts are down' },
        ],
      },
      strength: 'strong',
      says: "The body is Tyk's own sentence: `{value}`",
      documented: true,
      ...code,
    },
    {
      when: { all: [{ header: 'x-generator', is: 'tyk.io' }, { json: 'error' }] },
      strength: 'conclusive',
      says: '`x-generator: tyk.io`: Tyk writes it on its own errors',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      when: { body: 'Upstream host lookup failed' },
      role: 'link',
      fault: 'dns_error',
      confidence: 'certain',
      verdict: 'Tyk answered: the host name of the upstream does not resolve.',
      cause: 'The target URL of the API names a host that the gateway cannot resolve.',
      look: 'the target URL, and DNS in the gateway’s network',
      steps: [{ text: 'Resolve it inside the container', command: 'docker exec TYK_GATEWAY getent hosts UPSTREAM' }, log],
      documented: true,
      ...code,
    },
    {
      when: { body: 'hard timeout' },
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_read_timeout'],
      confidence: 'certain',
      verdict: 'Tyk gave up waiting: the upstream did not answer in time.',
      cause: 'The enforced timeout of this endpoint ran out.',
      look: "the application's slow request at that time",
      steps: [log],
      documented: true,
      ...code,
    },
    {
      when: {
        any: [
          { json: 'error', has: 'temporarily unn' },
          { json: 'error', has: 'Service temporarily unavailable' },
        ],
      },
      role: 'gateway',
      fault: 'overloaded',
      also: ['destination_unavailable', 'proxy_internal_response'],
      confidence: 'likely',
      verdict: 'Tyk turned this request away: its circuit breaker for the upstream is open.',
      cause: 'Too many requests to the upstream failed before.',
      look: 'why the upstream failed before',
      steps: [log],
      documented: true,
      ...code,
    },
    {
      when: { body: 'All hosts are down' },
      role: 'origin',
      fault: 'destination_unavailable',
      confidence: 'certain',
      verdict: 'Tyk answered: all hosts of the upstream are down.',
      cause: 'Uptime tests left no host.',
      look: 'the hosts of the API',
      steps: [log],
      documented: true,
      ...code,
    },
    {
      when: { body: 'problem proxying the request' },
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'tls_certificate_error', 'http_response_incomplete', 'connection_timeout'],
      confidence: 'possible',
      verdict: 'Tyk answered: it could not get an answer from the upstream.',
      cause: 'The upstream refused or broke the connection, or its certificate is not accepted; Tyk says 500 for all of it.',
      look: "the gateway's log; the application log may have nothing about this request",
      steps: [log, { text: 'Reach the upstream from inside the container', command: 'docker exec TYK_GATEWAY curl -sv UPSTREAM_URL' }],
      ...code,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_error', 'http_request_denied', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'A middleware of Tyk ended the request; the body names it.',
      look: "the gateway's log",
      steps: [log],
      documented: true,
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [log],
  docs: 'https://tyk.io/docs/api-management/troubleshooting-debugging/',
};
