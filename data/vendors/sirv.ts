import type { Vendor } from '../../diagnosis/types';

/** Sirv. */
export const sirv: Vendor = {
  id: 'sirv',
  name: 'Sirv',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'x-sirv-server' },
      says: 'A mark of Sirv is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Sirv made this answer itself.',
      look: 'The console of Sirv',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Sirv: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
