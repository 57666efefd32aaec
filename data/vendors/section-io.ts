import type { Vendor } from '../../diagnosis/types';

/** Section. */
export const sectionIo: Vendor = {
  id: 'section-io',
  name: 'Section',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'section-io-id' },
      says: 'A mark of Section is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Section made this answer itself.',
      look: 'The console of Section',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Section: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
