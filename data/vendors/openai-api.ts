import type { Match, StepRule, Vendor } from '../../diagnosis/types';

const ERRORS = 'https://platform.openai.com/docs/guides/error-codes/api-errors';
const REFERENCE = 'https://platform.openai.com/docs/api-reference/debugging-requests';
const verified = '2026-11-22';
const docs = { source: ERRORS, verified, documented: true } as const;

/** Azure serves the same models behind its own gateway, with some of these headers. */
const azure: Match = {
  any: [{ header: 'apim-request-id' }, { header: 'x-ms-region' }, { host: '.azure.com' }, { body: 'Azure support request' }],
};
/** A relay that quotes the API. */
const relay: Match = { any: [{ header: 'x-litellm-version' }, { body: 'litellm.' }, { body: 'OpenAIException' }] };
const retry: StepRule = { text: 'Repeat it with growing pauses; honour `retry-after`.' };
const support: StepRule = { text: 'Quote `{x-request-id}` and {time} to OpenAI’s support.' };

/** The API answers behind Cloudflare; its JSON and `openai-processing-ms` are its own. */
export const openaiApi: Vendor = {
  id: 'openai-api',
  name: 'OpenAI API',
  kind: 'application',
  depth: 6,
  ownEdge: 'cloudflare',
  onPath: [
    {
      when: {
        all: [
          { any: [{ header: 'openai-processing-ms' }, { header: 'openai-organization' }, { header: 'openai-version' }] },
          { not: azure },
        ],
      },
      says: 'A header of OpenAI’s API: `{value}`',
      source: REFERENCE,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          {
            any: [
              { body: 'The server had an error while processing your request' },
              { body: 'The server had an error processing your request' },
              { body: 'The engine is currently overloaded, please try again later' },
              { body: 'That model is currently overloaded with other requests' },
              { body: 'https://help.openai.com' },
              { body: 'help.openai.com if the error persists' },
            ],
          },
          { not: azure },
          { not: relay },
        ],
      },
      strength: 'strong',
      says: 'The sentence is that of OpenAI’s API: “{value}”',
      ...docs,
    },
    {
      when: { all: [{ any: [{ header: 'openai-processing-ms' }, { header: 'openai-version' }] }, { not: azure }] },
      strength: 'strong',
      says: 'A header that only the API sets, when it had the request: `{value}`',
      source: REFERENCE,
      verified,
      documented: true,
    },
    {
      when: {
        all: [{ host: 'api.openai.com' }, { json: 'error.message' }, { json: 'error.type' }, { not: { json: 'error.type', has: 'cf_' } }],
      },
      strength: 'strong',
      says: 'The body is the JSON of OpenAI’s API: `{value}`',
      ...docs,
    },
  ],
  codes: [
    {
      status: 503,
      role: 'application',
      fault: 'overloaded',
      also: ['application_error', 'quota_exceeded'],
      confidence: 'likely',
      verdict: 'OpenAI’s API answered: it is overloaded, or this traffic grew too fast.',
      cause: 'Too much traffic of all its users, or “Slow Down” for a sudden rise of this one.',
      look: 'The message in the body, then the status page',
      steps: [retry, support],
      ...docs,
    },
    {
      when: { any: [{ body: 'currently overloaded' }, { body: 'Slow Down' }] },
      role: 'application',
      fault: 'overloaded',
      confidence: 'likely',
      verdict: 'OpenAI’s API answered: it is overloaded now.',
      cause: 'Too much traffic.',
      look: 'The status page of the API',
      steps: [retry, support],
      ...docs,
    },
    {
      status: 504,
      role: 'application',
      fault: 'http_response_timeout',
      also: ['overloaded'],
      confidence: 'possible',
      verdict: 'OpenAI’s API answered: it did not finish this request in time.',
      cause: 'The request took too long to process.',
      look: 'The length of the request and answer',
      steps: [{ text: 'Stream long answers, or use the background mode.' }, retry, support],
      ...docs,
    },
    {
      role: 'application',
      fault: 'application_error',
      also: ['overloaded'],
      confidence: 'likely',
      verdict: 'OpenAI’s API answered with an error of its own.',
      cause: 'A fault within the API.',
      look: 'The status page of the API',
      steps: [retry, support],
      ...docs,
    },
  ],
  timeouts: [],
  ids: [{ header: 'x-request-id', name: 'x-request-id', lookup: 'quote it to OpenAI’s support', source: REFERENCE, verified }],
  steps: [retry, support],
  statusPage: 'https://status.openai.com/',
  docs: ERRORS,
};
