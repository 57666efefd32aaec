import type { Match, StepRule, Vendor } from '../../diagnosis/types';

const G504 = 'https://wpengine.com/support/resolving-504-gateway-timeout-errors/';
const CAPTURE = 'https://gist.github.com/Kevinlearynet/c98b5fb5972a52776136350f3af50244';
const verified = '2026-11-24';

const here: Match = {
  any: [
    { header: 'x-powered-by', has: 'WP Engine' },
    { header: 'wpe-backend' },
    { header: 'x-pass-why' },
    { header: 'x-wpe-request-id' },
    { all: [{ header: 'x-cacheable' }, { header: 'x-cache-group' }] },
    { host: '.wpengine.com' },
    { host: '.wpenginepowered.com' },
  ],
};
const log: StepRule = {
  text: 'Open Logs, Error log of the environment in the User Portal at {time}: a killed process or a long query is named there.',
};
const workers: StepRule = {
  text: 'Look for uncached traffic at {time}: crawlers, `admin-ajax.php`, `wp-cron.php`. It fills the queue of PHP workers.',
};
const plugins: StepRule = { text: 'Switch plugins off one by one on a copy of the site and repeat.' };

/** A 504 is an eviction from the queue of PHP workers, not a slow script; a slow one is killed and gives 502. */
export const wpEngine: Vendor = {
  id: 'wp-engine',
  name: 'WP Engine',
  kind: 'platform',
  depth: 3,
  inside: ['nginx'],
  onPath: [{ when: here, says: 'A header or host of WP Engine: `{value}`', source: G504, verified, documented: true }],
  issued: [
    {
      when: {
        any: [
          { body: 'The page request was canceled because it took too long to complete' },
          {
            all: [
              { body: 'Error Loading Site' },
              { bodyMatches: /\b50[24] (?:Bad Gateway|Gateway Time-?out)/i, near: 'error loading site' },
            ],
          },
        ],
      },
      strength: 'strong',
      says: 'The page is WP Engine’s: “{value}”',
      source: CAPTURE,
      verified,
      documented: true,
    },
    {
      when: { header: 'x-cacheable', matches: /^YES:briefly:50[0-4]$/ },
      strength: 'supporting',
      says: '`x-cacheable: {value}`: WP Engine’s nginx marked this error',
      source: CAPTURE,
      verified,
      documented: true,
    },
    {
      when: { all: [{ status: [502, 504] }, here, { not: { header: 'x-powered-by', has: 'PHP' } }] },
      strength: 'supporting',
      says: 'A 502 or 504 under WP Engine’s headers is its nginx speaking for PHP',
      source: G504,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      status: 504,
      role: 'origin',
      fault: 'overloaded',
      also: ['connection_limit_reached', 'http_response_timeout'],
      confidence: 'likely',
      verdict: 'WP Engine answered: all PHP workers were busy, and this request fell out of the queue.',
      cause: 'More uncached requests came than the PHP workers could take; the script itself need not be slow.',
      look: 'Uncached traffic and slow requests at this time',
      steps: [workers, log, plugins],
      source: G504,
      verified,
      documented: true,
    },
    {
      when: { body: 'because it took too long to complete' },
      role: 'application',
      fault: 'http_response_timeout',
      also: ['connection_terminated', 'connection_read_timeout'],
      confidence: 'likely',
      verdict: 'WP Engine answered: a page, script or query ran too long and was stopped.',
      cause: 'The process or query was killed after 60 s.',
      look: 'The error log of the environment',
      steps: [log, plugins],
      source: CAPTURE,
      verified,
      documented: true,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_terminated',
      also: ['http_response_timeout', 'destination_unavailable', 'overloaded'],
      confidence: 'possible',
      verdict: 'WP Engine answered: PHP ended before it gave an answer.',
      cause: 'The PHP process died, or was killed after 60 s.',
      look: 'The error log of the environment',
      steps: [log, plugins, workers],
      source: G504,
      verified,
      documented: true,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['overloaded', 'application_error', 'connection_terminated'],
      confidence: 'unknown',
      cause: 'WP Engine’s nginx made this answer; PHP or WordPress behind it failed.',
      look: 'The error log of the environment',
      steps: [log, workers, plugins],
      source: G504,
      verified,
      documented: true,
    },
  ],
  timeouts: [
    {
      ms: 60_000,
      status: [502],
      fault: 'http_response_timeout',
      role: 'application',
      name: 'killer of long processes and queries, 60 s',
      source: G504,
      verified,
      documented: true,
    },
  ],
  ids: [],
  steps: [log, workers, plugins],
  statusPage: 'https://wpenginestatus.com/',
  docs: G504,
};
