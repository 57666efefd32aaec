import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.cloud.google.com/functions/docs/troubleshooting', verified: '2026-11-24' } as const;
const crash = { source: 'https://github.com/GoogleCloudPlatform/python-docs-samples/issues/4339', verified: '2026-11-22' } as const;

/** Google Cloud Functions, first generation. The second is Cloud Run. */
export const googleCloudFunctions: Vendor = {
  id: 'google-cloud-functions',
  name: 'Google Cloud Functions',
  kind: 'function',
  depth: 3,
  ownEdge: 'google-frontend',
  onPath: [
    { when: { host: '.cloudfunctions.net' }, says: 'The host is a Cloud Function: `{value}`', documented: true, ...docs },
    {
      when: { header: 'function-execution-id' },
      says: '`function-execution-id: {value}` comes from a Cloud Function',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: { body: 'Error: could not handle the request' },
      strength: 'conclusive',
      says: 'The text `{value}` is what Cloud Functions answers for a function that crashed or ran too long',
      documented: true,
      ...crash,
    },
    {
      when: { body: 'Error: function terminated. Recommended action: inspect logs' },
      strength: 'conclusive',
      says: 'The text is what Cloud Functions answers for a function that ended',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [{ host: '.cloudfunctions.net' }, { body: 'Error: Server Error' }, { body: 'could not complete your request' }],
      },
      strength: 'conclusive',
      says: 'The page is that of Google’s front end, for a Cloud Functions host',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      when: { any: [{ body: 'could not handle the request' }, { body: 'function terminated' }] },
      role: 'function',
      fault: 'function_crash',
      also: ['function_timeout', 'application_error'],
      confidence: 'likely',
      verdict: 'Cloud Functions answered: your function crashed or ran out of time.',
      cause: 'An exception that nothing caught, the process ended, or the time limit.',
      look: 'The function’s log: `finished with status: crash` or `timeout`',
      documented: true,
      ...crash,
    },
    {
      status: 500,
      role: 'function',
      fault: 'overloaded',
      also: ['destination_unavailable', 'function_crash'],
      confidence: 'possible',
      verdict: 'Google’s front end answered: no instance of your function gave it a response.',
      cause: 'No instance could be started in time, or it ended without an answer.',
      look: 'The function’s log. No row at this time: the request never reached your code',
      documented: true,
      ...docs,
    },
    {
      role: 'function',
      fault: 'unknown',
      also: ['function_crash', 'function_timeout', 'overloaded'],
      confidence: 'unknown',
      cause: 'The function gave no answer.',
      look: 'The function’s log at this time',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 60_000,
      status: [500, 503, 504],
      fault: 'function_timeout',
      role: 'function',
      name: 'function timeout, default 60 s',
      documented: true,
      source: 'https://docs.cloud.google.com/functions/docs/configuring/timeout',
      verified: '2026-11-24',
    },
  ],
  ids: [
    {
      header: 'x-cloud-trace-context',
      name: 'Google trace id',
      lookup: 'search Cloud Logging for the 32 hex digits before `/` or `;` in `trace`',
      documented: true,
      ...docs,
    },
  ],
  steps: [
    {
      text: 'Read the function’s log at this time.',
      command: 'gcloud functions logs read "$FUNCTION" --start-time {from} --end-time {to} --limit 100',
    },
    { text: '`finished with status: crash` is an exception, `timeout` the time limit, `connection error` a dropped client.' },
    { text: 'No row at all: the instance limit or a slow start; look at the instance count.' },
  ],
  statusPage: 'https://status.cloud.google.com/',
  docs: docs.source,
};
