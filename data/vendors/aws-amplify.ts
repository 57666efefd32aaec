import type { Vendor } from '../../diagnosis/types';

const logs = { source: 'https://docs.aws.amazon.com/amplify/latest/userguide/ssr-CloudWatch-logs.html', verified: '2026-11-24' } as const;

/** AWS Amplify Hosting: CloudFront in front, server rendering in Lambda. It has no error page of its own. */
export const awsAmplify: Vendor = {
  id: 'aws-amplify',
  name: 'AWS Amplify Hosting',
  kind: 'platform',
  depth: 2,
  ownEdge: 'cloudfront',
  onPath: [{ when: { host: '.amplifyapp.com' }, says: 'The host is an Amplify app: `{value}`', documented: true, ...logs }],
  issued: [],
  codes: [
    {
      role: 'function',
      fault: 'unknown',
      also: ['function_timeout', 'function_crash'],
      confidence: 'unknown',
      cause: 'The function that renders the page failed or was too slow.',
      look: 'The log group `/aws/amplify/…` of the app',
      documented: true,
      ...logs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Read the log of the rendering function at {time}.',
      command: 'aws logs tail "/aws/amplify/$APP_ID" --since 1h --filter-pattern ERROR',
    },
  ],
  statusPage: 'https://health.aws.amazon.com/health/status',
  docs: logs.source,
};
