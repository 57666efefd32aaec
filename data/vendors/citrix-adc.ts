import type { Vendor } from '../../diagnosis/types';

const WAF = 'https://github.com/EnableSecurity/wafw00f';
const FAQ = 'https://support.citrix.com/s/article/CTX120240-faq-can-the-netscaler-generate-an-http-503-response';
const verified = '2026-11-24';

/** NetScaler, for some years called Citrix ADC. */
export const citrixAdc: Vendor = {
  id: 'citrix-adc',
  name: 'NetScaler (Citrix ADC)',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { header: 'set-cookie', matches: /^(?:NSC_|ns_af=|citrix_ns_id)/i },
      says: 'A cookie of NetScaler is set (`{value}`)',
      source: WAF,
      verified,
      documented: true,
    },
    {
      when: { header: 'via', matches: /(?:^|[\s,])NS-CACHE-/ },
      says: '`via: {value}` is NetScaler’s cache',
      source: WAF,
      verified,
      documented: true,
    },
    {
      when: { any: [{ header: 'cneonction' }, { header: 'nncoection' }] },
      says: 'A `connection` header with its letters swapped: NetScaler does that',
      source: WAF,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [{ any: [{ body: '<b>Http/1.1 Service Unavailable</b>' }, { bodyIs: 'Http/1.1 Service Unavailable' }] }, { status: 503 }],
      },
      strength: 'strong',
      says: 'The body is NetScaler’s built-in 503: `Http/1.1 Service Unavailable`',
      source: FAQ,
      verified,
      documented: true,
    },
    {
      when: {
        any: [{ body: '<b>Http/1.1 Internal Server Error' }, { body: '<b>Http/1.1 Bad Gateway' }, { body: '<b>Http/1.1 Gateway Timeout' }],
      },
      strength: 'supporting',
      says: 'The body has the form of NetScaler’s built-in pages: `{value}`',
      source: FAQ,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'connection_limit_reached', 'maintenance'],
      confidence: 'likely',
      verdict: 'NetScaler answered: the virtual server is down or full, no service behind it is usable.',
      cause: 'All services are down, or the spillover limit is reached.',
      look: 'State of the virtual server and its services',
      steps: [
        { text: 'Read the state of the virtual servers', command: 'show lb vserver -summary' },
        { text: 'Which monitor failed, and why?', command: 'show service' },
      ],
      source: FAQ,
      verified,
      documented: true,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'A policy of NetScaler gave this status.',
      look: 'Responder policies of the virtual server',
      source: FAQ,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Owner: read the state of the virtual servers', command: 'show lb vserver -summary' }],
  docs: FAQ,
};
