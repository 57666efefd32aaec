import type { Vendor } from '../../diagnosis/types';

/** Merlin CDN. */
export const merlinCdn: Vendor = {
  id: 'merlin-cdn',
  name: 'Merlin CDN',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^MerlinCDN/i },
      says: 'A mark of Merlin CDN is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Merlin CDN made this answer itself.',
      look: 'The console of Merlin CDN',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Merlin CDN: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
