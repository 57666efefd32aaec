import type { Vendor } from '../../diagnosis/types';

/** Reblaze. */
export const reblaze: Vendor = {
  id: 'reblaze',
  name: 'Reblaze',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: {
        any: [
          { header: 'server', matches: /^Reblaze/i },
          { header: 'set-cookie', matches: /^rbzid=/i },
        ],
      },
      says: 'A mark of Reblaze is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Reblaze made this answer itself.',
      look: 'The console of Reblaze',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Reblaze: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
