import type { Vendor } from '../../diagnosis/types';

const seen = { source: 'https://github.com/dropod/issues/issues/14336', verified: '2026-11-25' } as const;

/** The web application firewall of Kingsoft Cloud. It signs its own pages. */
export const ksyunWaf: Vendor = {
  id: 'ksyun-waf',
  name: 'Kingsoft Cloud WAF',
  kind: 'gateway',
  depth: 1.5,
  onPath: [],
  issued: [
    {
      when: { bodyMatches: /\bKSYUN WAF \d[\d.]{0,10}/, near: 'ksyun waf' },
      strength: 'conclusive',
      says: 'The page is signed `{value}`',
      version: /KSYUN WAF ([\d.]+)/,
      ...seen,
    },
  ],
  codes: [
    {
      role: 'unknown',
      fault: 'unknown',
      also: ['connection_refused', 'connection_timeout', 'connection_terminated', 'destination_unavailable', 'http_protocol_error'],
      confidence: 'unknown',
      verdict: 'The firewall of Kingsoft Cloud answered; its page does not say why.',
      cause: 'It got no valid answer from the site behind it, or refuses one.',
      look: 'The site itself, past the firewall; then the firewall’s log',
      ...seen,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the site itself, past the firewall: the same failure there means that the site is at fault.',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
