import type { Vendor } from '../../diagnosis/types';

/** CDN77. */
export const cdn77: Vendor = {
  id: 'cdn77',
  name: 'CDN77',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: { header: 'server', matches: /^CDN77/i },
      says: '`server: {value}` is CDN77; it stands on what it passes on too',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
      verified: '2026-11-22',
      documented: true,
    },
    {
      when: {
        any: [{ header: 'x-77-nzt' }, { header: 'x-77-nzt-ray' }, { header: 'x-77-cache' }, { header: 'x-77-pop' }, { header: 'x-77-age' }],
      },
      says: 'A header of CDN77 is there; it stands on what it passes on too',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'server', matches: /^CDN77/i },
          { absent: 'x-powered-by' },
          { bodyMatches: /<center>\s{0,8}nginx[\w. ()/]{0,24}<\/center>/i, near: '<center>' },
        ],
      },
      strength: 'supporting',
      says: 'A bare nginx page under the server name of CDN77: its own, or an nginx’s behind it, and both look the same',
      source: 'https://www.cdn77.com/',
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
      cause: 'The origin gave no valid answer; CDN77 or an nginx behind it wrote this page, and both look the same.',
      look: 'The origin at this time',
      source: 'https://www.cdn77.com/',
      verified: '2026-11-22',
      documented: true,
    },
    {
      status: [504],
      role: 'origin',
      fault: 'connection_read_timeout',
      also: ['connection_timeout', 'http_response_timeout'],
      confidence: 'possible',
      cause: 'The origin did not answer in time; CDN77 or an nginx behind it wrote this page, and both look the same.',
      look: 'The slow request in the origin’s log',
      source: 'https://www.cdn77.com/',
      verified: '2026-11-22',
      documented: true,
    },
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'CDN77 made this answer itself.',
      look: 'The console of CDN77',
      source: 'https://github.com/projectdiscovery/wappalyzergo',
      verified: '2026-11-22',
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Ask the origin itself, past CDN77: the same failure there means the origin is at fault',
      command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
    },
  ],
  statusPage: 'https://status.cdn77.com/',
  docs: 'https://www.cdn77.com/',
};
