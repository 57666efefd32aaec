import type { Vendor } from '../../diagnosis/types';

/** Link11. */
export const link11: Vendor = {
  id: 'link11',
  name: 'Link11',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^rhino-core-shield/i },
      says: 'A mark of Link11 is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Link11 made this answer itself.',
      look: 'The console of Link11',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Link11: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
