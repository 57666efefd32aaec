import type { Vendor } from '../../diagnosis/types';

/** Qrator Labs. */
export const qrator: Vendor = {
  id: 'qrator',
  name: 'Qrator',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^QRATOR/i },
      says: '`server: {value}` is Qrator; it stands on what it passes on too',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      when: { header: 'set-cookie', matches: /^qrator_(?:jsid|jsr|ssid)/i },
      says: 'A cookie of Qrator is set',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'server', matches: /^QRATOR/i },
          { absent: 'x-powered-by' },
          { bodyMatches: /<center>\s{0,8}nginx[\w. ()/]{0,24}<\/center>/i, near: '<center>' },
        ],
      },
      strength: 'supporting',
      says: 'A bare nginx page under the server name of Qrator: its own, or an nginx’s behind it, and both look the same',
      source: 'https://github.com/EnableSecurity/wafw00f',
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
      cause: 'The origin gave no valid answer; Qrator or an nginx behind it wrote this page, and both look the same.',
      look: 'The origin at this time',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      status: [504],
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['connection_timeout', 'http_response_timeout'],
      confidence: 'possible',
      cause: 'The origin did not answer in time; Qrator or an nginx behind it wrote this page, and both look the same.',
      look: 'The slow request in the origin’s log',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'Qrator made this answer itself.',
      look: 'The console of Qrator',
      source: 'https://github.com/EnableSecurity/wafw00f',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past Qrator: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
};
