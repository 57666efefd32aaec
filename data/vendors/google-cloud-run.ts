import type { Match, Vendor } from '../../diagnosis/types';
import { envoyReplies } from '../envoy-replies';

const docs = { source: 'https://docs.cloud.google.com/run/docs/troubleshooting', verified: '2026-11-24' } as const;
const known = { source: 'https://docs.cloud.google.com/run/docs/known-issues', verified: '2026-11-22' } as const;
const timeout = { source: 'https://docs.cloud.google.com/run/docs/configuring/request-timeout', verified: '2026-11-24' } as const;
const esp = { source: 'https://github.com/GoogleCloudPlatform/esp-v2/issues/430', verified: '2026-11-22' } as const;
/** Koa's own answer inside the container. */
const KOA: Match = { header: 'content-type', is: 'text/plain; charset=utf-8' };
const HOST: Match = { host: '.run.app' };
const REPLY: Match = {
  any: [
    { bodyIs: 'upstream request timeout' },
    { bodyIs: 'no healthy upstream' },
    { body: 'upstream connect error or disconnect/reset before headers' },
  ],
};
const logQuery = {
  text: 'Read the log of the revision at this time. A row that says `malformed response`, `no available instance` or `Memory limit` names the cause.',
  command:
    'gcloud logging read \'resource.type="cloud_run_revision" AND severity>=WARNING AND timestamp>="{from}" AND timestamp<="{to}"\' --limit 50',
} as const;

/** Google Cloud Run, also as the base of Cloud Functions of the second generation. */
export const googleCloudRun: Vendor = {
  id: 'google-cloud-run',
  name: 'Google Cloud Run',
  kind: 'platform',
  depth: 2.5,
  ownEdge: 'google-frontend',
  onPath: [
    { when: HOST, says: 'The host is a Cloud Run service: `{value}`', documented: true, ...docs },
    {
      when: { all: [{ header: 'server', is: 'Google Frontend' }, { header: 'x-envoy-decorator-operation' }] },
      says: '`x-envoy-decorator-operation` under `server: Google Frontend`: a proxy in a Cloud Run container',
      ...esp,
    },
  ],
  issued: [
    {
      when: {
        all: [HOST, REPLY, { not: { header: 'x-envoy-decorator-operation' } }, { not: { header: 'content-type', has: 'json' } }],
      },
      strength: 'conclusive',
      says: '`{value}` on a Cloud Run host: Cloud Run wrote it about the container',
      documented: true,
      source: 'https://github.com/gtm-templates-simo-ahava/gtm-loader/pull/4',
      verified: '2026-11-22',
    },
    {
      when: {
        all: [
          { header: 'server', is: 'Google Frontend' },
          REPLY,
          { not: { header: 'x-envoy-decorator-operation' } },
          { not: { header: 'content-type', has: 'json' } },
        ],
      },
      strength: 'strong',
      says: '`{value}` under Google’s front end: most likely Cloud Run’s; an Envoy in the container would say the same',
      documented: true,
      source: 'https://github.com/gtm-templates-simo-ahava/gtm-loader/pull/4',
      verified: '2026-11-22',
    },
    {
      when: {
        all: [HOST, { status: 503 }, { bodyIs: 'Service Unavailable' }, { not: { header: 'x-content-type-options' } }, { not: KOA }],
      },
      strength: 'strong',
      says: '503 `Service Unavailable` as plain text is Cloud Run’s own',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { header: 'server', is: 'Google Frontend' },
          { status: 503 },
          { bodyIs: 'Service Unavailable' },
          { not: { header: 'x-powered-by' } },
          { not: { header: 'x-content-type-options' } },
          { not: KOA },
        ],
      },
      strength: 'supporting',
      says: '503 `Service Unavailable` under Google’s front end is what Cloud Run says itself; an application may say the same',
      documented: true,
      ...docs,
    },
    {
      when: {
        any: [
          { body: 'The request was aborted because there was no available instance' },
          { body: 'The request failed because either the HTTP response was malformed or connection to the instance had an error' },
          { body: 'malformed response or connection to the instance had an error' },
        ],
      },
      strength: 'strong',
      says: 'The sentence is Cloud Run’s: `{value}`',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          HOST,
          {
            any: [
              { body: 'The server encountered an error and could not complete your request' },
              { body: 'The service you requested is not available' },
            ],
          },
          { body: 'Error: Server Error' },
        ],
      },
      strength: 'conclusive',
      says: 'The page is that of Google’s front end, for a Cloud Run host',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      when: { body: 'no available instance' },
      role: 'gateway',
      fault: 'overloaded',
      also: ['quota_exceeded', 'destination_unavailable'],
      confidence: 'likely',
      verdict: 'Cloud Run answered: no instance was free, and none could be added in time.',
      cause: 'The instance limit was reached, scaling was too slow, or billing was stopped not long ago.',
      look: 'Maximum instances and concurrency of the service; then the state of billing',
      steps: [logQuery, { text: 'Compare the instance count at {time} with the maximum of the service.' }],
      documented: true,
      ...known,
    },
    {
      when: { any: [{ body: 'HTTP response was malformed' }, { body: 'malformed response or connection' }] },
      role: 'origin',
      fault: 'connection_terminated',
      also: ['http_protocol_error', 'function_crash'],
      confidence: 'likely',
      verdict: 'Cloud Run answered: your container ended or answered something that is not valid.',
      cause: 'The container exited, ran out of memory, or broke the connection.',
      look: 'The log of the revision: an exit, or `Memory limit`',
      steps: [logQuery],
      documented: true,
      ...docs,
    },
    ...envoyReplies,
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_terminated', 'overloaded', 'function_crash'],
      confidence: 'possible',
      verdict: 'Cloud Run answered: your container was not available.',
      cause: 'The container exited, ran out of memory, or does not listen on `PORT`.',
      look: 'The log of the revision: an exit, `Memory limit`, or a failed start',
      steps: [logQuery, { text: 'Does the container listen on the port in `PORT`, on 0.0.0.0?' }],
      documented: true,
      ...docs,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['overloaded'],
      confidence: 'likely',
      verdict: 'Cloud Run gave up: your container did not answer within the request timeout.',
      cause: 'The request took longer than the service’s request timeout, 300 s by default.',
      look: 'What the container was doing; then the request timeout',
      steps: [logQuery],
      documented: true,
      ...timeout,
    },
    {
      status: 500,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'function_crash', 'application_error'],
      confidence: 'possible',
      verdict: 'Cloud Run answered: no instance of your service gave it a response.',
      cause: 'An instance could not be started or ended without an answer.',
      look: 'The log of the revision at this time',
      steps: [logQuery],
      documented: true,
      ...docs,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['connection_terminated', 'http_protocol_error', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'Cloud Run could not get a valid answer from the container.',
      look: 'The log of the revision at this time',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 300_000,
      status: [504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'request timeout, default 300 s',
      documented: true,
      ...timeout,
    },
    {
      ms: 3_600_000,
      status: [504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'longest request timeout, 60 min',
      documented: true,
      ...timeout,
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
  steps: [logQuery, { text: 'Look at memory, instance count and restarts of the revision at {time}.' }],
  statusPage: 'https://status.cloud.google.com/',
  docs: docs.source,
};
