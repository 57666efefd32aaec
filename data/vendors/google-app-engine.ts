import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.cloud.google.com/appengine/docs/standard/how-instances-are-managed', verified: '2026-11-24' } as const;
const seen = { source: 'https://github.com/chubin/awesome-console-services/pull/94', verified: '2026-11-22' } as const;

/** Google App Engine. */
export const googleAppEngine: Vendor = {
  id: 'google-app-engine',
  name: 'Google App Engine',
  kind: 'platform',
  depth: 3,
  ownEdge: 'google-frontend',
  onPath: [{ when: { host: '.appspot.com' }, says: 'The host is an App Engine app: `{value}`', ...seen }],
  issued: [
    {
      when: {
        all: [
          { host: '.appspot.com' },
          { body: 'Error: Server Error' },
          { any: [{ body: 'could not complete your request' }, { body: 'The service you requested is not available' }] },
        ],
      },
      strength: 'conclusive',
      says: 'The page is Google’s own, for a host of App Engine',
      ...seen,
    },
    {
      when: {
        all: [{ host: '.appspot.com' }, { length: [323, 332] }, { header: 'content-type', starts: 'text/html' }],
      },
      strength: 'strong',
      says: '`content-length` is exactly that of App Engine’s own page',
      documented: true,
      ...docs,
    },
    {
      when: {
        any: [
          { body: 'This application is temporarily over its serving quota' },
          { body: 'Over Quota This application is temporarily over' },
        ],
      },
      strength: 'conclusive',
      says: 'The page is App Engine’s: the app is over its quota',
      documented: true,
      source: 'https://docs.cloud.google.com/appengine/docs/standard/quotas',
      verified: '2026-11-24',
    },
  ],
  codes: [
    {
      when: { body: 'over its serving quota' },
      role: 'gateway',
      fault: 'quota_exceeded',
      confidence: 'likely',
      verdict: 'App Engine answered: this app has used up its quota.',
      cause: 'A daily or spending limit of the app was reached.',
      look: 'Quotas and billing of the project',
      documented: true,
      source: 'https://docs.cloud.google.com/appengine/docs/standard/quotas',
      verified: '2026-11-24',
    },
    {
      status: 500,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['application_error', 'function_crash', 'overloaded'],
      confidence: 'possible',
      verdict: 'App Engine answered: no instance of your app gave it a response.',
      cause: 'The instance did not start, ended, or threw without writing an answer.',
      look: 'The log of the service at this time; no row means that no instance had the request',
      ...docs,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_terminated',
      also: ['destination_unavailable', 'connection_refused'],
      confidence: 'possible',
      verdict: 'App Engine answered: your app gave it no valid response.',
      cause: 'The process died or closed the connection.',
      look: 'The log of the service: a crash, or the memory limit',
      documented: true,
      ...docs,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['destination_unavailable', 'overloaded', 'http_response_timeout'],
      confidence: 'unknown',
      cause: 'The app gave no answer.',
      look: 'The log of the service at this time',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 600_000,
      status: [500, 502, 503, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'request deadline with automatic scaling, 10 min',
      documented: true,
      ...docs,
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
      text: 'Read the log of the app at this time.',
      command:
        'gcloud logging read \'resource.type="gae_app" AND severity>=ERROR AND timestamp>="{from}" AND timestamp<="{to}"\' --limit 50',
    },
    { text: 'Look at instance count and memory at {time}.' },
  ],
  statusPage: 'https://status.cloud.google.com/',
  docs: docs.source,
};
