import type { Vendor } from '../../diagnosis/types';
import { withoutProxy, withoutProxyTest } from '../local-proxy';

const src = {
  source: 'https://github.com/mitmproxy/mitmproxy/blob/main/mitmproxy/proxy/layers/http/__init__.py',
  verified: '2026-11-22',
} as const;

/** mitmproxy, the debugging proxy on this computer or network. */
export const mitmproxy: Vendor = {
  id: 'mitmproxy',
  name: 'mitmproxy',
  kind: 'client',
  depth: 0,
  onPath: [
    {
      when: { header: 'server', matches: /^mitmproxy\b/i },
      says: '`server: {value}`',
      version: /mitmproxy[/ ]([\d.]+)/i,
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: {
        bodyMatches: /\b(?:HttpReadDisconnect|TcpDisconnect|TlsProtocolException|ClientHandshakeException|HttpSyntaxException)\(/,
        near: '(',
      },
      strength: 'strong',
      says: '`{value}…)` is an exception of mitmproxy',
      source: 'https://github.com/mitmproxy/mitmproxy/issues/3569',
      verified: '2026-11-25',
    },
    {
      when: { header: 'server', matches: /^mitmproxy\b/i },
      strength: 'conclusive',
      says: "`server: {value}` stands only on mitmproxy's own answers",
      documented: true,
      ...src,
    },
    {
      when: {
        bodyMatches:
          /<h1>50[24] (?:Bad Gateway|Gateway Timeout)<\/h1>\s{0,40}<p>\s{0,8}(?:[A-Z][A-Za-z]{3,40}\(|\[Errno|Certificate verify failed|HTTP\/[12] protocol error|server closed connection|(?:The )?remote server|Connection (?:closed|refused|reset)|Cannot )/i,
        near: '<p>',
      },
      strength: 'supporting',
      says: 'The page shows a Python error as mitmproxy does',
      ...src,
    },
  ],

  codes: [
    {
      when: {
        any: [
          { body: 'CERTIFICATE_VERIFY_FAILED' },
          { body: 'Certificate verify failed' },
          { body: 'certificate has expired' },
          { body: 'self-signed certificate' },
          { body: 'self signed certificate' },
          { body: 'hostname mismatch' },
          { body: 'IP address mismatch' },
        ],
      },
      role: 'link',
      fault: 'tls_certificate_error',
      confidence: 'likely',
      verdict: 'mitmproxy on this computer answered: it does not trust the certificate of the site.',
      cause: 'The certificate of the server is not trusted, expired or for another name.',
      look: "the message in the body; the site's own log only if the connection got that far",
      ...src,
    },
    {
      when: {
        any: [
          { body: 'Name or service not known' },
          { body: 'getaddrinfo' },
          { body: 'nodename nor servname' },
          { body: 'No address associated' },
          { body: 'name resolution' },
        ],
      },
      role: 'link',
      fault: 'dns_error',
      confidence: 'likely',
      verdict: 'mitmproxy on this computer answered: it could not resolve the name of the site.',
      cause: 'The name of the server did not resolve.',
      look: "the message in the body; the site's own log only if the connection got that far",
      ...src,
    },
    {
      when: {
        any: [
          { body: 'Errno 111' },
          { body: 'Connection refused' },
          { body: 'Errno 61]' },
          { body: 'WinError 10061' },
          { body: 'Connect call failed' },
          { body: 'ConnectionRefused' },
        ],
      },
      role: 'origin',
      fault: 'connection_refused',
      confidence: 'likely',
      verdict: 'mitmproxy on this computer answered: the server refused the connection.',
      cause: 'Nothing listens on that port of the server.',
      look: "the message in the body; the site's own log only if the connection got that far",
      ...src,
    },
    {
      when: {
        any: [{ body: 'Errno 110' }, { body: 'timed out' }, { body: 'WinError 10060' }, { body: 'TimeoutError' }, { body: 'Timeout' }],
      },
      role: 'link',
      fault: 'connection_timeout',
      confidence: 'likely',
      verdict: 'mitmproxy on this computer answered: the server did not take the connection in time.',
      cause: 'The server did not accept the connection in time.',
      look: "the message in the body; the site's own log only if the connection got that far",
      ...src,
    },
    {
      when: { any: [{ body: 'Errno 113' }, { body: 'No route to host' }, { body: 'Network is unreachable' }, { body: 'Errno 101' }] },
      role: 'link',
      fault: 'destination_ip_unroutable',
      confidence: 'likely',
      verdict: 'mitmproxy on this computer answered: no route leads to the server.',
      cause: 'No route leads to the server.',
      look: "the message in the body; the site's own log only if the connection got that far",
      ...src,
    },
    {
      when: { any: [{ body: 'TLS' }, { body: 'SSL' }, { body: 'handshake' }] },
      role: 'link',
      fault: 'tls_protocol_error',
      confidence: 'likely',
      verdict: 'mitmproxy on this computer answered: TLS with the server failed.',
      cause: 'The TLS handshake with the server failed.',
      look: "the message in the body; the site's own log only if the connection got that far",
      also: ['tls_alert_received', 'tls_certificate_error'],
      ...src,
    },
    {
      when: {
        any: [
          { body: 'Server disconnected' },
          { body: 'HttpReadDisconnect' },
          { body: 'server closed connection' },
          { body: 'closed connection' },
          { body: 'connection closed' },
          { body: 'Connection reset' },
          { body: 'Errno 104' },
          { body: 'TcpDisconnect' },
          { body: 'peer closed' },
          { body: 'unexpected EOF' },
        ],
      },
      role: 'origin',
      fault: 'connection_terminated',
      confidence: 'likely',
      verdict: 'mitmproxy on this computer answered: the server closed the connection.',
      cause: 'The server closed the connection before its answer was whole.',
      look: "the message in the body; the site's own log only if the connection got that far",
      also: ['http_response_incomplete'],
      ...src,
    },
    {
      when: {
        any: [{ body: 'protocol error' }, { body: 'HttpSyntaxException' }, { body: 'Invalid' }, { body: 'Bad HTTP' }, { body: 'header' }],
      },
      role: 'origin',
      fault: 'http_protocol_error',
      confidence: 'likely',
      verdict: 'mitmproxy on this computer answered: the server sent no valid HTTP.',
      cause: 'The server answered something that is no valid HTTP.',
      look: "the message in the body; the site's own log only if the connection got that far",
      ...src,
    },
    {
      role: 'link',
      fault: 'unknown',
      also: ['connection_refused', 'connection_terminated', 'dns_error', 'tls_certificate_error'],
      confidence: 'unknown',
      cause: 'mitmproxy could not get an answer from the server.',
      look: "mitmproxy's event log (key `E`)",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: "Read mitmproxy's event log (key `E`) at {time}" },
    withoutProxy,
    { text: 'A certificate that you trust anyway: start it with `--ssl-insecure` or `--set ssl_verify_upstream_trusted_ca=…`' },
  ],
  test: withoutProxyTest,
  docs: 'https://docs.mitmproxy.org/stable/',
};
