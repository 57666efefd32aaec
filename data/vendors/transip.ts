import type { Vendor } from '../../diagnosis/types';

/** TransIP. */
export const transip: Vendor = {
  id: 'transip',
  name: 'TransIP',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { any: [{ header: 'x-transip-backend' }, { header: 'x-transip-balancer' }] },
      says: 'A mark of TransIP is there (`{value}`); it stands on what it passes on too',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [],
  codes: [
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'TransIP made this answer itself.',
      look: 'The console of TransIP',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past TransIP: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
