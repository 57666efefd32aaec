import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://open.manus.ai/docs/v2/website', verified: '2026-11-30' } as const;

/** Hosting of the sites that Manus builds. Its maker describes none of its headers: what stands here was seen on public sites. */
export const manus: Vendor = {
  id: 'manus',
  name: 'Manus',
  kind: 'platform',
  depth: 2,
  ownEdge: 'cloudflare',
  onPath: [
    {
      when: { any: [{ header: 'x-manus-original-status' }, { header: 'x-manus-proxy-mode' }, { host: '.manus.space' }] },
      says: 'A header or host name of Manus: it hosts this site',
      ...docs,
    },
  ],
  issued: [
    {
      when: { header: 'x-manus-original-status' },
      strength: 'supporting',
      says: '`x-manus-original-status: {value}`: Manus put its own status in place of this one',
      ...docs,
    },
  ],
  codes: [
    {
      role: 'gateway',
      fault: 'proxy_internal_response',
      also: ['destination_not_found', 'application_error', 'maintenance'],
      confidence: 'possible',
      cause:
        'The site answered `x-manus-original-status`, often 404, and Manus shows its maintenance page instead: no route, or no published site.',
      look: 'Is the site published and the domain bound to it; does the path exist',
      steps: [
        { text: 'Ask for `/` of the same host: does that work, then only this path is missing.', command: 'curl -sI https://{host}/' },
      ],
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [],
  docs: docs.source,
};
