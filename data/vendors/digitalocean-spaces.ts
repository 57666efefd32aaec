import type { Vendor } from '../../diagnosis/types';

const LIMITS = 'https://docs.digitalocean.com/products/spaces/details/limits/';
const API = 'https://docs.digitalocean.com/reference/api/spaces/';
const verified = '2026-11-22';

/** Speaks S3's XML, so an S3 error document alone does not prove AWS. */
export const digitaloceanSpaces: Vendor = {
  id: 'digitalocean-spaces',
  name: 'DO Spaces',
  kind: 'platform',
  depth: 3,
  onPath: [
    { when: { host: '.digitaloceanspaces.com' }, says: 'The host is a Space: `{value}`', source: API, verified },
    {
      when: { any: [{ header: 'x-do-cdn-uuid' }, { header: 'x-rgw-object-type' }] },
      says: 'A header of Spaces: `{value}`',
      source: API,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: { all: [{ host: '.digitaloceanspaces.com' }, { bodyMatches: /<Error>\s{0,8}<Code>\w{3,40}<\/Code>/i, near: '<error>' }] },
      strength: 'conclusive',
      says: 'The body is the XML error of Spaces',
      source: API,
      verified,
    },
    {
      when: {
        bodyMatches:
          /<(?:RequestId|HostId)>(?:tx[0-9a-f]{21}-[0-9a-f-]{10,40}-(?:nyc|sfo|ams|sgp|fra|syd|blr|tor|lon)\d|[0-9a-f]{6,10}-(?:nyc|sfo|ams|sgp|fra|syd|blr|tor|lon)\d)/i,
        near: 'id>',
      },
      strength: 'strong',
      says: 'The id in the error names a region of Spaces: `{value}`',
      source: API,
      verified,
      documented: true,
    },
  ],
  selfReport: [{ body: /<Code>(\w{3,40})<\/Code>/, near: '<code>' }],
  codes: [
    {
      code: ['SlowDown', 'ServiceUnavailable', 'TooManyRequests'],
      role: 'origin',
      fault: 'overloaded',
      also: ['quota_exceeded'],
      confidence: 'likely',
      verdict: 'Spaces answered: requests come faster than it takes them.',
      cause: 'The request rate of the Space or the account is over its limit.',
      look: 'How many requests per second go to this Space',
      steps: [
        { text: 'Slow down and repeat with growing pauses; put the CDN of Spaces before reads.' },
        { text: 'Spread the load over several Spaces: the limit counts for each.' },
      ],
      source: LIMITS,
      verified,
    },
    {
      code: 'InternalError',
      role: 'origin',
      fault: 'proxy_internal_error',
      also: ['application_error', 'overloaded'],
      confidence: 'possible',
      verdict: 'Spaces answered with an internal error of its own.',
      cause: 'A fault within Spaces.',
      look: 'The status page; then repeat it',
      source: API,
      verified,
      documented: true,
    },
    {
      status: [503, 504],
      role: 'origin',
      fault: 'overloaded',
      also: ['destination_unavailable', 'http_response_timeout', 'quota_exceeded'],
      confidence: 'possible',
      verdict: 'Spaces answered: it could not serve this now.',
      cause: 'The region is overloaded, or the request rate is over its limit.',
      look: 'The status page; then the request rate',
      source: LIMITS,
      verified,
      documented: true,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['overloaded', 'proxy_internal_error'],
      confidence: 'unknown',
      cause: 'Spaces made this answer itself.',
      look: 'The status page',
      source: API,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [{ header: 'x-amz-request-id', name: 'x-amz-request-id', lookup: 'quote it to DigitalOcean’s support', source: API, verified }],
  steps: [
    { text: 'Repeat it with growing pauses and count how many succeed.' },
    { text: 'Ask the Space itself, past any CDN before it.', command: 'curl -sv -o /dev/null {url}' },
  ],
  statusPage: 'https://status.digitalocean.com/',
  docs: LIMITS,
};
