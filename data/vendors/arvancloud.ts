import type { Vendor } from '../../diagnosis/types';

/** ArvanCloud. */
export const arvancloud: Vendor = {
  id: 'arvancloud',
  name: 'ArvanCloud',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^ArvanCloud/i },
      says: 'A mark of ArvanCloud is there (`{value}`); it stands on what it passes on too',
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
      cause: 'ArvanCloud made this answer itself.',
      look: 'The console of ArvanCloud',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past ArvanCloud: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
