import type { Vendor } from '../../diagnosis/types';

/** Huawei Cloud CDN. */
export const huaweiCdn: Vendor = {
  id: 'huawei-cdn',
  name: 'Huawei Cloud CDN',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'set-cookie', matches: /^HWWAFSES(?:ID|TIME)=/i },
      says: 'A mark of Huawei Cloud CDN is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Huawei Cloud CDN made this answer itself.',
      look: 'The console of Huawei Cloud CDN',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Huawei Cloud CDN: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
