import type { Vendor } from '../../diagnosis/types';

/** KeyCDN. */
export const keycdn: Vendor = {
  id: 'keycdn',
  name: 'KeyCDN',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^keycdn-engine/i },
      says: '`server: {value}` is KeyCDN; it stands on what it passes on too',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
      verified: '2026-11-22',
      documented: true,
    },
    {
      when: {
        all: [
          { header: 'x-edge-location', matches: /^[a-z]{4}$/ },
          { header: 'server', has: 'keycdn' },
        ],
      },
      says: '`x-edge-location: {value}` names a KeyCDN location',
      source: 'https://github.com/catchpoint/WebPageTest.agent',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'server', matches: /^keycdn-engine/i },
          { absent: 'x-powered-by' },
          { bodyMatches: /<center>\s{0,8}nginx[\w. ()/]{0,24}<\/center>/i, near: '<center>' },
        ],
      },
      strength: 'supporting',
      says: 'A bare nginx page under the server name of KeyCDN: its own, or an nginx’s behind it, and both look the same',
      source: 'https://www.keycdn.com/support',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  codes: [
    {
      status: [502],
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'destination_unavailable', 'http_protocol_error', 'tls_protocol_error'],
      confidence: 'possible',
      cause: 'The origin gave no valid answer; KeyCDN or an nginx behind it wrote this page, and both look the same.',
      look: 'The origin at this time',
      source: 'https://www.keycdn.com/support',
      verified: '2026-11-22',
      documented: true,
    },
    {
      status: [504],
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['connection_timeout', 'http_response_timeout'],
      confidence: 'possible',
      cause: 'The origin did not answer in time; KeyCDN or an nginx behind it wrote this page, and both look the same.',
      look: 'The slow request in the origin’s log',
      source: 'https://www.keycdn.com/support',
      verified: '2026-11-22',
      documented: true,
    },
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'KeyCDN made this answer itself.',
      look: 'The console of KeyCDN',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past KeyCDN: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
  statusPage: 'https://status.keycdn.com/',
  docs: 'https://www.keycdn.com/support',
};
