import type { Vendor } from '../../diagnosis/types';

/** Edgio with its older names Edgecast, Limelight and Layer0; it stopped in January 2025. */
export const edgio: Vendor = {
  id: 'edgio',
  name: 'Edgio (Edgecast, Limelight)',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^(?:ECS|ECD|ECAcc) \(/ },
      says: '`server: {value}` is an Edgecast node; it stands on cached answers of the origin too',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      when: {
        any: [
          { header: 'x-ec-debug' },
          { header: 'x-0-version' },
          { header: 'x-0-t' },
          { header: 'x-0-status' },
          { header: 'x-llid' },
          { header: 'server', matches: /^EdgePrism/i },
        ],
      },
      says: 'A header of Edgio is there; it stands on what it passes on too',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
      verified: '2026-11-22',
      documented: true,
    },
    {
      when: { header: 'set-cookie', matches: /^(?:limelight|l[mg]_sessid)/i },
      says: 'A cookie of Limelight is set',
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
      cause: 'Edgio (Edgecast, Limelight) made this answer itself.',
      look: 'The console of Edgio (Edgecast, Limelight)',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Edgio (Edgecast, Limelight): the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
