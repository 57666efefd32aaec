import type { Match, Vendor } from '../../diagnosis/types';
import { withoutProxy, withoutProxyTest } from '../local-proxy';

const docs = { source: 'https://docs.telerik.com/fiddler/knowledge-base/fiddler-connection-failed', verified: '2026-11-22' } as const;

const rules = {
  source: 'https://github.com/telerik/fiddler-everywhere-docs/blob/master/knowledge-base/using-ar-predefined-actions.md',
  verified: '2026-11-30',
} as const;
/** An answer that a rule of the user makes, from one of Fiddler's templates. */
const template: Match = {
  any: [{ header: 'fiddlertemplate' }, { bodyMatches: /^\s{0,8}Fiddler: HTTP\/5\d\d /, near: 'fiddler: http/5' }],
};

/** Fiddler, the debugging proxy on this computer. */
export const fiddler: Vendor = {
  id: 'fiddler',
  name: 'Fiddler',
  kind: 'client',
  depth: 0,
  onPath: [],
  issued: [
    { when: template, strength: 'conclusive', says: 'A rule in Fiddler made this answer, from one of its templates', ...rules },
    {
      when: { bodyMatches: /^\s{0,20}(?:<[^>]{1,60}>\s{0,8}){0,8}\[Fiddler\] /, near: '[fiddler]' },
      strength: 'conclusive',
      says: 'The body begins with `[Fiddler]`',
      ...docs,
    },
    {
      when: { reason: 'Fiddler - Gateway Connection Failed' },
      strength: 'conclusive',
      says: 'The reason phrase is `{value}`',
      documented: true,
      ...docs,
    },
    {
      when: { reason: 'Fiddler - Connection Failed' },
      strength: 'conclusive',
      says: 'The reason phrase is `{value}`',
      documented: true,
      ...docs,
    },
    {
      when: { reason: 'Fiddler - DNS Lookup Failed' },
      strength: 'conclusive',
      says: 'The reason phrase is `{value}`',
      documented: true,
      ...docs,
    },
    {
      when: { reason: 'Fiddler - HTTPS handshake failed' },
      strength: 'conclusive',
      says: 'The reason phrase is `{value}`',
      documented: true,
      ...docs,
    },
    {
      when: { any: [{ body: 'Fiddler - DNS Lookup Failed' }, { body: 'Fiddler - Connection Failed' }] },
      strength: 'strong',
      says: 'The text says `{value}`',
      documented: true,
      ...docs,
    },
  ],

  codes: [
    {
      when: template,
      role: 'client',
      fault: 'proxy_internal_response',
      confidence: 'likely',
      verdict: 'A rule in Fiddler on this computer made this answer: no server was asked.',
      cause: 'A rule (AutoResponder, or Rules) answers for this address.',
      look: 'the rules in Fiddler',
      ...rules,
    },
    {
      when: { any: [{ body: 'HTTPS handshake' }, { body: 'Failed to negotiate HTTPS' }] },
      role: 'link',
      fault: 'tls_protocol_error',
      also: ['tls_alert_received', 'tls_certificate_error'],
      confidence: 'likely',
      verdict: 'Fiddler on this computer answered: its TLS handshake with the site failed.',
      cause: 'Fiddler and the server did not agree on TLS, or Windows refused.',
      look: 'the exception in the body; Tools > Options > HTTPS > Protocols',
      ...docs,
    },
    {
      when: { any: [{ body: 'DNS Lookup' }, { body: 'No such host' }] },
      role: 'link',
      fault: 'dns_error',
      confidence: 'likely',
      verdict: 'Fiddler on this computer answered: the name of the site did not resolve.',
      cause: 'The name of the server did not resolve.',
      look: 'the name in the address, then DNS of this computer',
      ...docs,
    },
    {
      when: { any: [{ body: 'ConnectionRefused' }, { body: 'actively refused' }, { body: '10061' }] },
      role: 'origin',
      fault: 'connection_refused',
      confidence: 'likely',
      verdict: 'Fiddler on this computer answered: the server refused the connection.',
      cause: 'Nothing listens on that port of the server.',
      look: 'whether the server runs, and on which port',
      ...docs,
    },
    {
      when: { any: [{ body: 'TimedOut' }, { body: '10060' }, { body: 'did not properly respond after a period' }] },
      role: 'link',
      fault: 'connection_timeout',
      confidence: 'likely',
      verdict: 'Fiddler on this computer answered: the server did not take the connection in time.',
      cause: 'The server did not accept the connection in time.',
      look: 'the network between this computer and the server',
      ...docs,
    },
    {
      when: {
        any: [
          { body: 'ReadResponse() failed' },
          { body: 'did not return a complete response' },
          { body: '10054' },
          { body: 'forcibly closed' },
        ],
      },
      role: 'origin',
      fault: 'connection_terminated',
      also: ['http_response_incomplete'],
      confidence: 'likely',
      verdict: 'Fiddler on this computer answered: the server closed the connection.',
      cause: 'The server closed the connection before its answer was whole.',
      look: "the server's log",
      ...docs,
    },
    {
      role: 'link',
      fault: 'connection_refused',
      also: ['connection_timeout', 'dns_error', 'tls_protocol_error'],
      confidence: 'possible',
      verdict: 'Fiddler on this computer answered: it could not reach the server.',
      cause: 'Fiddler could not connect to the server, or to the proxy that it uses.',
      look: 'the exception in the body',
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Read the exception after `[Fiddler]`: it names the hop and the cause' },
    { text: 'Quit Fiddler (it takes itself out of the system proxy) and reload' },
    withoutProxy,
  ],
  test: withoutProxyTest,
  docs: 'https://docs.telerik.com/fiddler/',
};
