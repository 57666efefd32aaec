import type { Vendor } from '../../diagnosis/types';

/** Baidu Yunjiasu, a CDN that once ran on Cloudflare’s software. */
export const baiduYunjiasu: Vendor = {
  id: 'baidu-yunjiasu',
  name: 'Baidu Yunjiasu',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^yunjiasu/i },
      says: '`server: {value}` is Baidu Yunjiasu; it stands on what it passes on too',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /<center>\s{0,8}yunjiasu[\w.-]{0,16}\s{0,8}<\/center>/i, near: '<center>yunjiasu' },
      strength: 'strong',
      says: 'The bare page is signed `yunjiasu`',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  codes: [
    {
      status: [500, 502, 503, 504],
      role: 'edge',
      fault: 'proxy_internal_error',
      also: ['destination_unavailable', 'connection_timeout'],
      confidence: 'possible',
      cause: 'The edge failed within or towards the origin.',
      look: 'The origin, then the console of Yunjiasu',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'Baidu Yunjiasu made this answer itself.',
      look: 'The console of Baidu Yunjiasu',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Baidu Yunjiasu: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
