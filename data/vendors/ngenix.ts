import type { Vendor } from '../../diagnosis/types';

/** NGENIX. */
export const ngenix: Vendor = {
  id: 'ngenix',
  name: 'NGENIX',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'x-ngenix-cache' },
      says: 'A mark of NGENIX is there (`{value}`); it stands on what it passes on too',
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
      cause: 'NGENIX made this answer itself.',
      look: 'The console of NGENIX',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past NGENIX: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
