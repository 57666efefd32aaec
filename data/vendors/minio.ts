import type { Vendor } from '../../diagnosis/types';

const errors = { source: 'https://github.com/minio/minio/blob/master/cmd/api-errors.go', verified: '2026-11-25' } as const;
const start = { source: 'https://github.com/minio/minio/issues/2577', verified: '2026-11-25' } as const;
const log = { text: 'Read the log of the MinIO server at {time}', command: 'mc admin logs ALIAS --last 50' } as const;
const health = { text: 'Which drives and nodes are offline?', command: 'mc admin info ALIAS' } as const;

/** MinIO, a server for objects that speaks the protocol of S3. */
export const minio: Vendor = {
  id: 'minio',
  name: 'MinIO',
  kind: 'application',
  depth: 6,
  onPath: [{ when: { header: 'server', matches: /^MinIO\b/i }, says: '`server: {value}`', ...start }],
  issued: [
    {
      when: { bodyMatches: /<Code>XMinio\w{3,40}<\/Code>/, near: '<code>xminio' },
      strength: 'conclusive',
      says: 'The code is one that only MinIO has: `{value}`',
      ...start,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^MinIO\b/i },
          { header: 'content-type', has: 'xml' },
        ],
      },
      strength: 'conclusive',
      says: '`server: MinIO` with XML: MinIO wrote this error',
      ...start,
    },
  ],
  codes: [
    {
      when: { body: 'XMinioServerNotInitialized' },
      role: 'application',
      fault: 'destination_unavailable',
      also: ['maintenance', 'application_error'],
      confidence: 'likely',
      verdict: 'MinIO answered: it is still starting, or cannot reach its drives or other nodes.',
      cause: 'Until enough drives and nodes are there, the server refuses every request.',
      look: 'the log of the MinIO server since its start',
      steps: [health, log],
      ...start,
    },
    {
      status: 507,
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable'],
      confidence: 'likely',
      verdict: 'MinIO answered: its drives are full.',
      cause: 'The free space has reached the minimum that MinIO keeps.',
      look: 'free space on the drives',
      steps: [health],
      documented: true,
      ...errors,
    },
    {
      status: 503,
      role: 'application',
      fault: 'overloaded',
      also: ['destination_unavailable', 'application_error', 'maintenance'],
      confidence: 'possible',
      verdict: 'MinIO answered: it cannot serve this now.',
      cause: 'Too many requests at once (`SlowDown`), or too few drives answer; the code in the body tells.',
      look: 'drives and load of the MinIO server',
      steps: [health, log],
      documented: true,
      ...errors,
    },
    {
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable'],
      confidence: 'possible',
      cause: 'The server failed on this request; the code in the body tells more.',
      look: 'the log of the MinIO server at this time',
      steps: [log],
      documented: true,
      ...errors,
    },
  ],
  timeouts: [],
  ids: [{ header: 'x-amz-request-id', name: 'x-amz-request-id', lookup: 'search MinIO’s log or audit log for it', ...start }],
  steps: [log, health],
  docs: 'https://min.io/docs/minio/linux/operations/troubleshooting.html',
};
