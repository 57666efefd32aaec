import type { Match, Vendor } from '../../diagnosis/types';
import { withoutProxy, withoutProxyTest } from '../local-proxy';

const clashSource = {
  source: 'https://github.com/MetaCubeX/mihomo/blob/00e361c5acfa4fc31562ccc0b4d9c911843bf53f/listener/http/proxy.go',
  verified: '2026-11-30',
} as const;
const v2ray = {
  source: 'https://github.com/v2fly/v2ray-core/blob/0bd52d2323b468236cf6a3595031d2faa64ed22a/proxy/http/server.go',
  verified: '2026-11-30',
} as const;
/** A server behind it would have sent at least one of these. */
const nobody: readonly Match[] = [{ bodyEmpty: true }, { absent: 'date' }, { absent: 'server' }, { absent: 'content-type' }];

/** The HTTP proxies inside Clash, mihomo, sing-box and V2Ray, which many VPN programs bring along. */
export const clash: Vendor = {
  id: 'clash',
  name: 'VPN proxy (Clash, V2Ray)',
  kind: 'client',
  depth: 0,
  onPath: [
    {
      when: {
        all: [
          { header: 'proxy-connection', is: 'keep-alive' },
          { header: 'keep-alive', is: 'timeout=4' },
        ],
      },
      says: '`proxy-connection` with `keep-alive: timeout=4` is written by a VPN program’s proxy',
      ...clashSource,
    },
  ],
  issued: [
    {
      when: {
        all: [{ status: 502 }, { header: 'proxy-connection', is: 'keep-alive' }, { header: 'keep-alive', is: 'timeout=4' }, ...nobody],
      },
      strength: 'strong',
      says: 'An empty 502 with nothing but the proxy’s headers: it got no answer from behind',
      ...clashSource,
    },
    {
      when: { all: [{ status: 503 }, { header: 'proxy-connection', is: 'close' }, { header: 'connection', is: 'close' }, ...nobody] },
      strength: 'supporting',
      says: 'An empty 503 with nothing but `proxy-connection: close`: V2Ray got no answer from behind',
      documented: true,
      ...v2ray,
    },
  ],
  codes: [
    {
      role: 'link',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'connection_timeout', 'destination_ip_unroutable', 'proxy_configuration_error'],
      confidence: 'possible',
      verdict: 'The VPN program’s proxy answered: it could not reach the site.',
      cause: 'Its server is down, or it sends an address of your own network abroad (mode `global`).',
      look: 'the log of the VPN program; `http_proxy` and `no_proxy`',
      steps: [withoutProxy, { text: 'A local address: put it into `no_proxy`, or set the program to `rule`' }],
      ...clashSource,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [withoutProxy],
  test: withoutProxyTest,
};
