import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://help.zscaler.com/zia', verified: '2026-11-22' } as const;

/** Zscaler Internet Access, the proxy of a company network. */
export const zscaler: Vendor = {
  id: 'zscaler',
  name: 'Zscaler',
  kind: 'proxy',
  depth: 0,
  onPath: [],
  issued: [
    {
      when: { header: 'server', matches: /^Zscaler\//i },
      strength: 'strong',
      says: "`server: {value}` stands on Zscaler's own pages",
      documented: true,
      ...docs,
    },
  ],

  codes: [
    {
      role: 'link',
      fault: 'unknown',
      also: ['connection_timeout', 'connection_refused', 'dns_error', 'tls_certificate_error', 'http_request_denied'],
      confidence: 'unknown',
      verdict: "Your company's proxy (Zscaler) answered, not the site.",
      cause: 'Zscaler could not reach the site, or refused to.',
      look: 'the same page from another network; the text of the page',
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Open {url} from another network: if it works there, Zscaler is in the way' },
    { text: 'Tell whoever runs it: {host} at {time}' },
  ],

  docs: 'https://help.zscaler.com/zia',
};
