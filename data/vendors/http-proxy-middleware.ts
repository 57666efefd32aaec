import type { Vendor } from '../../diagnosis/types';

const status = {
  source: 'https://github.com/chimurai/http-proxy-middleware/blob/master/src/status-code.ts',
  verified: '2026-11-22',
} as const;
const text = {
  source: 'https://github.com/chimurai/http-proxy-middleware/blob/master/src/plugins/default/error-response-plugin.ts',
  verified: '2026-11-22',
} as const;

/** http-proxy-middleware, in the dev servers of Angular, Vue and others, and in Express. */
export const httpProxyMiddleware: Vendor = {
  id: 'http-proxy-middleware',
  name: 'http-proxy-middleware',
  kind: 'client',
  depth: 0,
  onPath: [],
  issued: [
    {
      when: {
        all: [
          { bodyMatches: /Error occurr?ed while trying to proxy/i, near: 'while trying to proxy' },
          { not: { header: 'cross-origin-resource-policy', is: 'same-origin' } },
        ],
      },
      strength: 'conclusive',
      says: "`{value}` is http-proxy-middleware's own text",
      ...text,
    },
  ],

  codes: [
    {
      status: 504,
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'connection_timeout', 'dns_error', 'destination_unavailable'],
      confidence: 'likely',
      verdict: 'Your development proxy answered: the server behind it did not take the request.',
      cause:
        'This proxy says 504 for refused and reset connections, unknown names and timeouts alike; mostly nothing listens on the target port.',
      look: 'whether the API server runs, and the console of the dev server',
      ...status,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'http_protocol_error',
      also: ['http_response_incomplete', 'connection_terminated'],
      confidence: 'likely',
      verdict: 'Your development proxy answered: the server behind it sent no valid HTTP.',
      cause: 'The target answered something that is no valid HTTP, for example HTTPS on a port that is taken for HTTP.',
      look: '`target` in the proxy configuration: scheme and port',
      ...status,
    },
    {
      status: 500,
      when: { body: 'Error occured' },
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'connection_timeout', 'dns_error'],
      confidence: 'likely',
      verdict: 'Your development proxy answered: the server behind it did not take the request.',
      cause: 'Older releases answer 500 for every failure; mostly nothing listens on the target port.',
      look: 'whether the API server runs, and the console of the dev server',
      ...status,
    },
    {
      status: 500,
      role: 'link',
      fault: 'tls_certificate_error',
      also: ['tls_protocol_error', 'connection_refused', 'connection_terminated'],
      confidence: 'possible',
      verdict: 'Your development proxy answered: it could not talk to the server behind it.',
      cause: '500 is what is left after refused, reset, unknown name and timeout: mostly TLS, a certificate that Node.js does not trust.',
      look: 'the console of the dev server; `secure: false` for a self-signed certificate',
      ...status,
    },
    {
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'connection_timeout', 'dns_error'],
      confidence: 'possible',
      cause: 'The proxy could not pass the request on.',
      look: 'the console of the dev server',
      ...status,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Does the API server run, and on which port?', command: 'ss -ltn' },
    { text: 'Ask it without the proxy, once by `127.0.0.1` and once by `[::1]`: `localhost` may mean the other one' },
    { text: 'The console that runs the dev server prints the errno (`ECONNREFUSED`, `ECONNRESET`, …) at {time}' },
  ],

  docs: 'https://github.com/chimurai/http-proxy-middleware',
};
