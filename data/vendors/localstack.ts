import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.localstack.cloud/aws/configuration/networking/internal-endpoints/', verified: '2026-11-30' } as const;

/** LocalStack plays AWS on a developer’s computer, with the headers of AWS. */
export const localstack: Vendor = {
  id: 'localstack',
  name: 'LocalStack',
  kind: 'client',
  depth: 1,
  plays: ['aws-alb', 'aws-api-gateway', 'aws-appsync', 'aws-clb', 'aws-lambda-url', 'aws-s3', 'aws-service-api', 'cloudfront', 'twisted'],
  onPath: [
    {
      when: { any: [{ header: 'x-localstack' }, { host: '.localhost.localstack.cloud' }] },
      says: 'LocalStack plays AWS here: `{value}`. Headers of AWS are its own; no request left this computer',
      ...docs,
    },
    {
      when: { all: [{ header: 'server', starts: 'TwistedWeb' }, { header: 'x-localstack' }] },
      says: '`server: {value}` is the server inside LocalStack',
      ...docs,
    },
  ],
  issued: [],
  codes: [],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Read the log of LocalStack.', command: 'localstack logs --tail 100' }],
  docs: docs.source,
};
