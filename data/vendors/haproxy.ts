import type { Vendor } from '../../diagnosis/types';
import { noBody } from '../bodies';

const pages = { source: 'https://github.com/haproxy/haproxy/blob/master/src/http.c', verified: '2026-11-22' } as const;
const flags = { source: 'https://docs.haproxy.org/2.8/configuration.html#8.5', verified: '2026-11-22' } as const;
const router = {
  source: 'https://github.com/openshift/router/blob/master/images/router/haproxy/conf/error-page-503.http',
  verified: '2026-11-22',
} as const;
const logLine = {
  text: 'Read the log line of that second: the two letters before the counters say what ended it (`SC` refused, `sC` connect timeout, `sQ` queue, `SH` aborted, `sH` timeout, `PR` denied, `NOSRV` no server)',
  command: 'sudo journalctl -u haproxy --since {from} --until {to} | grep -F -- {path}',
} as const;
const servers = {
  text: 'List the servers and their checks: `DOWN` with `L4CON` is refused, `L7STS` a bad health answer, `MAINT` is switched off',
  command: "echo 'show stat' | sudo socat stdio /run/haproxy/admin.sock | cut -d, -f1,2,18,19,37",
} as const;

/** HAProxy, the load balancer; also the engine inside OpenShift's router. */
export const haproxy: Vendor = {
  id: 'haproxy',
  name: 'HAProxy',
  kind: 'load-balancer',
  depth: 3,
  onPath: [
    {
      when: { header: 'server', matches: /^haproxy\b/i },
      says: '`server: {value}` names HAProxy',
      version: /haproxy\/([\w.]+)/i,
      documented: true,
      ...flags,
    },
    {
      when: { header: 'via', matches: /\bhaproxy\b/i },
      says: '`via: {value}` names HAProxy',
      documented: true,
      ...flags,
    },
  ],
  issued: [
    {
      when: {
        bodyMatches:
          /\b(?:503 Service Unavailable\s{0,4}(?:<\/h1>)?\s{0,8}No server is available to handle this request\.|502 Bad Gateway\s{0,4}(?:<\/h1>)?\s{0,8}The server returned an invalid or incomplete response\.|504 Gateway Time-out\s{0,4}(?:<\/h1>)?\s{0,8}The server didn(?:'|&#0?39;|’)t respond in time\.|500 (?:Internal )?Server Error\s{0,4}(?:<\/h1>)?\s{0,8}An internal server error occurr?ed\.|501 Not Implemented\s{0,4}(?:<\/h1>)?\s{0,8}\.?The server does not support the functionality required)/i,
        near: 'server',
      },
      strength: 'conclusive',
      says: "The body is HAProxy's built-in page: `{value}`",
      ...pages,
    },
    {
      when: {
        all: [
          { header: 'cache-control', is: 'no-cache' },
          { header: 'content-type', is: 'text/html' },
          { absent: 'date' },
          { absent: 'server' },
          { absent: 'pragma' },
          { length: [92, 97, 107, 135] },
        ],
      },
      strength: 'strong',
      says: "HAProxy's own errors carry `cache-control: no-cache`, neither `server` nor `date`, and exactly this length",
      ...pages,
    },
    {
      when: {
        all: [
          { header: 'cache-control', is: 'no-cache' },
          { header: 'content-type', is: 'text/html' },
          { absent: 'date' },
          { absent: 'server' },
          { absent: 'pragma' },
          { absent: 'via' },
        ],
      },
      strength: 'supporting',
      says: "`cache-control: no-cache` without `server` and `date` is how HAProxy's own errors look",
      ...pages,
    },
    {
      when: {
        all: [
          { body: 'Application is not available' },
          { any: [{ body: 'Possible reasons you are seeing this page' }, { body: 'currently not serving requests at this endpoint' }] },
        ],
      },
      strength: 'conclusive',
      says: "The body is the error page of OpenShift's router, which is HAProxy",
      ...router,
    },
    {
      when: {
        all: [
          { status: 503 },
          { header: 'pragma', is: 'no-cache' },
          { header: 'cache-control', is: 'private, max-age=0, no-cache, no-store' },
          { header: 'content-type', is: 'text/html' },
          { absent: 'x-powered-by' },
          // With a body, its page must be there.
          noBody,
        ],
      },
      strength: 'supporting',
      says: "`pragma` and `cache-control` are exactly those of OpenShift's router page",
      ...router,
    },
  ],
  codes: [
    {
      status: 503,
      when: {
        any: [
          { body: 'Application is not available' },
          {
            all: [
              { header: 'pragma', is: 'no-cache' },
              { header: 'cache-control', is: 'private, max-age=0, no-cache, no-store' },
            ],
          },
        ],
      },
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['destination_not_found', 'proxy_configuration_error'],
      confidence: 'likely',
      verdict: "OpenShift's router (HAProxy) answered: no running pod serves this host and path.",
      cause: 'No pod is ready behind the route, or no route matches this host and path.',
      look: 'pods and route of this host; the application log has nothing about this request',
      steps: [
        { text: 'Is there a route for {host}, and does it name an existing service?', command: 'oc get routes -A | grep -F -- {hostname}' },
        { text: 'Does the service have ready pods? An empty list is the cause', command: 'oc get endpoints,pods' },
        { text: 'Read why the router refused the route: duplicate host, wrong path', command: 'oc describe route' },
      ],
      ...router,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: [
        'connection_refused',
        'connection_timeout',
        'dns_error',
        'tls_certificate_error',
        'tls_protocol_error',
        'connection_limit_reached',
        'overloaded',
        'http_request_denied',
        'maintenance',
        'proxy_configuration_error',
      ],
      confidence: 'possible',
      verdict: 'HAProxy answered: it has no server to send this to.',
      cause:
        'All servers are down or disabled, or none could be reached; at once means health check, DNS or a rule, about 3 s means refused three times over.',
      look: "HAProxy's log line and its server list; your application's log has nothing about this request",
      steps: [logLine, servers, { text: 'Is the backend process listening on the port that HAProxy uses?', command: 'sudo ss -ltnp' }],
      ...flags,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_terminated',
      also: [
        'http_response_incomplete',
        'http_protocol_error',
        'http_response_header_section_size',
        'http_request_denied',
        'tls_protocol_error',
      ],
      confidence: 'possible',
      verdict: 'HAProxy answered for your app: the server behind it broke off or sent no valid answer.',
      cause: 'The server closed the connection before its headers were complete (`SH`), or its answer was invalid or too large (`PH`).',
      look: "HAProxy's log flags, then a crash or restart of the server at that second",
      steps: [
        logLine,
        {
          text: '`PH`: show the invalid answer as HAProxy received it',
          command: "echo 'show errors' | sudo socat stdio /run/haproxy/admin.sock",
        },
        { text: '`SH`: look for a crash, a restart or an out-of-memory kill; compare keep-alive timeouts' },
      ],
      ...flags,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['http_response_timeout', 'overloaded', 'connection_timeout'],
      confidence: 'likely',
      verdict: 'HAProxy gave up waiting: the server had the request and sent nothing in time.',
      cause: 'The server accepted the request and sent no headers within `timeout server`.',
      look: "the application's slow request at that time",
      steps: [logLine, { text: 'Compare {waited} with `timeout server`', command: "sudo grep -n 'timeout' /etc/haproxy/haproxy.cfg" }],
      ...flags,
    },
    {
      status: 500,
      role: 'gateway',
      fault: 'http_request_denied',
      also: ['proxy_internal_error', 'proxy_configuration_error'],
      confidence: 'possible',
      verdict: 'HAProxy answered this 500 itself: a rule denied the request, or it failed inside. No server was asked.',
      cause: 'An `http-request deny` or `tarpit` with status 500 (`PR`, `PT`), a failed rewrite (`PH`), or no resources left (`RC`).',
      look: "HAProxy's log flags; the application's log has nothing about this request",
      steps: [logLine, { text: 'Search for the rule', command: "sudo grep -nE 'deny|tarpit|return status' /etc/haproxy/haproxy.cfg" }],
      ...flags,
    },
    {
      status: 501,
      role: 'gateway',
      fault: 'http_request_error',
      confidence: 'likely',
      verdict: 'HAProxy refused this request itself: it does not support what it asks for.',
      cause: 'The request needs something that this HAProxy does not do.',
      look: 'the request line and its headers',
      ...pages,
    },
    {
      role: 'gateway',
      fault: 'proxy_internal_response',
      also: ['http_request_denied', 'maintenance'],
      confidence: 'possible',
      cause: 'A rule in the HAProxy configuration answers this status.',
      look: '`http-request return` and `errorfile` in the HAProxy configuration',
      steps: [logLine],
      ...flags,
    },
  ],
  timeouts: [
    {
      ms: 3000,
      status: [503],
      fault: 'connection_refused',
      role: 'origin',
      name: '`retries 3`, one second apart, after each refused or failed connection',
      verdict: 'HAProxy answered: it tried its server several times and failed each time.',
      source: 'https://docs.haproxy.org/2.8/configuration.html#4.2-retries',
      verified: '2026-11-22',
    },
    {
      ms: 5000,
      times: [4],
      status: [503],
      fault: 'connection_timeout',
      role: 'link',
      name: "`timeout connect`, 5 s in the distributions' configuration",
      source: 'https://docs.haproxy.org/2.8/configuration.html#4.2-timeout%20connect',
      verified: '2026-11-22',
    },
    {
      ms: 50_000,
      status: [504],
      fault: 'connection_read_timeout',
      role: 'origin',
      name: "`timeout server`, 50 s in the distributions' configuration",
      source: 'https://docs.haproxy.org/2.8/configuration.html#4.2-timeout%20server',
      verified: '2026-11-22',
    },
  ],
  ids: [],
  steps: [logLine, servers],
  test: {
    text: 'On the HAProxy host, read the log line of this request: its termination flags and the server it names.',
    command: 'sudo journalctl -u haproxy --since {from} --until {to} | grep -F -- {path}',
    outcomes: [
      { result: '`----` with a server name', means: 'the server answered this status; HAProxy only passed it on' },
      { result: '`NOSRV` or flags starting with `P` or `L`', means: 'HAProxy answered without asking a server' },
      { result: 'flags `SC`, `sC`, `SH` or `sH`', means: 'HAProxy made the status because the server failed' },
    ],
  },
  docs: 'https://docs.haproxy.org/',
};
