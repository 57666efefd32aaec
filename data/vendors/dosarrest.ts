import type { Vendor } from '../../diagnosis/types';

/** DOSarrest. */
export const dosarrest: Vendor = {
  id: 'dosarrest',
  name: 'DOSarrest',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { any: [{ header: 'server', matches: /^DOSarrest/i }, { header: 'x-dis-request-id' }] },
      says: 'A mark of DOSarrest is there (`{value}`); it stands on what it passes on too',
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
      cause: 'DOSarrest made this answer itself.',
      look: 'The console of DOSarrest',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past DOSarrest: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
