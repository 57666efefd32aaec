import type { Vendor } from '../../diagnosis/types';

/** PUSHR. */
export const pushr: Vendor = {
  id: 'pushr',
  name: 'PUSHR',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'via', has: 'PUSHR' },
      says: 'A mark of PUSHR is there (`{value}`); it stands on what it passes on too',
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
      cause: 'PUSHR made this answer itself.',
      look: 'The console of PUSHR',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past PUSHR: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
