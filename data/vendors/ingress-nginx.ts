import type { Match, Vendor } from '../../diagnosis/types';

const trouble = { source: 'https://kubernetes.github.io/ingress-nginx/troubleshooting/', verified: '2026-11-22' } as const;
const config = {
  source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/',
  verified: '2026-11-22',
} as const;
const template = {
  source: 'https://github.com/kubernetes/ingress-nginx/blob/main/rootfs/etc/nginx/template/nginx.tmpl',
  verified: '2026-11-22',
} as const;
const PAGE = /<hr ?\/?>\s{0,8}<center>\s{0,8}nginx\s{0,8}<\/center>/i;
/** Versions before 0.40 told nginx's version. */
const OLD_PAGE = /<hr ?\/?>\s{0,8}<center>\s{0,8}nginx(?:\/[\d.]{3,12})?\s{0,8}<\/center>/i;
const endpoints = { text: 'Does the service have ready endpoints?', command: 'kubectl get endpointslices,pods -o wide' } as const;
const log = {
  text: "Read the controller's log: the fields `upstream_addr` and `upstream_status`, and the name `[namespace-service-port]`",
  command: 'kubectl logs -n ingress-nginx deploy/ingress-nginx-controller --since=1h | grep -F -- {path} | tail -20',
} as const;
const describe = { text: 'Do service name and port in the Ingress match the Service?', command: 'kubectl describe ingress' } as const;

/** Its default `strict-transport-security`. Old versions call themselves nginx; this tells them apart. */
export const ingressHsts: Match = { header: 'strict-transport-security', starts: 'max-age=15724800' };

/** ingress-nginx, the nginx ingress controller of Kubernetes. Current versions remove the `server` header. */
export const ingressNginx: Vendor = {
  id: 'ingress-nginx',
  name: 'ingress-nginx',
  kind: 'gateway',
  depth: 4,
  onPath: [
    {
      when: ingressHsts,
      says: '`strict-transport-security: {value}`: 15724800 is the default of ingress-nginx',
      documented: true,
      ...config,
    },
  ],
  issued: [
    {
      when: {
        all: [{ bodyMatches: OLD_PAGE, near: '<center>' }, ingressHsts],
      },
      strength: 'strong',
      says: "The body is nginx's built-in page, and `strict-transport-security` the default of ingress-nginx",
      documented: true,
      ...config,
    },
    {
      when: {
        all: [
          { bodyMatches: PAGE, near: '<center>' },
          { absent: 'server' },
          { any: [{ header: 'date' }, { status: 503 }] },
          { not: { header: 'content-type', has: 'json' } },
        ],
      },
      strength: 'supporting',
      says: "The body is nginx's built-in page without a version, and `server` is missing: ingress-nginx removes it",
      ...template,
    },
    {
      when: {
        all: [
          { absent: 'server' },
          { header: 'content-type', is: 'text/html' },
          ingressHsts,
          { length: [150, 158, 160, 168, 170, 190, 552, 560, 562, 570, 572, 592] },
        ],
      },
      strength: 'strong',
      says: "`content-length` is exactly that of nginx's built-in page, and `server` is missing",
      documented: true,
      ...template,
    },
  ],
  codes: [
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['proxy_configuration_error', 'overloaded', 'maintenance'],
      confidence: 'likely',
      verdict: 'ingress-nginx answered: no ready pod is behind this service.',
      cause: 'The service has no ready endpoint, its port is wrong, or a bad annotation denies the location.',
      look: 'endpoints of the service; the application log has nothing about this request',
      steps: [
        endpoints,
        describe,
        { text: 'Does the readiness probe fail?', command: 'kubectl describe pods | grep -A3 -i readiness' },
        log,
      ],
      ...trouble,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'http_protocol_error', 'http_response_header_section_size', 'tls_protocol_error'],
      confidence: 'possible',
      verdict: 'ingress-nginx answered for your app: the pod refused, broke off or spoke another protocol.',
      cause: 'The pod does not listen on this port, restarted, or expects HTTPS where the ingress speaks HTTP.',
      look: "the controller's log, then restarts of the pod",
      steps: [
        log,
        { text: 'HTTPS in the pod needs `nginx.ingress.kubernetes.io/backend-protocol: HTTPS`' },
        { text: 'Did the pod restart?', command: 'kubectl get pods' },
      ],
      documented: true,
      ...trouble,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['connection_timeout', 'http_response_timeout', 'overloaded'],
      confidence: 'likely',
      verdict: 'ingress-nginx gave up waiting: the pod sent nothing in time.',
      cause: 'Nothing within `proxy-read-timeout` (60 s), or no connection within 5 s, up to three times.',
      look: "the application's slow request at that time; for 5, 10 or 15 s a network policy",
      steps: [{ text: '{waited}: 5, 10 or 15 s is the connect timeout, 60 s the read timeout' }, log],
      documented: true,
      ...config,
    },
    {
      status: 500,
      role: 'gateway',
      fault: 'proxy_configuration_error',
      also: ['proxy_internal_error', 'proxy_loop_detected', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'ingress-nginx answered this 500 itself: an annotation or its authentication service failed.',
      cause: '`auth-url` answered something else than 200 or 401, or a rewrite leads in a circle.',
      look: "the controller's log",
      steps: [log, describe],
      documented: true,
      ...trouble,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_configuration_error', 'proxy_internal_response'],
      confidence: 'unknown',
      cause: 'An annotation or `custom-http-errors` gave this status.',
      look: 'the annotations of the Ingress',
      steps: [log, describe],
      documented: true,
      ...config,
    },
  ],
  timeouts: [
    {
      ms: 60_000,
      times: [1, 2, 3],
      status: [504],
      fault: 'connection_read_timeout',
      role: 'origin',
      name: '`proxy-read-timeout`, default 60 s',
      ...config,
    },
    {
      ms: 5000,
      times: [1, 2, 3],
      status: [504],
      fault: 'connection_timeout',
      role: 'link',
      name: '`proxy-connect-timeout`, default 5 s',
      ...config,
    },
  ],
  ids: [],
  steps: [log, endpoints, describe],
  test: {
    text: "In the controller's log read `upstream_status` of this request.",
    command: 'kubectl logs -n ingress-nginx deploy/ingress-nginx-controller --since=1h | grep -F -- {path} | tail -5',
    outcomes: [
      { result: 'It is `-`', means: 'the controller answered without asking a pod' },
      { result: 'It equals the status and the length is not 0', means: 'the pod answered it' },
    ],
  },
  docs: 'https://kubernetes.github.io/ingress-nginx/troubleshooting/',
};
