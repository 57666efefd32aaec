import type { Match, StepRule, Vendor } from '../../diagnosis/types';

const ERRORS = 'https://docs.claude.com/en/api/errors';
const verified = '2026-11-22';
const docs = { source: ERRORS, verified, documented: true } as const;

/** Stripe's ids begin alike, and are shorter. */
const requestId: Match = { header: 'request-id', matches: /^req_01[0-9A-Za-z]{18,30}$/ };
const retry: StepRule = { text: 'Repeat it with growing pauses; the official clients do so twice by themselves.' };
const support: StepRule = { text: 'Quote `{request-id}` and {time} to Anthropic’s support.' };
const stream: StepRule = { text: 'Stream long answers, or use the batch API: an open connection without data is cut on the way.' };

/** The API answers behind Cloudflare; its JSON with an Anthropic error type is its own, and 529 is no code of Cloudflare's. */
export const anthropicApi: Vendor = {
  id: 'anthropic-api',
  name: 'Anthropic API',
  kind: 'application',
  depth: 6,
  ownEdge: 'cloudflare',
  onPath: [
    { when: requestId, says: '`request-id: {value}` is given by Anthropic’s API', ...docs },
    {
      when: { any: [{ header: 'anthropic-organization-id' }, { header: 'anthropic-ratelimit-requests-limit' }] },
      says: 'A header of Anthropic’s API',
      ...docs,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { bodyMatches: /"type"\s{0,4}:\s{0,4}"error"/, near: '"error"' },
          { bodyMatches: /"type"\s{0,4}:\s{0,4}"(?:overloaded_error|api_error|timeout_error)"/, near: '_error"' },
          // Servers that speak the same protocol have no such id.
          { any: [{ host: 'api.anthropic.com' }, { not: { absent: 'request-id' } }] },
          { not: { any: [{ host: 'localhost' }, { host: '127.0.0.1' }] } },
        ],
      },
      strength: 'strong',
      says: 'The body is the JSON of Anthropic’s API',
      ...docs,
    },
    {
      when: { all: [requestId, { not: { status: [520, 521, 522, 523, 524, 525, 526, 527, 530] } }] },
      strength: 'strong',
      says: '`request-id: {value}`: the API had the request and answered it',
      ...docs,
    },
    {
      when: { all: [{ host: 'api.anthropic.com' }, { status: 529 }] },
      strength: 'strong',
      says: 'Anthropic’s API answers 529 when it is overloaded',
      ...docs,
    },
  ],
  selfReport: [{ json: 'error.type' }, { body: /"type"\s{0,4}:\s{0,4}"((?:overloaded|api|timeout|rate_limit)_error)"/, near: '_error"' }],
  codes: [
    {
      code: 'overloaded_error',
      role: 'application',
      fault: 'overloaded',
      also: ['quota_exceeded'],
      confidence: 'certain',
      verdict: 'Anthropic’s API answered: it is overloaded for everybody now.',
      cause: 'Too much traffic of all its users; it is no limit of this account.',
      look: 'The status page of the API',
      steps: [retry, support],
      ...docs,
    },
    {
      code: 'timeout_error',
      role: 'application',
      fault: 'http_response_timeout',
      confidence: 'likely',
      verdict: 'Anthropic’s API answered: it did not finish this request in time.',
      cause: 'The request took too long to process.',
      look: 'The length of the request and answer',
      steps: [stream, retry, support],
      ...docs,
    },
    {
      code: 'api_error',
      role: 'application',
      fault: 'application_error',
      confidence: 'certain',
      verdict: 'Anthropic’s API answered with an error of its own.',
      cause: 'A fault within the API.',
      look: 'The status page of the API',
      steps: [retry, support],
      ...docs,
    },
    {
      status: 529,
      role: 'application',
      fault: 'overloaded',
      confidence: 'likely',
      verdict: 'Anthropic’s API answered: it is overloaded for everybody now.',
      cause: 'Too much traffic of all its users.',
      look: 'The status page of the API',
      steps: [retry, support],
      ...docs,
    },
    {
      status: 504,
      role: 'application',
      fault: 'http_response_timeout',
      confidence: 'likely',
      verdict: 'Anthropic’s API answered: it did not finish this request in time.',
      cause: 'The request took too long to process.',
      look: 'The length of the request and answer',
      steps: [stream, retry, support],
      ...docs,
    },
    {
      role: 'application',
      fault: 'application_error',
      also: ['overloaded'],
      confidence: 'likely',
      verdict: 'Anthropic’s API answered with an error of its own.',
      cause: 'A fault within the API.',
      look: 'The status page of the API',
      steps: [retry, support],
      ...docs,
    },
  ],
  timeouts: [],
  ids: [{ header: 'request-id', name: 'request-id', lookup: 'quote it to Anthropic’s support', ...docs }],
  steps: [retry, support],
  statusPage: 'https://status.claude.com/',
  docs: ERRORS,
};
