import type { StepRule, Vendor } from '../../diagnosis/types';

const DOCS = 'https://docs.replit.com/cloud-services/deployments/troubleshooting';
const THREAD = 'https://github.com/libreddit/libreddit/issues/292';
const verified = '2026-11-24';

const logs: StepRule = { text: 'Open Deployments, Logs at {time}: a crash or a restart is the cause.' };
const port: StepRule = { text: 'Does the app listen on `0.0.0.0`, and is that port the one mapped to 80 in `.replit`?' };

export const replit: Vendor = {
  id: 'replit',
  name: 'Replit',
  kind: 'platform',
  depth: 3,
  onPath: [
    { when: { header: 'replit-cluster' }, says: '`replit-cluster: {value}`', source: DOCS, verified, documented: true },
    {
      when: { header: 'expect-ct', has: 'sentry.repl.it' },
      says: 'The report address is Replit’s',
      source: DOCS,
      verified,
      documented: true,
    },
    {
      when: { any: [{ host: '.replit.app' }, { host: '.replit.dev' }, { host: '.repl.co' }] },
      says: 'The host is one of Replit’s: `{value}`',
      source: DOCS,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /^\s{0,20}The deployment could not be reached\.?\s*$/i, near: 'the deployment could not be reached' },
      strength: 'strong',
      says: 'The whole body is Replit’s sentence: “{value}”',
      source: DOCS,
      verified,
    },
    {
      when: {
        all: [
          { body: 'The deployment could not be reached' },
          {
            any: [
              { header: 'replit-cluster' },
              { host: '.replit.app' },
              { all: [{ header: 'via', has: 'google' }, { absent: 'x-powered-by' }] },
            ],
          },
          { not: { header: 'content-type', has: 'json' } },
        ],
      },
      strength: 'conclusive',
      says: 'Replit’s sentence behind its own front end',
      source: DOCS,
      verified,
      documented: true,
    },
    {
      when: { bodyMatches: /couldn['’]t reach (?:your|this) repl\b/i, near: 'reach' },
      strength: 'conclusive',
      says: 'The page is Replit’s: “{value}”',
      source: THREAD,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      when: { body: 'repl' },
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused'],
      confidence: 'likely',
      verdict: 'Replit answered: nothing listens in this Repl.',
      cause: 'The Repl is stopped, or its program opened no port.',
      look: 'The console of the Repl',
      steps: [logs, port],
      source: THREAD,
      verified,
      documented: true,
    },
    {
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_refused', 'connection_terminated', 'connection_timeout'],
      confidence: 'possible',
      verdict: 'Replit answered for your app: it could not reach the deployment.',
      cause: 'The deployment is starting, crashed, or does not listen on its port.',
      look: 'Logs of the deployment',
      steps: [logs, port],
      source: DOCS,
      verified,
    },
  ],
  timeouts: [],
  ids: [{ header: 'x-cloud-trace-context', name: 'x-cloud-trace-context', lookup: 'quote it to Replit’s support', source: DOCS, verified }],
  steps: [logs, port],
  statusPage: 'https://status.replit.com/',
  docs: DOCS,
};
