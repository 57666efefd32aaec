import type { Vendor } from '../../diagnosis/types';

const ERRORS = 'https://developers.cloudflare.com/workers/observability/errors/';
const verified = '2026-11-22';

export const cloudflareWorkers: Vendor = {
  id: 'cloudflare-workers',
  name: 'Cloudflare Workers',
  kind: 'function',
  depth: 3,
  ownEdge: 'cloudflare',
  onPath: [
    {
      when: { any: [{ host: '.workers.dev' }, { host: '.pages.dev' }] },
      says: 'The host is a Worker: `{value}`',
      source: ERRORS,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /\berror(?: code)?:?\s*(?:<[^>]{1,60}>\s*)?1(?:10[0-5]|042|02[1247])\b/i, near: 'error' },
      strength: 'conclusive',
      says: 'The body carries a code of the Workers runtime: `{value}`',
      source: ERRORS,
      verified,
    },
    {
      when: {
        any: [
          { json: 'error_category', is: 'worker' },
          { json: 'error_name', is: 'worker_threw_exception' },
        ],
      },
      strength: 'conclusive',
      says: 'The structured error names the Worker: `{value}`',
      source: ERRORS,
      verified,
    },
    {
      when: { body: 'Worker threw exception' },
      strength: 'conclusive',
      says: 'The page says that the Worker threw',
      source: ERRORS,
      verified,
    },
    {
      when: { header: 'cf-error-type', matches: /^11\d\d$/ },
      strength: 'conclusive',
      says: '`cf-error-type: {value}` is a code of the Workers runtime',
      source: ERRORS,
      verified,
      documented: true,
    },
  ],
  selfReport: [
    { header: 'cf-error-type' },
    { json: 'error_code' },
    { body: /\berror(?: code)?:?\s*(?:<[^>]{1,60}>\s*)?(1\d{3})\b/i, near: 'error' },
  ],
  codes: [
    {
      code: '1102',
      role: 'function',
      fault: 'function_crash',
      also: ['function_timeout'],
      confidence: 'likely',
      verdict: 'Cloudflare answered: your Worker used too much CPU time or memory.',
      cause: 'The Worker exceeded its CPU time or 128 MB of memory.',
      look: 'CPU time and memory of the Worker',
      source: ERRORS,
      verified,
      documented: true,
    },
    {
      code: ['1105', '1103', '1100'],
      role: 'edge',
      fault: 'proxy_internal_error',
      also: ['function_crash'],
      confidence: 'possible',
      cause: 'The Workers runtime itself failed.',
      look: 'Cloudflare’s status page',
      source: ERRORS,
      verified,
      documented: true,
    },
    {
      role: 'function',
      fault: 'function_crash',
      also: ['application_error'],
      confidence: 'likely',
      verdict: 'Cloudflare answered: your Worker threw an exception that nothing caught.',
      cause: 'An exception that nobody caught; a missing binding or variable looks the same.',
      look: 'The Worker’s live log',
      source: ERRORS,
      verified,
    },
  ],
  timeouts: [],
  ids: [{ header: 'cf-ray', name: 'cf-ray', lookup: 'search the Worker’s logs for it', decode: 'cf-ray', source: ERRORS, verified }],
  steps: [
    { text: 'Watch the Worker’s log and repeat the request.', command: 'npx wrangler tail --status error' },
    { text: 'Are all bindings and variables of this environment set?' },
  ],
  statusPage: 'https://www.cloudflarestatus.com/',
  docs: ERRORS,
};
