import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/troubleshooting.html', verified: '2026-11-24' } as const;

/** Elastic Beanstalk: a load balancer and nginx on each instance; those two write its errors. */
export const awsElasticBeanstalk: Vendor = {
  id: 'aws-elastic-beanstalk',
  name: 'Elastic Beanstalk',
  kind: 'platform',
  depth: 3,
  onPath: [
    { when: { host: '.elasticbeanstalk.com' }, says: 'The host is an Elastic Beanstalk environment: `{value}`', documented: true, ...docs },
  ],
  issued: [],
  codes: [
    {
      role: 'origin',
      fault: 'unknown',
      also: ['connection_refused', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'The application does not listen on the port that the platform expects, or is down.',
      look: '`eb health`, then nginx’s error log on the instance',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Read the health of the instances, with causes.', command: 'eb health --refresh' },
    { text: 'Fetch the logs: `nginx/error.log` names a refused port, `web.stdout.log` has the crash.', command: 'eb logs' },
    { text: 'Does the app listen on `PORT` (8080 or 5000 by platform)?' },
  ],
  statusPage: 'https://health.aws.amazon.com/health/status',
  docs: docs.source,
};
