import type { Vendor } from '../../diagnosis/types';

/** Radware AppWall and Cloud WAF. */
export const radware: Vendor = {
  id: 'radware',
  name: 'Radware',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { header: 'x-sl-compstate' },
      says: '`x-sl-compstate` is Radware’s',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { body: 'Unauthorized Request Blocked' },
          { any: [{ body: 'CloudWebSec@radware.com' }, { body: 'radware' }, { header: 'x-sl-compstate' }] },
        ],
      },
      strength: 'conclusive',
      says: 'The page says `Unauthorized Request Blocked` and names Radware',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      when: { any: [{ body: 'CloudWebSec@radware.com' }, { body: 'Unauthorized Request Blocked' }] },
      strength: 'supporting',
      says: 'The page has the words of Radware’s block page: `{value}`',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  codes: [
    {
      when: { any: [{ body: 'Unauthorized Request Blocked' }, { body: 'CloudWebSec@radware.com' }] },
      role: 'gateway',
      fault: 'http_request_denied',
      confidence: 'likely',
      verdict: 'Radware blocked this request: its firewall refused it.',
      cause: 'A rule of the firewall matched.',
      look: 'The firewall’s event log, by the number on the page',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'Radware made this answer itself.',
      look: 'The console of Radware',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Radware: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
