import type { Vendor } from '../../diagnosis/types';

/** Baleen. */
export const baleen: Vendor = {
  id: 'baleen',
  name: 'Baleen',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'bln-version' },
      says: 'A mark of Baleen is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Baleen made this answer itself.',
      look: 'The console of Baleen',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Baleen: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
