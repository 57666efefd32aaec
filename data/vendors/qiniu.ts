import type { Vendor } from '../../diagnosis/types';

/** Qiniu. */
export const qiniu: Vendor = {
  id: 'qiniu',
  name: 'Qiniu',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'x-qiniu-cdn' },
      says: 'A mark of Qiniu is there (`{value}`); it stands on what it passes on too',
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
      cause: 'Qiniu made this answer itself.',
      look: 'The console of Qiniu',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Qiniu: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
