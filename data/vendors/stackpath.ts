import type { Vendor } from '../../diagnosis/types';

/** StackPath, Highwinds and MaxCDN; the CDN closed in November 2023. */
export const stackpath: Vendor = {
  id: 'stackpath',
  name: 'StackPath',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: {
        any: [
          { header: 'x-hw', matches: /^\d{10}\./ },
          { header: 'server', matches: /^(?:NetDNA-cache|StackPath)/i },
        ],
      },
      says: 'A header of StackPath is there (`{value}`); it stands on what it passes on too',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /<title>StackPath[^<]{1,60}<\/title>/i, near: '<title>stackpath' },
      strength: 'strong',
      says: 'The title of the page is StackPath’s',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  codes: [
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'StackPath made this answer itself.',
      look: 'The console of StackPath',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past StackPath: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
