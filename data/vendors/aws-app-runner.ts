import type { Match, Vendor } from '../../diagnosis/types';
import { envoyReplies } from '../envoy-replies';

const docs = { source: 'https://docs.aws.amazon.com/apprunner/latest/dg/troubleshooting.html', verified: '2026-11-24' } as const;
const seen = { source: 'https://github.com/aws/apprunner-roadmap/issues/92', verified: '2026-11-22' } as const;
const limits = { source: 'https://docs.aws.amazon.com/apprunner/latest/dg/develop.html', verified: '2026-11-24' } as const;
const REPLY: Match = {
  any: [
    { body: 'upstream connect error or disconnect/reset before headers' },
    { bodyIs: 'no healthy upstream' },
    { bodyIs: 'upstream request timeout' },
    { bodyIs: 'stream timeout' },
  ],
};

/** AWS App Runner: containers behind an Envoy of the platform. */
export const awsAppRunner: Vendor = {
  id: 'aws-app-runner',
  name: 'AWS App Runner',
  kind: 'platform',
  depth: 2,
  onPath: [{ when: { host: '.awsapprunner.com' }, says: 'The host is an App Runner service: `{value}`', documented: true, ...docs }],
  issued: [
    {
      when: { all: [{ host: '.awsapprunner.com' }, REPLY] },
      strength: 'conclusive',
      says: 'The text `{value}` is the platform’s own: App Runner runs Envoy in front of the container',
      documented: true,
      ...seen,
    },
    {
      when: { all: [{ host: '.awsapprunner.com' }, { header: 'server', is: 'envoy' }, { header: 'x-envoy-upstream-service-time' }] },
      strength: 'against',
      says: '`x-envoy-upstream-service-time: {value}`: the container answered, App Runner passed it on',
      documented: true,
      ...seen,
    },
  ],
  codes: [
    ...envoyReplies,
    {
      role: 'origin',
      fault: 'unknown',
      also: ['connection_terminated', 'destination_unavailable', 'http_response_timeout'],
      confidence: 'unknown',
      cause: 'The platform could not get an answer from the container.',
      look: 'The application log of the service',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 120_000,
      status: [502, 503, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'request timeout, 120 s',
      documented: true,
      ...limits,
    },
  ],
  ids: [],
  steps: [
    {
      text: 'Read the application log at {time}: a restart, an out-of-memory kill or a crash?',
      command: 'aws logs tail "$APPLICATION_LOG_GROUP" --since 1h',
    },
    { text: 'Was the service deployed or scaled in at {time}? Instances that are replaced cut running requests.' },
    { text: 'Does the container listen on the configured port, on 0.0.0.0?' },
  ],
  statusPage: 'https://health.aws.amazon.com/health/status',
  docs: docs.source,
};
