import type { Vendor } from '../../diagnosis/types';

/** CacheFly. */
export const cachefly: Vendor = {
  id: 'cachefly',
  name: 'CacheFly',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: {
        any: [
          { header: 'server', matches: /^CFS \d/ },
          { header: 'bestcdn', matches: /^Cachefly/i },
          { all: [{ header: 'x-cf1' }, { header: 'x-cf2' }] },
        ],
      },
      says: 'A header of CacheFly is there (`{value}`); it stands on what it passes on too',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
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
      cause: 'CacheFly made this answer itself.',
      look: 'The console of CacheFly',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past CacheFly: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
