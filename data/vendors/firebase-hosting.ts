import type { Vendor } from '../../diagnosis/types';

const FUNCTIONS = 'https://firebase.google.com/docs/hosting/functions';
const RUN = 'https://firebase.google.com/docs/hosting/cloud-run';
const verified = '2026-11-22';
const docs = { source: FUNCTIONS, verified, documented: true } as const;

/** Fastly in front, Cloud Functions or Cloud Run behind rewrites; Hosting itself leaves no mark on errors that is its own. */
export const firebaseHosting: Vendor = {
  id: 'firebase-hosting',
  name: 'Firebase Hosting',
  kind: 'platform',
  depth: 2,
  ownEdge: 'fastly',
  onPath: [
    {
      when: { any: [{ host: '.web.app' }, { host: '.firebaseapp.com' }] },
      says: 'The host is one of Firebase Hosting’s: `{value}`',
      ...docs,
    },
    { when: { header: 'vary', has: 'x-fh-requested-host' }, says: '`vary: {value}`: Firebase Hosting adds it', ...docs },
  ],
  issued: [
    {
      when: {
        all: [{ any: [{ host: '.web.app' }, { host: '.firebaseapp.com' }] }, { status: 504 }, { not: { header: 'x-cloud-trace-context' } }],
      },
      strength: 'supporting',
      says: 'A 504 of a host of Firebase Hosting without a header of the service behind it',
      source: RUN,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      status: [503, 504],
      role: 'function',
      fault: 'http_response_timeout',
      also: ['function_timeout', 'connection_read_timeout', 'overloaded'],
      confidence: 'possible',
      verdict: 'Firebase Hosting gave up: the function or service behind the rewrite did not answer in 60 s.',
      cause: 'Hosting waits 60 s, however long the function or Cloud Run service may run.',
      look: 'How long the function ran at this time',
      source: RUN,
      verified,
      documented: true,
    },
    {
      role: 'function',
      fault: 'unknown',
      also: ['function_crash', 'application_error', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'The function or service behind the rewrite failed, or Hosting could not reach it.',
      look: 'The log of the function or service',
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 60_000,
      status: [502, 503, 504],
      fault: 'http_response_timeout',
      role: 'function',
      name: 'rewrite to a function or service, 60 s',
      source: RUN,
      verified,
      documented: true,
    },
  ],
  ids: [
    {
      header: 'x-cloud-trace-context',
      name: 'x-cloud-trace-context',
      lookup: 'search Logs Explorer for `trace="projects/…/traces/<id>"`',
      ...docs,
    },
  ],
  steps: [
    { text: 'Call the function or the service by its own URL, past Hosting: the same failure there is its own.' },
    { text: 'Read its log at {time}.', command: 'firebase functions:log' },
    { text: 'Longer than 60 s? Call it by its own URL, or answer at once and poll.' },
  ],
  statusPage: 'https://status.firebase.google.com/',
  docs: FUNCTIONS,
};
