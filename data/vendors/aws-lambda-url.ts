import type { Vendor } from '../../diagnosis/types';
import { noBody } from '../bodies';

const docs = { source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html', verified: '2026-11-22' } as const;
const monitoring = { source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html', verified: '2026-11-22' } as const;

/** Lambda function URL: HTTP in front of one function, without API Gateway. */
export const awsLambdaUrl: Vendor = {
  id: 'aws-lambda-url',
  name: 'Lambda function URL',
  kind: 'function',
  depth: 3,
  onPath: [
    { when: { host: '.on.aws' }, says: 'The host is a Lambda function URL: `{value}`', documented: true, ...docs },
    {
      when: {
        all: [
          { header: 'x-amzn-trace-id', matches: /^root=1-[0-9a-f]{8}-[0-9a-f]{24};parent=/ },
          { header: 'x-amzn-requestid' },
          { absent: 'x-amz-apigw-id' },
          { absent: 'apigw-requestid' },
        ],
      },
      says: '`x-amzn-trace-id: {value}` in this spelling, without a header of API Gateway, comes from a Lambda function URL',
      documented: true,
      source: 'https://github.com/aws/aws-lambda-web-adapter/issues/491',
      verified: '2026-11-22',
    },
  ],
  issued: [
    {
      when: { all: [{ host: '.on.aws' }, { status: 502 }, { bodyIs: 'Internal Server Error' }] },
      strength: 'conclusive',
      says: 'A function URL answers 502 `Internal Server Error` when the function fails; its own answers have another status or body',
      documented: true,
      source: 'https://github.com/awsdocs/aws-lambda-developer-guide/issues/430',
      verified: '2026-11-22',
    },
    {
      when: {
        all: [
          { status: 502 },
          { bodyIs: 'Internal Server Error' },
          { header: 'x-amzn-requestid' },
          { absent: 'x-amz-apigw-id' },
          { absent: 'apigw-requestid' },
        ],
      },
      strength: 'strong',
      says: '502 `Internal Server Error` with `x-amzn-requestid` and no header of API Gateway: a Lambda function URL wrote it',
      documented: true,
      source: 'https://github.com/awsdocs/aws-lambda-developer-guide/issues/430',
      verified: '2026-11-22',
    },
    {
      when: { all: [{ host: '.on.aws' }, { status: 502 }, { length: [21] }, noBody] },
      strength: 'strong',
      says: 'A 502 of 21 bytes is the function URL’s own answer for a failed function',
      documented: true,
      ...docs,
    },
    {
      when: { all: [{ host: '.on.aws' }, { header: 'x-amzn-errortype' }] },
      strength: 'strong',
      says: '`x-amzn-errortype: {value}`: Lambda itself refused or failed',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      status: 502,
      role: 'function',
      fault: 'function_crash',
      also: ['function_timeout', 'http_protocol_error', 'http_response_body_size'],
      confidence: 'likely',
      verdict: 'Lambda answered: your function threw, ran out of time, or returned something it could not use.',
      cause: 'An exception that nothing caught, the function’s own timeout, or an answer in the wrong shape or over 6 MB.',
      look: 'The function’s log at this time: `Task timed out`, an error, or neither',
      documented: true,
      ...docs,
    },
    {
      status: [500, 503, 504],
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['overloaded', 'function_crash'],
      confidence: 'possible',
      cause: 'Lambda could not run the function.',
      look: 'The AWS status page; then the state of the function',
      documented: true,
      ...monitoring,
    },
    {
      role: 'function',
      fault: 'unknown',
      also: ['function_crash'],
      confidence: 'unknown',
      cause: 'Lambda made this answer itself.',
      look: 'The function’s log at this time',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 3_000,
      status: [502],
      fault: 'function_timeout',
      role: 'function',
      name: 'function timeout, default 3 s',
      documented: true,
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
      verified: '2026-11-24',
    },
    {
      ms: 900_000,
      status: [502, 504],
      fault: 'function_timeout',
      role: 'function',
      name: 'longest function timeout, 900 s',
      documented: true,
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
      verified: '2026-11-24',
    },
  ],
  ids: [
    {
      header: 'x-amzn-requestid',
      name: 'Lambda request id',
      lookup: 'search the function’s log group `/aws/lambda/…` for it',
      documented: true,
      ...monitoring,
    },
    {
      header: 'x-amzn-trace-id',
      name: 'X-Ray trace',
      lookup: 'search X-Ray for it',
      decode: 'amzn-trace',
      documented: true,
      ...monitoring,
    },
  ],
  steps: [
    {
      text: 'Read what the function logged for this request. `Task timed out` and `errorMessage` name the cause.',
      command: 'aws logs filter-log-events --log-group-name "/aws/lambda/$FUNCTION" --filter-pattern \'"{x-amzn-requestid}"\'',
    },
    { text: 'No error in the log: look at the shape of what the handler returns (`statusCode`, `headers`, `body` as a string).' },
    { text: 'Compare the metric `Url5xxCount` with `Errors` at {time}.' },
  ],
  statusPage: 'https://health.aws.amazon.com/health/status',
  docs: docs.source,
};
