import type { Vendor } from '../../diagnosis/types';

/** Any client without scripts gets it. */
const seen = { source: 'https://www.cnvd.org.cn/', verified: '2026-11-25' } as const;
const waf = { source: 'https://github.com/EnableSecurity/wafw00f', verified: '2026-11-25' } as const;

/** Jiasule (Knownsec), a CDN and firewall in China. It challenges clients with a 521 that a browser answers by itself. */
export const jiasule: Vendor = {
  id: 'jiasule',
  name: 'Jiasule',
  kind: 'cdn',
  depth: 1,
  onPath: [
    { when: { header: 'x-via-jsl' }, says: '`x-via-jsl: {value}` stands on everything that passes Jiasule', ...seen },
    {
      when: { header: 'set-cookie', matches: /^__jsl(?:uid|_clearance)/ },
      says: 'A cookie of Jiasule is set: it carried the response',
      ...waf,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { status: 521 },
          { any: [{ header: 'x-via-jsl' }, { header: 'set-cookie', matches: /^__jsl(?:uid|_clearance)/ }] },
          { body: 'document.cookie' },
        ],
      },
      strength: 'conclusive',
      says: 'A 521 whose script sets a cookie and loads the page again: the challenge of Jiasule',
      ...seen,
    },
  ],
  codes: [
    {
      status: 521,
      role: 'edge',
      fault: 'http_request_denied',
      also: ['proxy_internal_response'],
      confidence: 'likely',
      verdict: 'Jiasule answered: it wants this client to prove that it is a browser. The site was not asked.',
      cause: 'A client without scripts or cookies does not pass; a browser is let through on the second request.',
      look: 'whether the client runs scripts and keeps cookies; else the rules of the site in Jiasule',
      ...seen,
    },
    {
      role: 'unknown',
      fault: 'unknown',
      also: ['destination_unavailable', 'connection_timeout', 'http_request_denied'],
      confidence: 'unknown',
      cause: 'Jiasule made this answer itself.',
      look: 'The console of Jiasule',
      documented: true,
      ...waf,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Open the page in a browser with cookies: a challenge is gone on the second request.' }],
};
