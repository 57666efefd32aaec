import type { Vendor } from '../../diagnosis/types';

const docs = {
  source: 'https://techdocs.broadcom.com/us/en/symantec-security-software/web-and-network-security/edge-swg.html',
  verified: '2026-11-22',
} as const;

/** Symantec (Blue Coat) ProxySG, the proxy of a company network. */
export const bluecoat: Vendor = {
  id: 'bluecoat',
  name: 'Blue Coat ProxySG',
  kind: 'proxy',
  depth: 0,
  onPath: [],
  issued: [
    {
      when: { bodyMatches: /Network Error \((?:tcp_error|dns_[a-z_]{3,40}|gateway_error|ssl_[a-z_]{3,40})\)/i, near: 'network error (' },
      strength: 'conclusive',
      says: '`{value}` is how a Blue Coat proxy words its own errors',
      documented: true,
      ...docs,
    },
  ],
  selfReport: [{ body: /Network Error \(([a-z_]{3,40})\)/i, near: 'network error (' }],
  codes: [
    {
      code: 'tcp_error',
      when: { any: [{ body: 'timed out' }, { body: 'timeout' }] },
      role: 'link',
      fault: 'connection_timeout',
      confidence: 'likely',
      verdict: "Your network's proxy answered: the site did not take its connection in time.",
      cause: 'The proxy of this network could not connect to the site in time.',
      look: 'the same page from another network',
      ...docs,
    },
    {
      code: 'tcp_error',
      when: { body: 'refused' },
      role: 'origin',
      fault: 'connection_refused',
      confidence: 'likely',
      verdict: "Your network's proxy answered: the site refused its connection.",
      cause: 'The site refused the connection of the proxy.',
      look: 'the same page from another network',
      ...docs,
    },
    {
      code: 'tcp_error',
      role: 'link',
      fault: 'connection_timeout',
      also: ['connection_refused', 'connection_terminated'],
      confidence: 'possible',
      verdict: "Your network's proxy answered: it could not connect to the site.",
      cause: 'The proxy of this network could not connect to the site.',
      look: 'the same page from another network',
      ...docs,
    },
    {
      code: ['dns_unresolved_hostname', 'dns_server_failure', 'dns_error'],
      role: 'link',
      fault: 'dns_error',
      confidence: 'likely',
      verdict: "Your network's proxy answered: the name of the site did not resolve.",
      cause: 'The proxy could not resolve the name.',
      look: 'the name in the address; then DNS of the proxy',
      ...docs,
    },
    {
      code: 'ssl_',
      role: 'link',
      fault: 'tls_certificate_error',
      also: ['tls_protocol_error'],
      confidence: 'possible',
      cause: "The proxy did not accept the site's TLS.",
      look: "the site's certificate",
      ...docs,
    },
    {
      role: 'link',
      fault: 'unknown',
      also: ['connection_timeout', 'connection_refused', 'dns_error'],
      confidence: 'unknown',
      cause: 'The proxy of this network could not get the page.',
      look: 'the same page from another network',
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Open {url} from another network, for example by mobile phone: if it works there, the proxy of this network is in the way' },
    { text: 'Tell whoever runs the proxy: {host} at {time}' },
  ],

  docs: 'https://techdocs.broadcom.com/us/en/symantec-security-software/web-and-network-security/edge-swg.html',
};
