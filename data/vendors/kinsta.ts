import type { Match, StepRule, Vendor } from '../../diagnosis/types';

const EDGE = 'https://kinsta.com/docs/wordpress-hosting/caching/edge-caching/';
const CACHE = 'https://kinsta.com/docs/wordpress-hosting/caching/';
const B502 = 'https://kinsta.com/blog/502-bad-gateway/';
const B504 = 'https://kinsta.com/blog/504-gateway-timeout/';
const verified = '2026-11-22';

const here: Match = {
  any: [
    { header: 'x-kinsta-cache' },
    { header: 'ki-edge' },
    { header: 'ki-cf-cache-status' },
    { header: 'ki-cache-type' },
    { header: 'ki-origin' },
    { header: 'x-edge-location-klb' },
  ],
};
const log: StepRule = { text: 'Open Logs, error.log of the site in MyKinsta at {time}.' };
const threads: StepRule = { text: 'Open Analytics, Performance in MyKinsta: PHP threads at their limit mean that requests wait.' };
const plugins: StepRule = { text: 'Switch plugins off one by one on staging and repeat.' };

export const kinsta: Vendor = {
  id: 'kinsta',
  name: 'Kinsta',
  kind: 'platform',
  depth: 3,
  inside: ['nginx'],
  ownEdge: 'cloudflare',
  onPath: [
    { when: here, says: 'A header of Kinsta: `{value}`', source: EDGE, verified, documented: true },
    {
      when: {
        all: [
          { any: [{ host: '.kinsta.cloud' }, { host: '.kinsta.app' }, { host: '.kinsta.page' }] },
          { not: { status: [520, 521, 522, 523, 524, 525, 526, 527, 530] } },
        ],
      },
      says: 'The host is one of Kinsta’s: `{value}`',
      source: EDGE,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { status: [502, 503, 504] },
          { header: 'x-kinsta-cache' },
          { not: { header: 'x-powered-by', has: 'PHP' } },
          { not: { body: 'wp-die' } },
        ],
      },
      strength: 'supporting',
      says: '`x-kinsta-cache: {value}` on a gateway error: Kinsta’s nginx behind the edge answered',
      source: CACHE,
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      status: 502,
      role: 'origin',
      fault: 'overloaded',
      also: ['connection_terminated', 'destination_unavailable', 'http_response_timeout'],
      confidence: 'possible',
      verdict: 'Kinsta answered: PHP of this site was exhausted or crashed.',
      cause: 'All PHP threads were busy, or PHP crashed.',
      look: 'PHP threads and the error log in MyKinsta',
      steps: [threads, log, plugins],
      source: B502,
      verified,
      documented: true,
    },
    {
      status: 504,
      role: 'application',
      fault: 'http_response_timeout',
      also: ['overloaded', 'connection_read_timeout'],
      confidence: 'possible',
      verdict: 'Kinsta gave up: PHP of this site ran over its limit.',
      cause: 'A slow page, query or call to another service.',
      look: 'The slowest work of the site at this time',
      steps: [log, threads, plugins],
      source: B504,
      verified,
      documented: true,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['overloaded', 'maintenance', 'application_error'],
      confidence: 'unknown',
      cause: 'Kinsta’s nginx made this answer; PHP or WordPress behind it failed.',
      look: 'The error log in MyKinsta',
      steps: [log, threads, plugins],
      source: B502,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [log, threads, plugins],
  statusPage: 'https://status.kinsta.com/',
  docs: B502,
};
