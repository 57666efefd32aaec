import type { Vendor } from '../../diagnosis/types';
import { anothersCode, ownWords } from './cloudflare';

const ERRORS = 'https://developers.cloudflare.com/workers/observability/errors/';
const STRUCTURED = 'https://developers.cloudflare.com/fundamentals/reference/error-responses/';
const verified = '2026-11-22';
const errors = { source: ERRORS, verified };

/** Codes of the Workers runtime: category `worker` of Cloudflare's structured errors, and 1019 to 1027. */
export const cloudflareWorkers: Vendor = {
  id: 'cloudflare-workers',
  name: 'Cloudflare Workers',
  kind: 'function',
  depth: 3,
  ownEdge: 'cloudflare',
  onPath: [
    {
      when: {
        all: [
          { any: [{ host: '.workers.dev' }, { host: '.pages.dev' }] },
          { not: { status: [520, 521, 522, 523, 524, 525, 526, 527, 530] } },
        ],
      },
      says: 'The host is a Worker: `{value}`',
      ...errors,
    },
    {
      when: { header: 'cf-placement', matches: /^(?:remote|local)-[A-Z]{3}$/ },
      says: '`cf-placement: {value}`: a Worker ran, placed by Smart Placement',
      source: 'https://developers.cloudflare.com/workers/configuration/smart-placement/',
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { bodyMatches: /\berror(?: code)?:?(?:<[^>]{1,80}>|\s){0,12}(?:11\d\d|1042|1019|102[1247])\b/i, near: 'error' },
          ownWords,
          { not: anothersCode },
        ],
      },
      strength: 'conclusive',
      says: 'The body carries a code of the Workers runtime: `{value}`',
      ...errors,
    },
    {
      when: {
        any: [
          { bodyMatches: /"?error_category"?\s{0,4}:\s{0,4}"?worker\b/i, near: 'error_category' },
          { bodyMatches: /"?error_name"?\s{0,4}:\s{0,4}"?worker_\w{3,40}/i, near: 'error_name' },
          {
            all: [
              { bodyMatches: /"?error_code"?\s{0,4}:\s{0,4}"?(?:11\d\d|1042|1019)\b/i, near: 'error_code' },
              { any: [{ body: 'cloudflare_error' }, { body: 'ray_id' }, { body: 'error_category' }] },
            ],
          },
        ],
      },
      strength: 'conclusive',
      says: 'The structured error names the Worker: `{value}`',
      source: STRUCTURED,
      verified,
    },
    {
      when: { any: [{ body: 'Worker threw exception' }, { body: 'Worker exceeded resource limits' }] },
      strength: 'conclusive',
      says: 'The page says it: “{value}”',
      ...errors,
    },
    {
      when: { header: 'cf-error-type', matches: /^(?:11\d\d|1042|1019)$/ },
      strength: 'conclusive',
      says: '`cf-error-type: {value}` is a code of the Workers runtime',
      ...errors,
      documented: true,
    },
  ],
  selfReport: [
    { header: 'cf-error-type' },
    { json: 'error_code' },
    { body: /"?error_code"?\s{0,4}:\s{0,4}"?(1\d{3})\b/, near: 'error_code' },
    { body: /\berror(?: code)?:?(?:<[^>]{1,80}>|\s){0,12}(1\d{3})\b/i, near: 'error' },
  ],
  codes: [
    {
      code: '1101',
      role: 'function',
      fault: 'function_crash',
      also: ['application_error'],
      confidence: 'certain',
      verdict: 'Cloudflare answered: your Worker threw an exception that nothing caught.',
      cause: 'An exception that nobody caught; a missing binding or variable, or a blocked account, looks the same.',
      look: 'The Worker’s live log',
      ...errors,
    },
    {
      code: '1102',
      role: 'function',
      fault: 'function_crash',
      also: ['function_timeout', 'overloaded'],
      confidence: 'likely',
      verdict: 'Cloudflare answered: your Worker used too much CPU time or memory.',
      cause: 'The Worker exceeded its CPU time or 128 MB of memory.',
      look: 'CPU time and memory of the Worker',
      ...errors,
      documented: true,
    },
    {
      code: '1104',
      role: 'function',
      fault: 'function_crash',
      also: ['proxy_internal_error'],
      confidence: 'likely',
      verdict: 'Cloudflare answered: your Worker could not be run.',
      cause: 'The Worker’s script could not be fetched or started.',
      look: 'The last deployment of the Worker',
      ...errors,
      documented: true,
    },
    {
      code: ['1019', '1042'],
      role: 'function',
      fault: 'proxy_loop_detected',
      also: ['proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'Cloudflare answered: a Worker of this zone calls itself.',
      cause: 'A subrequest of the Worker leads back to it, or to another Worker of the same zone.',
      look: 'The URLs that the Worker fetches; a service binding avoids the loop',
      ...errors,
      documented: true,
    },
    {
      code: ['1021', '1022', '1024'],
      role: 'function',
      fault: 'proxy_configuration_error',
      also: ['destination_not_found', 'destination_ip_prohibited'],
      confidence: 'likely',
      verdict: 'Cloudflare answered: your Worker asked for a host that it may not reach.',
      cause: 'The Worker fetches a host or an address of Cloudflare that is not open to it.',
      look: 'The URLs that the Worker fetches',
      ...errors,
      documented: true,
    },
    {
      code: '1027',
      role: 'edge',
      fault: 'quota_exceeded',
      confidence: 'likely',
      verdict: 'Cloudflare answered: the free daily requests of this Worker are used up.',
      cause: 'The daily limit of the free plan was reached; it is reset at midnight UTC.',
      look: 'The plan and usage of the account',
      ...errors,
      documented: true,
    },
    {
      code: ['1100', '1103', '1105', '11'],
      role: 'edge',
      fault: 'proxy_internal_error',
      also: ['function_crash'],
      confidence: 'possible',
      verdict: 'Cloudflare answered: the Workers runtime itself failed.',
      cause: 'The Workers runtime failed, not the code that it runs.',
      look: 'Cloudflare’s status page',
      ...errors,
      documented: true,
    },
    {
      role: 'function',
      fault: 'function_crash',
      also: ['application_error', 'function_timeout'],
      confidence: 'likely',
      verdict: 'Cloudflare answered: your Worker failed and gave no answer of its own.',
      cause: 'An exception that nobody caught, or a limit that the Worker exceeded.',
      look: 'The Worker’s live log',
      ...errors,
    },
  ],
  timeouts: [],
  ids: [
    { header: 'cf-ray', name: 'cf-ray', lookup: 'search the Worker’s logs for it', decode: 'cf-ray', ...errors },
    {
      body: /(?:\bRay ID:?\s{0,4}(?:<[^>]{1,60}>\s{0,4})?|"ray_id"\s{0,4}:\s{0,4}")([0-9a-f]{16})\b/i,
      name: 'Ray ID',
      lookup: 'search the Worker’s logs for it',
      ...errors,
    },
  ],
  steps: [
    { text: 'Watch the Worker’s log and repeat the request: the exception is printed.', command: 'npx wrangler tail --status error' },
    { text: 'Check that all bindings and variables of this environment are set; a missing one throws.' },
    { text: 'Every Worker of the account fails? Read the mail from Cloudflare: the account may be blocked.' },
    { text: 'Not the owner? Send them the ray id `{cf-ray}` and the time {time}.' },
  ],
  statusPage: 'https://www.cloudflarestatus.com/',
  docs: ERRORS,
};
