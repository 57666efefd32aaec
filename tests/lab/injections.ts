import type { Fault, Role } from '../../diagnosis';

/** What a fault means, whichever front meets it: the truth is what was injected. */
export interface Injected {
  /** The front made the response, or the application behind it did. */
  readonly by: 'front' | 'application';
  readonly failed: Role;
  readonly failedAlso: readonly Role[];
  readonly fault: Fault;
  readonly faultAlso: readonly Fault[];
  /** What was done. */
  readonly what: string;
}

const front = (failed: Role, fault: Fault, what: string, faultAlso: readonly Fault[] = [], failedAlso: readonly Role[] = []): Injected => ({
  by: 'front',
  failed,
  failedAlso,
  fault,
  faultAlso,
  what,
});
const app = (what: string, fault: Fault = 'application_error', faultAlso: readonly Fault[] = []): Injected => ({
  by: 'application',
  failed: 'application',
  failedAlso: [],
  fault,
  faultAlso,
  what,
});

const TERMINATED = ['http_response_incomplete', 'http_protocol_error'] as const;

/** By path, without the leading slash. */
export const injections: Readonly<Record<string, Injected>> = {
  'app/reset': front('origin', 'connection_terminated', 'the backend resets the connection before any byte', TERMINATED, ['link']),
  'app/close': front('origin', 'connection_terminated', 'the backend closes the connection before any byte', TERMINATED, ['link']),
  'app/empty': front('origin', 'connection_terminated', 'the backend answers nothing and ends', TERMINATED, ['link']),
  'app/bad-status': front('origin', 'http_protocol_error', 'the status line is no HTTP', ['connection_terminated']),
  'app/bad-header': front('origin', 'http_protocol_error', 'a header line has no colon', ['connection_terminated']),
  'app/huge-header': front(
    'origin',
    'http_response_header_section_size',
    'a header of 200 kB',
    ['http_response_header_size', 'http_protocol_error'],
    ['gateway'],
  ),
  'app/half-headers': front('origin', 'http_response_incomplete', 'the connection ends inside the headers', [
    'connection_terminated',
    'http_protocol_error',
  ]),
  'app/bad-chunk': front('origin', 'http_response_transfer_coding', 'the first chunk has no valid size', [
    'http_protocol_error',
    'http_response_incomplete',
  ]),
  'app/short-body': front('origin', 'http_response_incomplete', 'the body ends before its content-length', ['connection_terminated']),
  'app/hang': front(
    'origin',
    'connection_read_timeout',
    'the backend takes the request and never answers',
    ['http_response_timeout'],
    ['application'],
  ),
  'refused/ok': front('origin', 'connection_refused', 'nothing listens on the backend’s port', ['destination_unavailable']),
  'blackhole/ok': front('link', 'connection_timeout', 'the handshake of the connection gets no answer', [], ['origin']),
  'tls-expired/ok': front('link', 'tls_certificate_error', 'the backend’s certificate has expired', ['tls_protocol_error']),
  'tls-selfsigned/ok': front('link', 'tls_certificate_error', 'the backend’s certificate signs itself', ['tls_protocol_error']),
  'tls-plain/ok': front('link', 'tls_protocol_error', 'the backend does not speak TLS'),
  'dns/ok': front('link', 'dns_error', 'the backend’s name does not exist', ['destination_not_found']),
  'none/ok': front(
    'origin',
    'destination_unavailable',
    'no healthy backend is left',
    ['connection_refused', 'dns_error'],
    ['gateway', 'link'],
  ),
  'limit/ok': front(
    'gateway',
    'overloaded',
    'a limit of requests or connections is reached',
    ['connection_limit_reached', 'destination_unavailable'],
    ['origin'],
  ),
  'own-500/ok': front(
    'gateway',
    'proxy_configuration_error',
    'the front’s own rule or configuration makes a 500',
    ['http_request_denied', 'proxy_internal_response', 'proxy_internal_error', 'unknown'],
    ['edge'],
  ),
  'own-503/ok': front(
    'gateway',
    'maintenance',
    'the front’s own rule makes a 503',
    ['http_request_denied', 'proxy_internal_response', 'overloaded', 'unknown'],
    ['edge'],
  ),
  'app/app-500-json': app('the application’s 500 in JSON'),
  'app/app-500-html': app('the application’s 500 in HTML'),
  'app/app-500-text': app('the application’s 500 as text'),
  'app/app-500-empty': app('the application’s 500 without a body'),
  'app/app-500-problem': app('the application’s 500 as problem+json (RFC 9457)'),
  'app/app-500-gzip': app('the application’s 500 in HTML, gzip'),
  'app/app-500-brotli': app('the application’s 500 in HTML, brotli'),
  'app/app-502-json': app('the application’s own 502 in JSON'),
  'app/app-503-retry': app('the application’s own 503 with Retry-After', 'overloaded', ['application_error', 'maintenance']),
  'app/app-504-json': app('the application’s own 504 in JSON'),
  'app/throw': app('a route throws'),
  'app/json': app('the application answers 500 in JSON of its own'),
  'app/refused': front('origin', 'connection_refused', 'the next proxy is down', ['destination_unavailable']),
  'app/stopped': front('origin', 'connection_refused', 'PHP-FPM is stopped', ['destination_unavailable']),
};
