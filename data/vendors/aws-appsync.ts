import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html', verified: '2026-11-24' } as const;
const quotas = { source: 'https://docs.aws.amazon.com/general/latest/gr/appsync.html', verified: '2026-11-24' } as const;

/** AWS AppSync: GraphQL. A failed resolver is a 200 with `errors`; a 5xx is the service itself. */
export const awsAppsync: Vendor = {
  id: 'aws-appsync',
  name: 'AWS AppSync',
  kind: 'gateway',
  depth: 3,
  ownEdge: 'cloudfront',
  onPath: [
    {
      when: { header: 'x-amzn-appsync-tokensconsumed' },
      says: '`x-amzn-appsync-tokensconsumed` stands on answers of AppSync',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'x-amzn-appsync-tokensconsumed' },
          { any: [{ header: 'x-amzn-errortype' }, { body: '"errorType"' }, { body: '"errors"' }] },
        ],
      },
      strength: 'conclusive',
      says: '`x-amzn-appsync-tokensconsumed` on a 5xx: AppSync answered; a failed resolver would be a 200',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { host: '.amazonaws.com' },
          {
            bodyMatches:
              /"errorType"\s{0,4}:\s{0,4}"(?:InternalFailure|InternalFailureException|ServiceUnavailable|ServiceUnavailableException|ExecutionTimeout)"/,
            near: '"errortype"',
          },
          { body: '"errors"' },
        ],
      },
      strength: 'strong',
      says: 'The body is an error of AppSync: `{value}`',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      when: { any: [{ body: 'ExecutionTimeout' }, { status: 504 }] },
      role: 'origin',
      fault: 'http_response_timeout',
      confidence: 'likely',
      verdict: 'AppSync gave up: a resolver did not finish in 30 s.',
      cause: 'A data source behind a resolver was too slow.',
      look: 'The field logs of the API at this time',
      documented: true,
      ...quotas,
    },
    {
      status: 503,
      role: 'gateway',
      fault: 'overloaded',
      also: ['destination_unavailable'],
      confidence: 'possible',
      verdict: 'AppSync answered: the service itself was not available.',
      cause: 'The service is short of capacity.',
      look: 'The AWS status page; then the quotas of the API',
      documented: true,
      ...docs,
    },
    {
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['overloaded'],
      confidence: 'possible',
      verdict: 'AppSync answered: the service itself failed, not a resolver.',
      cause: 'AppSync failed in itself; an error of a resolver would be a 200 with `errors`.',
      look: 'The AWS status page; then the request log of the API',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 30_000,
      status: [500, 503, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'request execution time, 30 s',
      documented: true,
      ...quotas,
    },
  ],
  ids: [
    {
      header: 'x-amzn-requestid',
      name: 'AppSync request id',
      lookup: 'search the log group `/aws/appsync/apis/…` for it',
      documented: true,
      ...docs,
    },
  ],
  steps: [
    {
      text: 'Search the log of the API for this request.',
      command: 'aws logs filter-log-events --log-group-name "/aws/appsync/apis/$API_ID" --filter-pattern \'"{x-amzn-requestid}"\'',
    },
    { text: 'Read the metric `5XXError` of the API at {time}.' },
  ],
  statusPage: 'https://health.aws.amazon.com/health/status',
  docs: docs.source,
};
