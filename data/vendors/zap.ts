import type { Vendor } from '../../diagnosis/types';

const seen = { source: 'https://github.com/zaproxy/zaproxy/issues/1633', verified: '2026-11-30' } as const;
const look = 'The message in the body; the outgoing proxy in the options of ZAP';

/** ZAP, the security scanner's proxy on this computer. */
export const zap: Vendor = {
  id: 'zap',
  name: 'ZAP',
  kind: 'client',
  depth: 0,
  onPath: [],
  issued: [
    {
      when: { bodyMatches: /^\s{0,8}ZAP Error(?: \[[\w.$]{3,80}\])?: /, near: 'zap error' },
      strength: 'strong',
      says: 'The text begins as the errors of ZAP do: `{value}…`',
      ...seen,
    },
  ],
  codes: [
    {
      when: { body: 'ZAP Error [java.net.UnknownHostException]' },
      role: 'link',
      fault: 'dns_error',
      confidence: 'likely',
      verdict: 'ZAP on this computer answered: it could not resolve the name of the site.',
      cause: 'The name does not resolve from here; behind a company’s proxy ZAP needs that proxy.',
      look,
      documented: true,
      ...seen,
    },
    {
      role: 'link',
      fault: 'unknown',
      also: ['dns_error', 'connection_timeout', 'connection_refused', 'tls_protocol_error'],
      confidence: 'unknown',
      verdict: 'ZAP on this computer answered: it got no answer from the site.',
      cause: 'The connection of ZAP to the site failed; the body says how.',
      look,
      ...seen,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Ask without ZAP: does it work, then the options of ZAP are the cause.', command: 'curl -sv -o /dev/null {url}' }],
};
