import type { Vendor } from '../../diagnosis/types';

/** Sevalla, the application platform of Kinsta. */
export const sevalla: Vendor = {
  id: 'sevalla',
  name: 'Sevalla',
  kind: 'platform',
  depth: 2,
  onPath: [
    {
      when: { header: 'x-sevalla-status' },
      says: '`x-sevalla-status: {value}`',
      source: 'https://docs.sevalla.com/',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: { header: 'x-sevalla-status', matches: /crash|error|fail|unavailable/i },
      strength: 'supporting',
      says: '`x-sevalla-status: {value}`: the platform’s router says so itself',
      source: 'https://docs.sevalla.com/',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  codes: [
    {
      when: { header: 'x-sevalla-status', matches: /crash/i },
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'function_crash'],
      confidence: 'possible',
      verdict: 'Sevalla answered: your application’s process crashed.',
      cause: 'The application’s process crashed, so the router had nothing to ask.',
      look: 'The application’s log in the dashboard',
      source: 'https://docs.sevalla.com/',
      verified: '2026-11-22',
      documented: true,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'Sevalla made this answer itself.',
      look: 'The console of Sevalla',
      source: 'https://docs.sevalla.com/',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Read the application’s log in the dashboard at {time}' }],
};
