import type { Vendor } from '../../diagnosis/types';

const errors = {
  source: 'https://learn.microsoft.com/aspnet/core/fundamentals/servers/yarp/direct-forwarding',
  verified: '2026-11-24',
} as const;
const timeouts = {
  source: 'https://learn.microsoft.com/aspnet/core/fundamentals/servers/yarp/http-client-config',
  verified: '2026-11-24',
} as const;
const log = {
  text: 'Read the log category `Yarp.ReverseProxy.Forwarder.HttpForwarder` of that second: it names `ForwarderError` and the exception',
} as const;

/** YARP, the reverse proxy of .NET. Its errors have no body. */
export const yarp: Vendor = {
  id: 'yarp',
  name: 'YARP',
  kind: 'gateway',
  depth: 4,
  onPath: [],
  issued: [
    {
      when: {
        all: [{ header: 'server', is: 'Kestrel' }, { status: [502, 503, 504] }, { bodyEmpty: true }, { not: { header: 'content-type' } }],
      },
      strength: 'supporting',
      says: 'An empty 502, 503 or 504 under `server: Kestrel` is how YARP reports a failed destination',
      documented: true,
      ...errors,
    },
  ],
  codes: [
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'dns_error', 'tls_certificate_error', 'http_protocol_error'],
      confidence: 'possible',
      verdict: 'YARP answered for your app: its destination gave no valid answer.',
      cause: 'The destination refused or dropped the connection, or its certificate is not accepted.',
      look: "YARP's log of that second",
      steps: [log],
      documented: true,
      ...errors,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      confidence: 'possible',
      verdict: 'YARP answered: no destination of the cluster is healthy.',
      cause: 'Health checks left no destination (`NoAvailableDestinations`).',
      look: 'health checks of the cluster',
      steps: [log],
      documented: true,
      ...errors,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout', 'connection_read_timeout'],
      confidence: 'likely',
      verdict: 'YARP gave up waiting: its destination did not answer in time.',
      cause: 'Nothing happened for `ActivityTimeout` (100 s by default), or the connection was not accepted.',
      look: "the application's slow request at that time",
      steps: [log],
      documented: true,
      ...timeouts,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['application_error', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'YARP or code around it gave this status.',
      look: "YARP's log",
      steps: [log],
      documented: true,
      ...errors,
    },
  ],
  timeouts: [
    { ms: 100_000, status: [504], fault: 'http_response_timeout', role: 'origin', name: '`ActivityTimeout`, default 100 s', ...timeouts },
  ],
  ids: [],
  steps: [log],
  docs: 'https://learn.microsoft.com/aspnet/core/fundamentals/servers/yarp/yarp-overview',
};
