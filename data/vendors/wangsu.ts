import type { Vendor } from '../../diagnosis/types';

/** Wangsu. */
export const wangsu: Vendor = {
  id: 'wangsu',
  name: 'Wangsu',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'x-cache', has: '51cdn.com' },
      says: 'A mark of Wangsu is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Wangsu made this answer itself.',
      look: 'The console of Wangsu',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Wangsu: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
