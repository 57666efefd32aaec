import type { Vendor } from '../../diagnosis/types';

/** BelugaCDN. */
export const beluga: Vendor = {
  id: 'beluga',
  name: 'BelugaCDN',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^Beluga/i },
      says: 'A mark of BelugaCDN is there (`{value}`); it stands on what it passes on too',
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
      cause: 'BelugaCDN made this answer itself.',
      look: 'The console of BelugaCDN',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past BelugaCDN: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
