import type { Vendor } from '../../diagnosis/types';

/** Barracuda load balancer and web application firewall. */
export const barracuda: Vendor = {
  id: 'barracuda',
  name: 'Barracuda',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { header: 'set-cookie', matches: /^(?:barra_counter_session|BNI__BARRACUDA_LB_COOKIE|BNI_persistence|BNES_)/i },
      says: 'A cookie of Barracuda is set (`{value}`)',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      when: { header: 'server', matches: /^BarracudaHTTP/i },
      says: '`server: {value}`',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: { header: 'server', matches: /^BarracudaHTTP/i },
      strength: 'supporting',
      says: '`server: {value}` stands on what Barracuda writes itself',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      when: {
        all: [
          { body: 'You have been blocked' },
          { any: [{ body: 'barracuda' }, { header: 'set-cookie', matches: /^(?:barra_|BNI_|BNES_)/i }] },
        ],
      },
      strength: 'strong',
      says: 'The page is Barracuda’s block page',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  codes: [
    {
      when: { body: 'You have been blocked' },
      role: 'gateway',
      fault: 'http_request_denied',
      confidence: 'likely',
      verdict: 'Barracuda blocked this request: its firewall refused it.',
      cause: 'A rule of the firewall matched; the event id stands in a comment of the page.',
      look: 'The firewall’s log, by the event id',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'Barracuda made this answer itself.',
      look: 'The console of Barracuda',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Barracuda: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
