import type { Vendor } from '../../diagnosis/types';

const docs = {
  source: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html',
  verified: '2026-11-24',
} as const;

/** AWS WAF: a rule engine inside CloudFront, ALB or API Gateway. Shows itself only in challenges. */
export const awsWaf: Vendor = {
  id: 'aws-waf',
  name: 'AWS WAF',
  kind: 'gateway',
  depth: 2,
  onPath: [
    {
      when: { header: 'x-amzn-waf-action' },
      says: '`x-amzn-waf-action: {value}`: AWS WAF took part in this answer',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'x-amzn-waf-action' },
          { any: [{ body: 'awsWafCookieDomainList' }, { body: 'AwsWafIntegration' }, { body: 'gokuProps' }] },
        ],
      },
      strength: 'conclusive',
      says: 'The body is the challenge page of AWS WAF',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      role: 'gateway',
      fault: 'http_request_denied',
      confidence: 'likely',
      verdict: 'AWS WAF answered: it wants this client to pass a challenge first.',
      cause: 'A rule of the web ACL challenges this request.',
      look: 'Sampled requests of the web ACL: which rule matched?',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Open the sampled requests of the web ACL at {time} and read which rule matched.' }],
  statusPage: 'https://health.aws.amazon.com/health/status',
  docs: docs.source,
};
