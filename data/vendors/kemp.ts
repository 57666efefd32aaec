import type { Vendor } from '../../diagnosis/types';

/** Kemp LoadMaster (Progress). */
export const kemp: Vendor = {
  id: 'kemp',
  name: 'Kemp LoadMaster',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { header: 'x-servedby', matches: /KEMP-LM/i },
      says: '`x-servedby: {value}` is Kemp’s LoadMaster',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: { header: 'x-servedby', matches: /KEMP-LM/i },
      strength: 'strong',
      says: '`x-servedby: {value}` stands on what LoadMaster writes itself',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  codes: [
    {
      status: [503],
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['maintenance', 'proxy_internal_response'],
      confidence: 'possible',
      verdict: 'LoadMaster answered: most likely no real server behind it is up.',
      cause: 'No real server behind the virtual service is up, or a rule answers so.',
      look: 'Real servers of the virtual service',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'Kemp LoadMaster made this answer itself.',
      look: 'The console of Kemp LoadMaster',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Kemp LoadMaster: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
