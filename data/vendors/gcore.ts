import type { Vendor } from '../../diagnosis/types';

/** Gcore CDN. */
export const gcore: Vendor = {
  id: 'gcore',
  name: 'Gcore',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: {
        any: [
          { header: 'x-id', matches: /-gc\d{2}$/i },
          { header: 'x-id-fe', matches: /-gc\d{2}$/i },
        ],
      },
      says: '`x-id: {value}` names a Gcore node; it stands on what it passes on too',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
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
      cause: 'Gcore made this answer itself.',
      look: 'The console of Gcore',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Gcore: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
  statusPage: 'https://status.gcore.com/',
  docs: 'https://gcore.com/docs/cdn',
};
