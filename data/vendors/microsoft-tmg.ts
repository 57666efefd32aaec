import type { Vendor } from '../../diagnosis/types';

const kb = { source: 'https://mskb.pkisolutions.com/kb/831140', verified: '2026-11-30' } as const;
const waf = { source: 'https://github.com/EnableSecurity/wafw00f', verified: '2026-11-30' } as const;

/** ISA Server and Forefront TMG, old forward proxies of companies: the reason phrase says why. */
export const microsoftTmg: Vendor = {
  id: 'microsoft-tmg',
  name: 'Forefront TMG / ISA Server',
  kind: 'proxy',
  depth: 0,
  onPath: [],
  issued: [
    {
      when: {
        any: [
          { reason: 'Proxy Error ( Forefront TMG denied the specified Uniform Resource Locator (URL).  )' },
          { reason: 'Proxy Error ( The ISA Server denied the specified Uniform Resource Locator (URL).  )' },
        ],
      },
      strength: 'strong',
      says: 'The reason phrase is that of Microsoft’s proxy: `{value}`',
      ...waf,
    },
    {
      when: {
        any: [
          { body: 'Forefront TMG denied the specified Uniform Resource Locator' },
          { body: 'ISA Server denied the specified Uniform Resource Locator' },
          { body: 'ISA Server denies the specified Uniform Resource Locator' },
        ],
      },
      strength: 'strong',
      says: 'The sentence is that of Microsoft’s proxy: `{value}`',
      documented: true,
      ...waf,
    },
  ],
  codes: [
    {
      role: 'gateway',
      fault: 'http_request_denied',
      confidence: 'likely',
      verdict: 'Your company’s proxy answered: its rules do not allow this address. The site was not asked.',
      cause: 'A rule of the proxy denies this address, port or user.',
      look: 'Who runs the proxy of this network',
      ...kb,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Try it from another network: does it work there, the proxy is the cause.' },
    { text: 'Send whoever runs the proxy the address and the time {time}.' },
  ],
};
