import type { Vendor } from '../../diagnosis/types';

const handlers = { source: 'https://github.com/Kong/kong/blob/master/kong/error_handlers.lua', verified: '2026-11-24' } as const;
const headers = { source: 'https://developer.konghq.com/gateway/configuration/#headers', verified: '2026-11-22' } as const;
const ready = {
  source: 'https://github.com/Kong/docs.konghq.com/blob/main/app/_src/gateway/production/monitoring/readiness-check.md',
  verified: '2026-11-30',
} as const;
const docs = { source: 'https://developer.konghq.com/gateway/', verified: '2026-11-22' } as const;
const byId = { text: "Search Kong's error log for the id", command: 'grep -F {x-kong-request-id} /usr/local/kong/logs/error.log' } as const;
const byTime = {
  text: "Read Kong's error log of that second; it uses nginx's words: `(111: Connection refused)`, `prematurely closed`, `timed out`",
  command: 'tail -100 /usr/local/kong/logs/error.log',
} as const;
const health = {
  text: 'Are the targets of the upstream healthy?',
  command: 'curl -s http://localhost:8001/upstreams/UPSTREAM/health',
} as const;

/** Kong Gateway. Its latency headers come even when the upstream never answered, so the body decides. */
export const kong: Vendor = {
  id: 'kong',
  name: 'Kong',
  kind: 'gateway',
  depth: 3,
  onPath: [
    { when: { header: 'via', matches: /\bkong\//i }, says: '`via: {value}`', version: /kong\/([\w.]+)/i, documented: true, ...headers },
    { when: { header: 'server', matches: /^kong\//i }, says: '`server: {value}`', version: /kong\/([\w.]+)/i, ...headers },
    {
      when: {
        any: [
          { header: 'x-kong-proxy-latency' },
          { header: 'x-kong-upstream-latency' },
          { header: 'x-kong-request-id' },
          { header: 'x-kong-response-latency' },
        ],
      },
      says: 'An `x-kong-…` header shows Kong on the way; it says nothing about who answered',
      documented: true,
      ...headers,
    },
  ],
  issued: [
    {
      when: { header: 'x-kong-admin-latency' },
      strength: 'conclusive',
      says: '`x-kong-admin-latency`: the Admin or Status API of Kong answered itself; no service was asked',
      ...ready,
    },
    {
      when: {
        any: [
          { body: 'An invalid response was received from the upstream server' },
          { body: 'The upstream server is currently unavailable' },
          { body: 'The upstream server is timing out' },
          { body: 'failure to get a peer from the ring-balancer' },
          { body: 'failed the initial dns/balancer resolve' },
          { body: 'no Service found with those values' },
          { bodyMatches: /The upstream server responded with 5\d\d/i, near: 'The upstream server responded with' },
        ],
      },
      strength: 'conclusive',
      says: "The body is Kong's own sentence: `{value}`",
      ...handlers,
    },
    {
      when: {
        all: [
          { body: 'An unexpected error occurred' },
          {
            any: [
              // `via` and the request id stand on relayed answers too.
              { header: 'server', matches: /^kong\//i },
              { header: 'x-kong-response-latency' },
            ],
          },
        ],
      },
      strength: 'conclusive',
      says: "The body is Kong's own sentence: `{value}`",
      ...handlers,
    },
    {
      when: {
        bodyMatches:
          /^\s{0,20}\{\s{0,8}"message":\s?"An unexpected error occurred",\s{0,8}"request_id":\s?"[0-9a-f]{32}"\s{0,8}\}\s{0,20}$/,
        near: 'an unexpected error occurred',
      },
      strength: 'strong',
      says: "`message` and `request_id` are Kong's own",
      documented: true,
      ...handlers,
    },
    {
      when: { json: 'message', is: 'An unexpected error occurred' },
      strength: 'supporting',
      says: "The message is also Kong's own",
      ...handlers,
    },
    {
      when: {
        all: [
          { json: 'message', is: 'name resolution failed' },
          {
            any: [
              { header: 'server', has: 'kong' },
              { header: 'x-kong-request-id' },
              { header: 'x-kong-response-latency' },
              { json: 'request_id' },
            ],
          },
        ],
      },
      strength: 'conclusive',
      says: "The message is Kong's own: `{value}`",
      documented: true,
      ...handlers,
    },
    {
      when: { all: [{ json: 'message', is: 'name resolution failed' }, { status: 503 }] },
      strength: 'strong',
      says: "The message is Kong's own: `{value}`",
      documented: true,
      ...handlers,
    },
    {
      when: { header: 'server', matches: /^kong\//i },
      strength: 'strong',
      says: '`server: {value}`: Kong puts its name there on its own answers, and into `via` on what it passes on',
      documented: true,
      ...headers,
    },
    {
      when: {
        all: [
          { any: [{ header: 'x-kong-upstream-latency' }, { header: 'x-kong-request-id' }, { header: 'via', has: 'kong' }] },
          { header: 'content-type', starts: 'application/json' },
          { any: [{ all: [{ status: 502 }, { length: [75, 128, 131] }] }, { all: [{ status: 500 }, { length: [42, 47] }] }] },
          { any: [{ absent: 'x-kong-upstream-latency' }, { status: 502 }] },
        ],
      },
      strength: 'strong',
      says: "`content-length` is exactly that of Kong's own JSON error",
      documented: true,
      ...handlers,
    },
  ],
  codes: [
    {
      when: { all: [{ header: 'x-kong-admin-latency' }, { body: 'failed to connect to database' }] },
      role: 'gateway',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'proxy_internal_error'],
      confidence: 'likely',
      verdict: 'Kong says that it is not ready: it does not reach its own database.',
      cause: 'The database of Kong is down, or `pg_host` and its password do not fit.',
      look: "Kong's database, and `pg_…` in kong.conf",
      steps: [byTime],
      ...ready,
    },
    {
      when: { header: 'x-kong-admin-latency' },
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['destination_unavailable', 'proxy_configuration_error'],
      confidence: 'possible',
      verdict: "Kong's own Admin or Status API failed; no service behind Kong was asked.",
      cause: 'Kong does not reach its database, or has no valid configuration.',
      look: "Kong's error log",
      steps: [byTime],
      ...ready,
    },
    {
      when: { body: 'name resolution failed' },
      role: 'link',
      fault: 'dns_error',
      confidence: 'certain',
      verdict: 'Kong answered: the host name of the service does not resolve.',
      cause: "Kong's resolver does not know the host of the service.",
      look: 'the host of the Service, and `dns_resolver`',
      steps: [{ text: 'Resolve it inside the Kong container', command: 'docker exec KONG getent hosts SERVICE_HOST' }, byId, byTime],
      documented: true,
      ...handlers,
    },
    {
      when: { body: 'failed the initial dns/balancer resolve' },
      role: 'link',
      fault: 'dns_error',
      also: ['destination_unavailable'],
      confidence: 'likely',
      verdict: 'Kong answered: the host name of the service does not resolve.',
      cause: 'The body names the host and the resolver’s error.',
      look: 'the host of the Service, and `dns_resolver`',
      steps: [byId, byTime],
      documented: true,
      ...handlers,
    },
    {
      when: { body: 'failure to get a peer from the ring-balancer' },
      role: 'origin',
      fault: 'destination_unavailable',
      confidence: 'certain',
      verdict: 'Kong answered: all targets of the upstream are unhealthy.',
      cause: 'Health checks left no target.',
      look: 'targets of the upstream',
      steps: [health, byTime],
      documented: true,
      ...handlers,
    },
    {
      when: { body: 'no Service found with those values' },
      role: 'gateway',
      fault: 'proxy_configuration_error',
      also: ['destination_not_found'],
      confidence: 'certain',
      verdict: 'Kong answered: this route has no service behind it.',
      cause: 'The route was made without a service.',
      look: 'the route in Kong',
      steps: [{ text: 'Look at it', command: 'curl -s http://localhost:8001/routes' }],
      documented: true,
      ...handlers,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: [
        'connection_terminated',
        'destination_unavailable',
        'http_protocol_error',
        'tls_protocol_error',
        'http_response_header_section_size',
      ],
      confidence: 'possible',
      verdict: 'Kong answered for your service: it got no valid answer from it.',
      cause: 'In spite of its words, this is most often a refused connection: nothing listens on host and port of the service.',
      look: 'host and port of the Service; the application log has nothing about this request',
      steps: [
        byId,
        byTime,
        {
          text: 'Reach the service from inside the Kong container: `localhost` there is Kong itself',
          command: 'docker exec KONG curl -sv http://SERVICE_HOST:PORT/',
        },
        health,
      ],
      ...handlers,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'maintenance', 'proxy_internal_response'],
      confidence: 'likely',
      verdict: 'Kong answered: no target of this service is available.',
      cause: 'All targets are unhealthy, or a plugin ended the request.',
      look: 'targets of the upstream, plugins of the route',
      steps: [health, byId, byTime],
      documented: true,
      ...handlers,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout', 'connection_read_timeout', 'connection_write_timeout'],
      confidence: 'likely',
      verdict: 'Kong gave up waiting: the service did not answer in time.',
      cause: 'The service did not accept the connection or sent nothing within its timeouts (60 s each, several tries).',
      look: "the application's slow request at that time",
      steps: [{ text: 'Compare {waited} with `connect_timeout` and `read_timeout` of the Service, times its `retries`' }, byId, byTime],
      ...handlers,
    },
    {
      status: 500,
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['proxy_configuration_error', 'application_error'],
      confidence: 'likely',
      verdict: 'Kong answered this 500 itself: a plugin or Kong failed. The service is not to blame.',
      cause: 'A plugin threw, or Kong cannot reach its database.',
      look: "Kong's error log",
      steps: [byId, byTime],
      ...handlers,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'proxy_internal_error'],
      confidence: 'unknown',
      cause: 'A plugin gave this status.',
      look: 'plugins of the route',
      steps: [byId, byTime],
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 60_000,
      times: [1, 2, 3, 4, 5, 6],
      status: [504],
      fault: 'connection_read_timeout',
      role: 'origin',
      name: '`read_timeout`, default 60 s',
      source: 'https://developer.konghq.com/gateway/entities/service/',
      verified: '2026-11-22',
    },
  ],
  ids: [
    {
      header: 'x-kong-request-id',
      name: 'Kong request id',
      lookup: 'grep it in /usr/local/kong/logs/error.log and access.log',
      documented: true,
      ...headers,
    },
    {
      body: /"request_id"\s{0,8}:\s{0,8}"([0-9a-f]{32})"/,
      name: 'Kong request id',
      lookup: 'grep it in /usr/local/kong/logs/error.log and access.log',
      documented: true,
      ...headers,
    },
  ],
  steps: [byId, byTime, health],
  test: {
    text: 'Turn on `x-kong-upstream-status` (`headers` in kong.conf) and ask again.',
    command: 'curl -sv -o /dev/null {url}',
    outcomes: [
      { result: 'The header is missing', means: 'Kong answered without an upstream' },
      { result: 'It is there and the body is your own', means: 'the service answered this status' },
    ],
  },
  docs: 'https://developer.konghq.com/gateway/',
};
