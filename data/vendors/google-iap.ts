import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://cloud.google.com/iap/docs/special-urls-and-headers-howto', verified: '2026-11-30' } as const;

/** Identity-Aware Proxy: asks for a Google sign-in before Cloud Run, App Engine and load balancers. Says by header what it answered itself. */
export const googleIap: Vendor = {
  id: 'google-iap',
  name: 'Identity-Aware Proxy',
  kind: 'gateway',
  depth: 2,
  onPath: [],
  issued: [
    {
      when: { header: 'x-goog-iap-generated-response', is: 'true' },
      strength: 'conclusive',
      says: '`x-goog-iap-generated-response: {value}` stands only on what Google’s Identity-Aware Proxy answers itself',
      ...docs,
    },
  ],
  codes: [
    {
      when: { body: 'Empty Google Account OAuth client ID' },
      role: 'gateway',
      fault: 'proxy_configuration_error',
      confidence: 'likely',
      verdict: 'Identity-Aware Proxy answered: it has no OAuth client. Your application was not asked.',
      cause: 'IAP is on, and no OAuth client id with its secret is set for it.',
      look: 'The OAuth client in the settings of IAP',
      ...docs,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_configuration_error', 'http_request_denied', 'proxy_internal_error'],
      confidence: 'unknown',
      cause: 'IAP ended this request before your application saw it; the body says why.',
      look: 'The body; then the settings of IAP',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Read the settings of IAP; is an OAuth client set?',
      command: 'gcloud iap settings get --project "$PROJECT"',
    },
  ],
  statusPage: 'https://status.cloud.google.com/',
  docs: 'https://docs.cloud.google.com/iap/docs/faq',
};
