import type { StepRule, Vendor } from '../../diagnosis/types';

const DOCS = 'https://www.koyeb.com/docs/reference/edge-network';
const verified = '2026-11-22';
const docs = { source: DOCS, verified, documented: true } as const;

const logs: StepRule = { text: 'Read the log of the service at this time.', command: 'koyeb services logs "$APP/$SERVICE"' };
const instances: StepRule = { text: 'Is an instance healthy?', command: 'koyeb instances list' };
const port: StepRule = { text: 'Does the app listen on the port that the service exposes, on `0.0.0.0`?' };

/** Koyeb runs Envoy behind its own Cloudflare; `x-koyeb-backend` names where the app ran, so without it none was reached. */
export const koyeb: Vendor = {
  id: 'koyeb',
  name: 'Koyeb',
  kind: 'platform',
  depth: 2,
  inside: ['envoy'],
  ownEdge: 'cloudflare',
  onPath: [
    { when: { header: 'x-koyeb-glb' }, says: '`x-koyeb-glb: {value}`: it entered Koyeb there', ...docs },
    { when: { header: 'x-koyeb-backend' }, says: '`x-koyeb-backend: {value}`: an instance there was asked', ...docs },
    {
      when: { all: [{ host: '.koyeb.app' }, { not: { status: [520, 521, 522, 523, 524, 525, 526, 527, 530] } }] },
      says: 'The host is one of Koyeb’s: `{value}`',
      ...docs,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { any: [{ header: 'x-koyeb-glb' }, { host: '.koyeb.app' }] },
          { not: { header: 'x-koyeb-backend' } },
          {
            any: [
              { body: 'no healthy upstream' },
              { body: 'upstream connect error' },
              { body: 'upstream request timeout' },
              { body: 'No active service' },
            ],
          },
        ],
      },
      strength: 'strong',
      says: 'The body is that of Koyeb’s proxy, and no `x-koyeb-backend` came: “{value}”',
      ...docs,
    },
    {
      when: { all: [{ status: [502, 503, 504] }, { header: 'x-koyeb-glb' }, { absent: 'x-koyeb-backend' }] },
      strength: 'supporting',
      says: '`x-koyeb-glb` without `x-koyeb-backend`: no instance was reached',
      ...docs,
    },
  ],
  codes: [
    {
      when: { body: 'no healthy upstream' },
      role: 'origin',
      fault: 'destination_unavailable',
      confidence: 'likely',
      verdict: 'Koyeb answered: no instance of the service is healthy.',
      cause: 'All instances fail their health check, or none is running.',
      look: 'Instances and health checks of the service',
      steps: [instances, logs, port],
      ...docs,
    },
    {
      when: { any: [{ body: 'upstream connect error' }, { body: 'connection refused' }] },
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'connection_timeout', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'Koyeb answered for your app: it could not connect, or the connection broke.',
      cause: 'Nothing listens on the exposed port, or the process ended the connection.',
      look: 'The port of the service and the app’s log',
      steps: [port, logs, instances],
      ...docs,
    },
    {
      when: { any: [{ body: 'upstream request timeout' }, { status: 504 }] },
      role: 'origin',
      fault: 'http_response_timeout',
      confidence: 'likely',
      verdict: 'Koyeb gave up: your app did not answer in time.',
      cause: 'The app took longer than the request limit.',
      look: 'What the app was doing at this time',
      steps: [logs],
      ...docs,
    },
    {
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'connection_terminated', 'overloaded'],
      confidence: 'possible',
      verdict: 'Koyeb answered for your app: no instance gave an answer.',
      cause: 'No instance is running, or it does not answer on its port.',
      look: 'Instances of the service',
      steps: [instances, logs, port],
      ...docs,
    },
  ],
  timeouts: [
    { ms: 100_000, status: [502, 503, 504], fault: 'http_response_timeout', role: 'origin', name: 'request limit, 100 s', ...docs },
  ],
  ids: [],
  steps: [instances, logs, port],
  statusPage: 'https://status.koyeb.com/',
  docs: DOCS,
};
