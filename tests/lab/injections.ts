import type { Fault, Role } from '../../diagnosis';

/** What a fault means, whichever front meets it: the truth is what was injected. */
export interface Injected {
  /** The front made the response, or the application behind it did. */
  readonly by: 'front' | 'application';
  readonly failed: Role;
  /** Other components that a person could name with the same right. */
  readonly failedAlso: readonly Role[];
  readonly fault: Fault;
  readonly faultAlso: readonly Fault[];
  /** What was done. */
  readonly what: string;
  /** What of it reaches a browser, and what only the front's own log knows. */
  readonly visible: string;
  readonly hidden: string;
}

type Faults = readonly [Fault, ...Fault[]];
type Roles = readonly [Role, ...Role[]];
const by =
  (author: Injected['by']) =>
  (roles: Roles, faults: Faults, what: string, visible: string, hidden: string): Injected => {
    const [failed, ...failedAlso] = roles;
    const [fault, ...faultAlso] = faults;
    return { by: author, failed, failedAlso, fault, faultAlso, what, visible, hidden };
  };
const front = by('front');
const app = (what: string, visible = 'the application’s own headers and body', faults: Faults = ['application_error']): Injected =>
  by('application')(['application'], faults, what, visible, 'why the application failed, unless it says so');

const PAGE = 'the page of the front that noticed';
const AT_ONCE = `${PAGE}, at once`;
const WAITED = `${PAGE}, and the wait for its timeout`;
const BROKEN = 'that the backend accepted the connection, and what it sent';

/** By path, without the leading slash. */
export const injections: Readonly<Record<string, Injected>> = {
  'app/reset': front(
    ['origin', 'link', 'application'],
    ['connection_terminated', 'http_response_incomplete', 'http_protocol_error'],
    'the backend resets the connection before any byte',
    AT_ONCE,
    BROKEN,
  ),
  'app/close': front(
    ['origin', 'link', 'application'],
    ['connection_terminated', 'http_response_incomplete', 'http_protocol_error'],
    'the backend closes the connection before any byte',
    AT_ONCE,
    BROKEN,
  ),
  'app/empty': front(
    ['origin', 'link', 'application'],
    ['connection_terminated', 'http_response_incomplete', 'http_protocol_error'],
    'the backend answers nothing and ends',
    AT_ONCE,
    BROKEN,
  ),
  'app/bad-status': front(['origin'], ['http_protocol_error', 'connection_terminated'], 'the status line is no HTTP', AT_ONCE, BROKEN),
  'app/bad-header': front(['origin'], ['http_protocol_error', 'connection_terminated'], 'a header line has no colon', AT_ONCE, BROKEN),
  'app/huge-header': front(
    ['origin', 'gateway'],
    ['http_response_header_section_size', 'http_response_header_size', 'http_protocol_error'],
    'a header of 200 kB',
    AT_ONCE,
    'the header, and the front’s limit',
  ),
  'app/half-headers': front(
    ['origin'],
    ['http_response_incomplete', 'connection_terminated', 'http_protocol_error'],
    'the connection ends inside the headers',
    AT_ONCE,
    BROKEN,
  ),
  'app/headers-only': front(
    ['origin'],
    ['http_response_incomplete', 'connection_terminated'],
    'the connection ends after the headers, before the body',
    AT_ONCE,
    BROKEN,
  ),
  'app/bad-chunk': front(
    ['origin'],
    ['http_response_transfer_coding', 'http_protocol_error', 'http_response_incomplete'],
    'the first chunk has no valid size',
    AT_ONCE,
    BROKEN,
  ),
  'app/short-chunk': front(
    ['origin'],
    ['http_response_incomplete', 'http_response_transfer_coding', 'connection_terminated'],
    'the connection ends after the first chunk',
    AT_ONCE,
    BROKEN,
  ),
  'app/short-body': front(
    ['origin'],
    ['http_response_incomplete', 'connection_terminated'],
    'the body ends before its content-length',
    AT_ONCE,
    BROKEN,
  ),
  'app/slow-body': front(
    ['origin', 'application'],
    ['connection_read_timeout', 'http_response_timeout', 'http_response_incomplete'],
    'the body stops after its first byte',
    WAITED,
    BROKEN,
  ),
  'app/hang': front(
    ['origin', 'application'],
    ['connection_read_timeout', 'http_response_timeout'],
    'the backend takes the request and never answers',
    WAITED,
    'whether the application still works on it',
  ),
  'refused/ok': front(
    ['origin'],
    ['connection_refused', 'destination_unavailable'],
    'nothing listens on the backend’s port',
    AT_ONCE,
    'that no connection came about',
  ),
  'blackhole/ok': front(
    ['link', 'origin'],
    ['connection_timeout'],
    'the handshake of the connection gets no answer',
    WAITED,
    'that no connection came about',
  ),
  'tls-expired/ok': front(
    ['link'],
    ['tls_certificate_error', 'tls_protocol_error'],
    'the backend’s certificate has expired',
    AT_ONCE,
    'the certificate, and that TLS is spoken at all',
  ),
  'tls-selfsigned/ok': front(
    ['link'],
    ['tls_certificate_error', 'tls_protocol_error'],
    'the backend’s certificate signs itself',
    AT_ONCE,
    'the certificate, and that TLS is spoken at all',
  ),
  'tls-plain/ok': front(['link'], ['tls_protocol_error'], 'the backend does not speak TLS', AT_ONCE, 'that TLS was tried'),
  'dns/ok': front(['link'], ['dns_error', 'destination_not_found'], 'the backend’s name does not exist', AT_ONCE, 'the backend’s name'),
  'none/ok': front(
    ['origin', 'gateway', 'link'],
    ['destination_unavailable', 'connection_refused'],
    'no healthy backend is left',
    AT_ONCE,
    'the state of the health checks',
  ),
  'limit/ok': front(
    ['gateway', 'origin'],
    ['overloaded', 'connection_limit_reached', 'destination_unavailable'],
    'a limit of connections is reached',
    `${PAGE}, and the wait in its queue if it has one`,
    'the limit, and how many connections there are',
  ),
  'own-500/ok': front(
    ['gateway', 'edge'],
    ['proxy_configuration_error', 'http_request_denied', 'proxy_internal_response', 'proxy_internal_error', 'unknown'],
    'the front’s own rule or configuration makes a 500',
    AT_ONCE,
    'the rule',
  ),
  'own-503/ok': front(
    ['gateway', 'edge'],
    ['maintenance', 'http_request_denied', 'proxy_internal_response', 'overloaded', 'unknown'],
    'the front’s own rule makes a 503',
    AT_ONCE,
    'the rule',
  ),
  'app/app-500-json': app('the application’s 500 in JSON'),
  'app/app-500-html': app('the application’s 500 in HTML'),
  'app/app-500-text': app('the application’s 500 as text'),
  'app/app-500-empty': app('the application’s 500 without a body', 'the application’s own headers'),
  'app/app-500-problem': app('the application’s 500 as problem+json (RFC 9457)'),
  'app/app-500-gzip': app('the application’s 500 in HTML, gzip'),
  'app/app-500-brotli': app('the application’s 500 in HTML, brotli'),
  'app/app-502-json': app('the application’s own 502 in JSON'),
  'app/app-503-retry': app('the application’s own 503 with Retry-After', undefined, ['overloaded', 'application_error', 'maintenance']),
  'app/app-504-json': app('the application’s own 504 in JSON'),
  'app/throw': app('a route throws', 'the framework’s page; the application’s own headers are gone'),
  'app/json': app('the application answers 500 in JSON of its own'),
  'app/fatal': app('a fatal error in PHP, display_errors off', 'an empty 500 with PHP’s headers'),
  'app/crash': front(
    ['origin', 'application'],
    ['connection_terminated', 'http_response_incomplete', 'http_protocol_error'],
    'the application’s process is killed while it works on the request',
    AT_ONCE,
    'that the process ended, and why',
  ),
  'app/worker-timeout': front(
    ['origin', 'application'],
    ['connection_terminated', 'http_response_incomplete', 'connection_read_timeout', 'http_response_timeout'],
    'the application server kills its worker, which took too long',
    `${PAGE}, and the wait for the worker’s timeout`,
    'that the limit was the application server’s',
  ),
  'app/stopped': front(
    ['origin'],
    ['connection_refused', 'destination_unavailable'],
    'PHP-FPM is stopped',
    AT_ONCE,
    'that no connection came about',
  ),
  'down/ok': front(
    ['origin'],
    ['connection_refused', 'destination_unavailable'],
    'the next proxy is down',
    'the page of the outer proxy',
    'that a second proxy exists',
  ),
  'slow/hang': front(
    ['origin', 'application', 'gateway'],
    ['connection_read_timeout', 'http_response_timeout'],
    'the next proxy waits for its backend longer than the outer one waits for it',
    'the page of the outer proxy, and the wait for its timeout',
    'which of the components behind it is slow',
  ),
};

/** Faults whose outcome depends on which of two things happens first, by stack and path: they have no place in the shares. */
export const races: Readonly<Record<string, string>> = {
  'varnish app/bad-chunk': 'a truncated 200 if Varnish has begun to deliver when it reads the chunk, else its 503',
  'varnish app/short-chunk': 'a truncated 200 if Varnish has begun to deliver when the backend closes, else its 503',
  'varnish app/headers-only': 'a truncated 200 if Varnish has begun to deliver when the backend closes, else its 503',
  'varnish app/short-body': 'a truncated 200 if Varnish has begun to deliver when the backend closes, else its 503',
};
