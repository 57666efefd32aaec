import type { Code } from '../diagnosis/types';

const rfc = { source: 'https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable', verified: '2026-11-24' } as const;

const system = { source: 'https://nodejs.org/api/errors.html#common-system-errors', verified: '2026-11-25' } as const;
const GATEWAY = [502, 503, 504];

/**
 * What an application says with its own 502, 503 or 504, whatever its framework: first the words of the body, then `Retry-After`.
 * The system's error of a connection that failed tells of whatever it called. For a 503, RFC 9110 knows two more reasons, overload and
 * maintenance. Tried before a framework's row for the bare status; the rows of connections also where nobody knows who answered.
 */
export const ownUnavailable: readonly Code[] = [
  {
    status: GATEWAY,
    when: {
      any: [
        { body: 'no such host' },
        { body: 'ENOTFOUND' },
        { body: 'EAI_AGAIN' },
        { body: 'getaddrinfo' },
        { body: 'Name or service not known' },
        { body: 'nodename nor servname provided' },
        { body: 'Name does not resolve' },
        { body: 'Temporary failure in name resolution' },
        { body: 'UnknownHostException' },
      ],
    },
    role: 'link',
    fault: 'dns_error',
    also: ['dns_timeout', 'destination_not_found'],
    confidence: 'likely',
    cause: 'The body carries the error of a name that does not resolve.',
    look: 'the name in the body, in the DNS that the answering program uses',
    ...system,
  },
  {
    status: GATEWAY,
    when: {
      any: [
        { body: 'ECONNREFUSED' },
        { body: 'connect: connection refused' },
        { body: 'Connection refused' },
        { body: 'actively refused it' },
      ],
    },
    role: 'origin',
    fault: 'connection_refused',
    also: ['destination_unavailable'],
    confidence: 'likely',
    cause: 'The body carries the error of a refused connection: nothing listens at the address that it names.',
    look: 'the program that should listen there',
    ...system,
  },
  {
    status: GATEWAY,
    when: {
      any: [
        { body: 'x509: ' },
        { body: 'CERT_HAS_EXPIRED' },
        { body: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
        { body: 'SELF_SIGNED_CERT_IN_CHAIN' },
        { body: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
        { body: 'ERR_TLS_CERT_ALTNAME_INVALID' },
        { body: 'CERTIFICATE_VERIFY_FAILED' },
      ],
    },
    role: 'link',
    fault: 'tls_certificate_error',
    also: ['tls_protocol_error'],
    confidence: 'likely',
    cause: 'The body carries the error of a certificate that was not accepted.',
    look: 'the certificate of the server that was called',
    ...system,
  },
  {
    status: GATEWAY,
    when: { any: [{ body: 'ETIMEDOUT' }, { body: 'i/o timeout' }, { body: 'EHOSTUNREACH' }, { body: 'no route to host' }] },
    role: 'link',
    fault: 'connection_timeout',
    also: ['destination_ip_unroutable', 'http_response_timeout', 'connection_read_timeout'],
    confidence: 'likely',
    cause: 'The body carries the error of a connection that nobody accepted in time.',
    look: 'network and firewall between the answering program and what it called',
    ...system,
  },
  {
    status: GATEWAY,
    when: { any: [{ body: 'ECONNRESET' }, { body: 'socket hang up' }, { body: 'connection reset by peer' }, { body: 'unexpected EOF' }] },
    role: 'origin',
    fault: 'connection_terminated',
    also: ['http_response_incomplete', 'connection_refused'],
    confidence: 'likely',
    cause: 'The body carries the error of a connection that the other side broke off.',
    look: 'the log of what was called, at this time',
    ...system,
  },
  {
    status: GATEWAY,
    when: { any: [{ body: 'context deadline exceeded' }, { body: 'Client.Timeout exceeded' }, { body: 'ESOCKETTIMEDOUT' }] },
    role: 'origin',
    fault: 'http_response_timeout',
    also: ['connection_read_timeout', 'connection_timeout', 'overloaded'],
    confidence: 'likely',
    cause: 'The body carries the error of a call that did not end in time.',
    look: 'what was called: why it was slow then',
    source: 'https://pkg.go.dev/context#pkg-variables',
    verified: '2026-11-25',
  },
  {
    status: 503,
    when: {
      any: [
        { body: 'overload' },
        { body: 'too many requests' },
        { body: 'over capacity' },
        { body: 'at capacity' },
        { body: 'high load' },
        { body: 'too busy' },
        { body: 'server is busy' },
        { body: 'load shedding' },
      ],
    },
    role: 'application',
    fault: 'overloaded',
    also: ['application_error', 'maintenance'],
    confidence: 'likely',
    cause: 'The application says itself that it has too much to do and turned this request away.',
    look: 'load and queue of the application at this time',
    ...rfc,
  },
  {
    status: 503,
    when: {
      all: [
        {
          any: [
            { body: 'maintenance' },
            { body: 'be right back' },
            { body: 'be back soon' },
            { body: 'be back shortly' },
            { body: 'wartung' },
            { body: 'mantenimiento' },
            { body: 'manutenção' },
            { body: 'manutenzione' },
            { body: 'メンテナンス' },
            { body: '维护' },
          ],
        },
        // The default sentence of Apache and Werkzeug names maintenance without knowing of any.
        { not: { body: 'maintenance downtime or capacity problems' } },
      ],
    },
    role: 'application',
    fault: 'maintenance',
    also: ['application_error', 'overloaded'],
    confidence: 'likely',
    cause: 'The application says itself that it is in maintenance.',
    look: 'whoever switched maintenance on',
    ...rfc,
  },
  {
    status: 503,
    when: { header: 'retry-after' },
    role: 'application',
    fault: 'overloaded',
    also: ['maintenance', 'application_error'],
    confidence: 'possible',
    cause: 'The application chose 503 and says when to come back: it sheds load, or is in maintenance.',
    look: "the application's log at this time; is maintenance switched on",
    ...rfc,
  },
];
