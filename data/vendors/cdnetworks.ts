import type { Vendor } from '../../diagnosis/types';

/** CDNetworks. */
export const cdnetworks: Vendor = {
  id: 'cdnetworks',
  name: 'CDNetworks',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'x-px', matches: /\b(?:ms|ht|nc|rf)\b/i },
      says: 'A mark of CDNetworks is there (`{value}`); it stands on what it passes on too',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
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
      cause: 'CDNetworks made this answer itself.',
      look: 'The console of CDNetworks',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past CDNetworks: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
