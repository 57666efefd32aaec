import type { Vendor } from '../../diagnosis/types';

/** ChinaCache. */
export const chinacache: Vendor = {
  id: 'chinacache',
  name: 'ChinaCache',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'powered-by-chinacache' },
      says: 'A mark of ChinaCache is there (`{value}`); it stands on what it passes on too',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [],
  codes: [
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'ChinaCache made this answer itself.',
      look: 'The console of ChinaCache',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past ChinaCache: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
