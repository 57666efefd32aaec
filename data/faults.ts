import type { Fault, FaultInfo } from '../diagnosis/types';

/** Every fault: the 32 proxy error types of RFC 9209 section 2.3 and ours, told for a reader. */
export const faults: Readonly<Record<Fault, FaultInfo>> = {
  dns_timeout: {
    title: 'DNS timeout',
    says: 'The name of the next hop was not resolved in time.',
    look: "The issuer's resolver settings",
    steps: [{ text: 'Resolve the backend name on the host of the issuer, not on yours: `dig` with its own resolver.' }],
  },
  dns_error: {
    title: 'Name not resolved',
    says: 'The name of the next hop does not resolve.',
    look: 'DNS of the backend name, as the issuer sees it',
    steps: [
      { text: 'Resolve the backend name on the host of the issuer: `NXDOMAIN` is a wrong or deleted name, `SERVFAIL` a broken zone.' },
    ],
  },
  destination_not_found: {
    title: 'No route',
    says: 'The issuer knows no destination for this request.',
    look: 'Its routing table: host names and paths',
    steps: [{ text: 'Compare the host and path with the routes that are configured.' }],
  },
  destination_unavailable: {
    title: 'No healthy backend',
    says: 'The issuer considers every backend down, or has none.',
    look: 'Health checks and the list of backends',
    steps: [
      { text: 'Read the state of the health checks: which check fails, since when.' },
      { text: 'Is any instance running and ready? A deploy or a crash loop empties the list.' },
    ],
  },
  destination_ip_prohibited: {
    title: 'Address not allowed',
    says: 'The issuer may not connect to that address.',
    look: 'DNS of the backend name: it points to a private or forbidden address',
    steps: [{ text: 'Resolve the backend name: does it point to a private or reserved address?' }],
  },
  destination_ip_unroutable: {
    title: 'No route to host',
    says: 'There is no network route to the backend address.',
    look: 'Routing, firewall and the address in DNS',
    steps: [{ text: 'Is the address in DNS still the backend’s? Then look at routes and firewalls between.' }],
  },
  connection_refused: {
    title: 'Connection refused',
    says: 'Nothing listens on the backend’s port.',
    look: 'Is the backend process up, on the expected port?',
    steps: [
      { text: 'Is the process up and listening?', command: 'sudo ss -ltnp' },
      { text: 'Did it crash or get killed? Look at its log and for out-of-memory kills.' },
    ],
  },
  connection_terminated: {
    title: 'Connection broken',
    says: 'The backend closed the connection before it answered.',
    look: 'Crash or restart of the backend; its keep-alive timeout',
    steps: [
      { text: 'Did the backend crash or restart at that second?' },
      {
        text: 'Is its keep-alive timeout longer than the idle timeout of the proxy? If shorter, it closes connections the proxy is about to use.',
      },
    ],
  },
  connection_timeout: {
    title: 'Connect timeout',
    says: 'The backend did not accept the connection in time.',
    look: 'Firewall, security group, wrong address or a full listen queue',
    steps: [{ text: 'Connect from the host of the issuer: a hang is a firewall or a wrong address, a refusal a dead process.' }],
  },
  connection_read_timeout: {
    title: 'Read timeout',
    says: 'The backend accepted the request and sent nothing in time.',
    look: 'What the backend was doing: slow query, lock, slow dependency',
    steps: [
      { text: 'Search the application’s log and traces for the slowest work at that time.' },
      { text: 'Compare the waiting time with the timeout that is configured.' },
    ],
  },
  connection_write_timeout: {
    title: 'Write timeout',
    says: 'The backend did not take the request in time.',
    look: 'A large upload, or a backend that does not read',
    steps: [{ text: 'How large was the request body? Does the backend read it?' }],
  },
  connection_limit_reached: {
    title: 'Too many connections',
    says: 'A limit on connections or requests was reached.',
    look: 'Connection and queue limits of the issuer',
    steps: [{ text: 'Compare the number of connections with the limit at that time.' }],
  },
  tls_protocol_error: {
    title: 'TLS handshake failed',
    says: 'The TLS handshake with the next hop failed.',
    look: 'Protocol versions, ciphers and server name towards the backend',
    steps: [{ text: 'Repeat the handshake from the host of the issuer with `openssl s_client`, with the same server name.' }],
  },
  tls_certificate_error: {
    title: 'Certificate not accepted',
    says: 'The issuer does not accept the certificate of the next hop.',
    look: 'Expiry, name and chain of the backend’s certificate',
    steps: [{ text: 'Read the backend’s certificate: expired, wrong name, self-signed, or an intermediate missing?' }],
  },
  tls_alert_received: {
    title: 'TLS alert',
    says: 'The next hop ended the TLS handshake with an alert.',
    look: 'The backend’s TLS log',
    steps: [{ text: 'Read the alert in the issuer’s log: a missing client certificate is the usual one.' }],
  },
  http_request_error: {
    title: 'Request not accepted',
    says: 'The issuer could not accept or process the request.',
    look: 'The request itself',
    steps: [{ text: 'Repeat the request in its simplest form and add its headers one by one.' }],
  },
  http_request_denied: {
    title: 'Request denied',
    says: 'The issuer refused the request by a rule.',
    look: 'Its access rules',
    steps: [{ text: 'Search the issuer’s rules and its log for the rule that matched.' }],
  },
  http_response_incomplete: {
    title: 'Response cut off',
    says: 'The backend’s response ended too early.',
    look: 'Crash of the backend in mid-response',
    steps: [{ text: 'Did the backend die while it was answering? Look for crashes and memory kills.' }],
  },
  http_response_header_section_size: {
    title: 'Response headers too large',
    says: 'The headers of the backend’s response were too large for the issuer.',
    look: 'Cookies: the size of `set-cookie`',
    steps: [{ text: 'Repeat it in a private window: when that works, a cookie is too large.' }],
  },
  http_response_header_size: {
    title: 'Response header too large',
    says: 'One header of the backend’s response was too large for the issuer.',
    look: 'Cookies: the size of `set-cookie`',
    steps: [{ text: 'Repeat it in a private window: when that works, a cookie is too large.' }],
  },
  http_response_body_size: {
    title: 'Response too large',
    says: 'The backend’s response was larger than the issuer allows.',
    look: 'The size of the response against the limit',
    steps: [{ text: 'Return less, page it, or hand out a link to storage.' }],
  },
  http_response_trailer_section_size: {
    title: 'Trailers too large',
    says: 'The trailers of the backend’s response were too large.',
    look: 'Trailers that the backend sends',
    steps: [{ text: 'Ask the backend directly and read its trailers.' }],
  },
  http_response_trailer_size: {
    title: 'Trailer too large',
    says: 'One trailer of the backend’s response was too large.',
    look: 'Trailers that the backend sends',
    steps: [{ text: 'Ask the backend directly and read its trailers.' }],
  },
  http_response_transfer_coding: {
    title: 'Bad transfer coding',
    says: 'The transfer coding of the backend’s response could not be decoded.',
    look: 'Chunked encoding as the backend writes it',
    steps: [{ text: 'Ask the backend directly with `curl --raw -sv`: are the chunks well-formed?' }],
  },
  http_response_content_coding: {
    title: 'Bad content coding',
    says: 'The content coding of the backend’s response could not be decoded.',
    look: 'Compression in the backend',
    steps: [{ text: 'Ask the backend directly with and without `accept-encoding`.' }],
  },
  http_response_timeout: {
    title: 'Response timeout',
    says: 'The backend had the request and did not finish in time.',
    look: 'What the backend was doing: slow query, lock, slow dependency',
    steps: [
      { text: 'Search the application’s log and traces for the slowest work at that time.' },
      { text: 'Compare the waiting time with the timeout that is configured.' },
    ],
  },
  http_upgrade_failed: {
    title: 'Upgrade failed',
    says: 'The switch to another protocol failed.',
    look: 'WebSocket support on the way',
    steps: [{ text: 'Do all hops pass `upgrade` and `connection` on?' }],
  },
  http_protocol_error: {
    title: 'Invalid response',
    says: 'The backend’s answer was not valid HTTP, or not what the issuer accepts.',
    look: 'What the backend sends, byte by byte',
    steps: [{ text: 'Ask the backend directly with `curl -sv --raw`: read the status line and headers.' }],
  },
  proxy_internal_response: {
    title: 'Answered by rule',
    says: 'The issuer made this answer itself, without asking a backend.',
    look: 'Its rules: maintenance, deny, fixed responses',
    steps: [{ text: 'Search its configuration for a rule that answers this status.' }],
  },
  proxy_internal_error: {
    title: 'Issuer’s own error',
    says: 'The issuer had an internal error.',
    look: 'Its own log or status page',
    steps: [{ text: 'Read its status page and its own error log at that time.' }],
  },
  proxy_configuration_error: {
    title: 'Configuration error',
    says: 'The configuration of the issuer does not work for this request.',
    look: 'The last change of its configuration',
    steps: [{ text: 'What changed last in its configuration? Its error log names the line.' }],
  },
  proxy_loop_detected: {
    title: 'Loop',
    says: 'The request came back to where it had been.',
    look: 'Routes and rewrites that point to themselves',
    steps: [{ text: 'Follow host names and rewrites: which one leads back to this host?' }],
  },
  application_error: {
    title: 'Application error',
    says: 'The application ran and answered with an error.',
    look: 'The application’s log at this time: the stack trace is there',
    steps: [
      { text: 'Open the application’s log at {time} and search for `{path}`: the stack trace is there.' },
      { text: 'What was deployed or changed last? Repeat the request against the version before.' },
    ],
  },
  function_crash: {
    title: 'Function crashed',
    says: 'The function threw, or ended before it answered.',
    look: 'The function’s log at this time',
    steps: [{ text: 'Open the function’s log at {time}: an exception, a missing module or variable, or out of memory.' }],
  },
  function_timeout: {
    title: 'Function timed out',
    says: 'The function did not finish within its time limit.',
    look: 'The function’s log and its time limit',
    steps: [
      { text: 'Open the function’s log at {time}: what was it waiting for?' },
      { text: 'Compare its duration with the limit that is configured.' },
    ],
  },
  overloaded: {
    title: 'Overloaded',
    says: 'There was more work than capacity.',
    look: 'Load, queue and workers at that time',
    steps: [{ text: 'Compare load, queue length and number of workers with a quiet hour.' }],
  },
  maintenance: {
    title: 'Maintenance',
    says: 'It is switched off on purpose.',
    look: 'Maintenance mode',
    steps: [{ text: 'Who switched maintenance on, and until when?' }],
  },
  quota_exceeded: {
    title: 'Quota exceeded',
    says: 'A plan, spending or usage limit was reached.',
    look: 'Usage and billing of the account',
    steps: [{ text: 'Open usage and billing of the account.' }],
  },
  unknown: {
    title: 'Unknown',
    says: 'This response fits several causes.',
    look: 'The log of the component that issued it',
    steps: [
      { text: 'Ask whoever runs it for one field: the upstream status in that proxy’s log at {time}.' },
      { text: 'Repeat it ten times and count: all fail is down or configuration, some fail is one bad instance or overload.' },
    ],
  },
};
