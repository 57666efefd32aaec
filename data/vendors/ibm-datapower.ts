import type { Vendor } from '../../diagnosis/types';

/** IBM DataPower, also inside API Connect. */
export const ibmDatapower: Vendor = {
  id: 'ibm-datapower',
  name: 'IBM DataPower',
  kind: 'gateway',
  depth: 3,
  onPath: [
    {
      when: { header: 'x-backside-transport' },
      says: '`x-backside-transport: {value}` is DataPower’s report of its backend connection',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: { header: 'x-backside-transport', matches: /\bFAIL\b/i },
      strength: 'supporting',
      says: '`x-backside-transport: {value}`: DataPower says that its backend side failed',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  codes: [
    {
      when: { header: 'x-backside-transport', matches: /\bFAIL\b/i },
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'connection_terminated', 'tls_protocol_error', 'application_error'],
      confidence: 'possible',
      verdict: 'DataPower answered: its backend side failed.',
      cause: 'The connection to the backend failed, or the backend answered an error: DataPower counts both.',
      look: 'DataPower’s log of that transaction',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'IBM DataPower made this answer itself.',
      look: 'The console of IBM DataPower',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past IBM DataPower: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
