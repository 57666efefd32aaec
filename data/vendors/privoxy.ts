import type { Vendor } from '../../diagnosis/types';
import { withoutProxy, withoutProxyTest } from '../local-proxy';

const forward = { source: 'https://github.com/evait-security/docker-multitor/issues/4', verified: '2026-11-25' } as const;
const internal = { source: 'https://github.com/shadowsocks/shadowsocks-windows/issues/1441', verified: '2026-11-25' } as const;
const headers = {
  source: 'https://github.com/Fluke667/Privoxy-Silent/blob/bfc0c6aedf65f2d905c6c99f0f0180efc892db20/cgi.c',
  verified: '2026-11-30',
} as const;

/** Privoxy, a filtering proxy on the user's own side; many VPN and Tor programs bring one along. */
export const privoxy: Vendor = {
  id: 'privoxy',
  name: 'Privoxy',
  kind: 'proxy',
  depth: 0,
  onPath: [],
  issued: [
    {
      when: { any: [{ body: 'Internal Privoxy Error' }, { body: 'Privoxy encountered an error while processing your request' }] },
      strength: 'conclusive',
      says: 'The page says `{value}`',
      ...internal,
    },
    {
      when: { bodyMatches: /<title>5\d\d - [^<]{3,60}\(Privoxy@/i, near: '(privoxy@' },
      strength: 'conclusive',
      says: 'The title is signed by Privoxy: `{value}`',
      ...forward,
    },
    {
      when: {
        all: [
          { header: 'last-modified', is: 'Wed, 08 Jun 1955 12:00:00 GMT' },
          { header: 'expires', is: 'Sat, 17 Jun 2000 12:00:00 GMT' },
        ],
      },
      strength: 'conclusive',
      says: '`last-modified: {value}` with an `expires` in 2000 is on the errors that Privoxy writes itself',
      ...headers,
    },
    {
      when: { any: [{ reason: 'Forwarding failure' }, { reason: 'No data received from server or forwarder' }] },
      strength: 'strong',
      says: 'The reason phrase `{value}` is one of Privoxy’s',
      ...headers,
    },
    { when: { reason: 'Internal Privoxy Error' }, strength: 'conclusive', says: 'The reason phrase is `{value}`', ...internal },
  ],
  codes: [
    {
      when: {
        any: [{ body: 'no-server-data' }, { body: 'No server or forwarder data' }, { reason: 'No data received from server or forwarder' }],
      },
      role: 'origin',
      fault: 'connection_terminated',
      also: ['destination_unavailable', 'http_response_incomplete', 'proxy_internal_error'],
      confidence: 'possible',
      verdict: 'Privoxy on your side answered: it got nothing from the site or from the proxy behind it.',
      cause: 'The connection behind Privoxy closed without an answer, mostly because the VPN or tunnel behind it is down.',
      look: 'the program that brought Privoxy: VPN, Tor or Shadowsocks',
      steps: [withoutProxy],
      ...internal,
    },
    {
      when: { any: [{ body: 'forwarding failure' }, { body: 'forwarding-failed' }, { reason: 'Forwarding failure' }] },
      role: 'link',
      fault: 'connection_refused',
      also: ['destination_unavailable', 'connection_timeout'],
      confidence: 'likely',
      verdict: 'Privoxy on your side answered: it could not reach the proxy that it forwards to.',
      cause: 'The Tor or SOCKS proxy behind Privoxy is down or refuses.',
      look: '`forward-socks5` in its configuration, and the program behind it',
      steps: [withoutProxy],
      ...forward,
    },
    {
      status: 500,
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['destination_unavailable', 'connection_refused', 'connection_terminated', 'dns_error'],
      confidence: 'possible',
      verdict: 'Privoxy on your side answered: it failed on this request itself.',
      cause: 'Most often it wanted to report a failed connection and its page for that is missing; the name of the template tells which.',
      look: 'the program that brought Privoxy: VPN, Tor or Shadowsocks',
      steps: [withoutProxy],
      ...internal,
    },
    {
      role: 'origin',
      fault: 'connection_refused',
      also: ['destination_unavailable', 'connection_timeout', 'dns_error', 'connection_terminated'],
      confidence: 'possible',
      verdict: 'Privoxy on your side answered: it could not get this page.',
      cause: 'The site did not accept the connection or did not answer; the title of the page says which.',
      look: 'the site without the proxy',
      steps: [withoutProxy],
      documented: true,
      ...forward,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [withoutProxy],
  test: withoutProxyTest,
  docs: 'https://www.privoxy.org/user-manual/',
};
