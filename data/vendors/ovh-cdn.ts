import type { Vendor } from '../../diagnosis/types';

/** OVHcloud CDN. */
export const ovhCdn: Vendor = {
  id: 'ovh-cdn',
  name: 'OVHcloud CDN',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { any: [{ header: 'x-cdn-geo' }, { all: [{ header: 'x-cdn-pop' }, { header: 'x-cdn-pop-ip' }] }] },
      says: 'A mark of OVHcloud CDN is there (`{value}`); it stands on what it passes on too',
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
      cause: 'OVHcloud CDN made this answer itself.',
      look: 'The console of OVHcloud CDN',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past OVHcloud CDN: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
