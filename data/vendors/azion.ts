import type { Vendor } from '../../diagnosis/types';

/** Azion. */
export const azion: Vendor = {
  id: 'azion',
  name: 'Azion',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { any: [{ header: 'server', matches: /^Azion\b/i }, { header: 'x-azion-request-id' }, { header: 'x-azion-edge-pop' }] },
      says: 'A header of Azion is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Azion made this answer itself.',
      look: 'The console of Azion',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Azion: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
  docs: 'https://www.azion.com/en/documentation/',
};
