import type { Match, StepRule, Vendor } from '../../diagnosis/types';

const RUNTIME = 'https://docs.deno.com/deploy/reference/runtime/';
const THREAD = 'https://github.com/denoland/dotland/issues/2079';
const verified = '2026-11-22';

const netlify: Match = {
  any: [
    { body: 'netlify' },
    { body: 'unhandled error in the function code' },
    { header: 'x-nf-request-id' },
    { header: 'server', starts: 'Netlify' },
  ],
};
const logs: StepRule = { text: 'Open Logs of the project in the dashboard at {time}: the exception and its stack are there.' };
const local: StepRule = {
  text: 'Start the same entry point on this computer; a program that throws at start, or starts no server, fails here too.',
  command: 'deno run -A "$ENTRY"',
};
const env: StepRule = { text: 'Are the environment variables set for this deployment? A missing one throws at start.' };

export const denoDeploy: Vendor = {
  id: 'deno-deploy',
  name: 'Deno Deploy',
  kind: 'function',
  depth: 3,
  onPath: [
    { when: { header: 'server', starts: 'deno/' }, says: '`server: {value}`', source: RUNTIME, verified, documented: true },
    { when: { header: 'via', has: 'edgeproxy-' }, says: '`via: {value}`', source: RUNTIME, verified, documented: true },
    { when: { header: 'x-deno-ray' }, says: '`x-deno-ray` is Deno Deploy’s id', source: RUNTIME, verified, documented: true },
    {
      when: { any: [{ host: '.deno.dev' }, { host: '.deno.net' }] },
      says: 'The host is one of Deno Deploy’s: `{value}`',
      source: RUNTIME,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { any: [{ body: 'The deployment failed while serving the request' }, { body: '502 boot failed' }] },
          {
            bodyMatches: /\b(?:ISOLATE_INTERNAL_FAILURE|UNCAUGHT_EXCEPTION|DEPLOYMENT_FAILED|BOOT_FAILURE|DEPLOYMENT_NOT_FOUND)\b/,
            near: '_',
          },
          { not: netlify },
        ],
      },
      strength: 'conclusive',
      says: 'The body is Deno Deploy’s own, with its code',
      source: THREAD,
      verified,
    },
    {
      when: { all: [{ body: 'The deployment failed while serving the request' }, { not: netlify }] },
      strength: 'strong',
      says: 'The sentence is Deno Deploy’s own',
      source: THREAD,
      verified,
    },
    {
      when: {
        all: [{ bodyMatches: /\bcode: ?(?:ISOLATE_INTERNAL_FAILURE|UNCAUGHT_EXCEPTION|BOOT_FAILURE)\b/, near: 'code:' }, { not: netlify }],
      },
      strength: 'strong',
      says: 'The code is Deno Deploy’s: `{value}`',
      source: THREAD,
      verified,
    },
    {
      // Supabase's functions ran on it until 2023 and answered the same.
      when: {
        all: [
          {
            bodyMatches:
              /\b50\d: [A-Z][A-Za-z ]{3,30} \((?:DEPLOYMENT_FAILED|BOOT_FAILURE|ISOLATE_INTERNAL_FAILURE|UNCAUGHT_EXCEPTION|ORIGIN_[A-Z_]{3,40})\)/,
            near: ': ',
          },
          { not: netlify },
        ],
      },
      strength: 'strong',
      says: 'The status line in the body ends with a code of Deno’s edge: `{value}`',
      source: 'https://github.com/supabase/functions-relay/issues/2',
      verified: '2026-11-25',
    },
    {
      when: { bodyMatches: /^\s{0,20}(?:502:? )?boot failed\.?\s*$/i, near: 'boot failed' },
      strength: 'supporting',
      says: 'The body reads as Deno Deploy’s when a program does not start',
      source: RUNTIME,
      verified,
      documented: true,
    },
  ],
  selfReport: [{ body: /\b(ISOLATE_INTERNAL_FAILURE|UNCAUGHT_EXCEPTION|DEPLOYMENT_FAILED|BOOT_FAILURE)\b/, near: '_' }],
  codes: [
    {
      when: { body: 'ORIGIN_BOOT_RPC_ERROR' },
      role: 'function',
      fault: 'function_crash',
      also: ['proxy_internal_error', 'application_error'],
      confidence: 'possible',
      verdict: 'Deno’s edge answered: your function could not be started.',
      cause: 'Its start failed: an import or the code threw, or the platform could not load it.',
      look: 'The log of the function at its start; then deploy it again',
      steps: [logs, local, env],
      source: 'https://github.com/supabase/supabase/issues/6647',
      verified: '2026-11-25',
    },
    {
      code: 'UNCAUGHT_EXCEPTION',
      role: 'function',
      fault: 'function_crash',
      also: ['application_error'],
      confidence: 'certain',
      verdict: 'Deno Deploy answered: your program threw an exception that nothing caught.',
      cause: 'An exception that nobody caught; a missing environment variable is the usual one.',
      look: 'The log of the deployment',
      steps: [logs, env, local],
      source: THREAD,
      verified,
    },
    {
      code: 'BOOT_FAILURE',
      role: 'function',
      fault: 'function_crash',
      also: ['application_error'],
      confidence: 'certain',
      verdict: 'Deno Deploy answered: your program did not start.',
      cause: 'The program threw at start, or an import failed.',
      look: 'The log of the deployment at its start',
      steps: [logs, local, env],
      source: RUNTIME,
      verified,
      documented: true,
    },
    {
      code: 'ISOLATE_INTERNAL_FAILURE',
      role: 'function',
      fault: 'function_crash',
      also: ['proxy_internal_error', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'Deno Deploy answered: your program gave no server to ask, or the platform failed.',
      cause: 'Mostly a program that starts no server; now and then a fault of the platform.',
      look: 'Whether the program calls `Deno.serve`; then the status page',
      steps: [local, logs],
      source: THREAD,
      verified,
      documented: true,
    },
    {
      role: 'function',
      fault: 'function_crash',
      also: ['application_error', 'proxy_internal_error'],
      confidence: 'likely',
      verdict: 'Deno Deploy answered: your deployment failed while it served this request.',
      cause: 'The program ended before it answered.',
      look: 'The log of the deployment',
      steps: [logs, env, local],
      source: THREAD,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [logs, env, local],
  statusPage: 'https://denostatus.com/',
  docs: RUNTIME,
};
