import type { Vendor } from '../../diagnosis/types';

const marks = { source: 'https://github.com/projectdiscovery/wappalyzergo', verified: '2026-11-30' } as const;

/** Hostinger and its CDN, hcdn; LiteSpeed serves the sites behind it. */
export const hostinger: Vendor = {
  id: 'hostinger',
  name: 'Hostinger',
  kind: 'cdn',
  depth: 1,
  onPath: [
    { when: { header: 'server', is: 'hcdn' }, says: '`server: hcdn` is Hostinger’s CDN; it stands on what it passes on too', ...marks },
    { when: { header: 'platform', is: 'hostinger' }, says: '`platform: hostinger`: the site is hosted there', ...marks },
  ],
  issued: [],
  codes: [],
  timeouts: [],
  ids: [],
  steps: [],
};
