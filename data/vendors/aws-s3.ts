import type { Match, Vendor } from '../../diagnosis/types';

const docs = { source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html', verified: '2026-11-22' } as const;
const support = { source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/get-request-ids.html', verified: '2026-11-24' } as const;
const pages = {
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html',
  verified: '2026-11-24',
} as const;
/** Another server speaks the S3 protocol: MinIO, Ceph, Wasabi, R2, Spaces. */
const COMPATIBLE: Match = {
  any: [
    { header: 'server', matches: /^(?!AmazonS3|cloudflare|cloudfront)/i },
    // MinIO, Ceph and Wasabi behind a CDN.
    { header: 'x-amz-id-2', matches: /^[0-9a-f]{64}$/ },
    { header: 'x-amz-request-id', matches: /:[AB]$/ },
    { header: 'x-wasabi-cm-reference-id' },
    { host: '.digitaloceanspaces.com' },
    { host: '.r2.cloudflarestorage.com' },
    { host: '.wasabisys.com' },
    { host: '.backblazeb2.com' },
    { host: '.linodeobjects.com' },
    { host: 'storage.googleapis.com' },
  ],
};
const XML: Match = { bodyMatches: /<Error>\s{0,40}<Code>\s{0,20}[A-Z]\w{3,40}\s{0,20}<\/Code>/, near: '<code>' };
/** The two ids in the form that S3 gives them; OpenStack Swift, NooBaa and Manta have their own. */
const IDS: Match = {
  all: [
    { header: 'x-amz-request-id', matches: /^[0-9A-Z]{16}$/ },
    { header: 'x-amz-id-2', matches: /^[\w+/-]{40,110}={0,2}$/ },
  ],
};
const BODY_IDS: Match = {
  all: [
    { bodyMatches: /<RequestId>\s{0,20}[0-9A-Z]{16}\s{0,20}<\/RequestId>/, near: '<requestid>' },
    // Others write a hash in hexadecimal there.
    { bodyMatches: /<HostId>\s{0,20}(?![0-9a-f]{64}\s{0,20}<)[\w+/]{40,110}={0,2}\s{0,20}<\/HostId>/, near: '<hostid>' },
  ],
};
/** A stored page, as CloudFront fetches it for its own errors. */
const OBJECT: Match = { all: [{ header: 'etag' }, { header: 'last-modified' }] };
/** Such a page under CloudFront's sign: S3 only keeps it, and had no part in this answer. CloudFront's own marks say so. */
const KEPT: Match = { all: [OBJECT, { header: 'x-cache', has: 'Error from cloudfront' }, { absent: 'x-amz-request-id' }] };

/** Amazon S3. */
export const awsS3: Vendor = {
  id: 'aws-s3',
  name: 'Amazon S3',
  kind: 'platform',
  depth: 4,
  onPath: [
    { when: { all: [{ header: 'server', is: 'AmazonS3' }, { not: KEPT }] }, says: '`server: AmazonS3`', ...support },
    {
      when: { all: [{ header: 'x-amz-id-2' }, { header: 'x-amz-request-id' }, { not: COMPATIBLE }] },
      says: '`x-amz-id-2` and `x-amz-request-id` are ids of S3',
      documented: true,
      ...support,
    },
  ],
  issued: [
    {
      when: {
        all: [{ header: 'server', is: 'AmazonS3' }, { header: 'content-type', has: 'xml' }, { any: [IDS, BODY_IDS] }, { not: OBJECT }],
      },
      strength: 'conclusive',
      says: '`server: AmazonS3` with XML: S3 wrote this error; a CDN in front only passed it on',
      ...docs,
    },
    {
      when: { all: [{ header: 'server', is: 'AmazonS3' }, { not: OBJECT }] },
      strength: 'strong',
      says: '`server: AmazonS3`: S3 answered, and no stored page was sent in place of an error',
      ...docs,
    },
    {
      when: {
        all: [XML, BODY_IDS, { not: COMPATIBLE }],
      },
      strength: 'strong',
      says: 'The body is an error of S3 with its two ids',
      ...docs,
    },
    {
      when: { all: [XML, { host: '.amazonaws.com' }, { not: COMPATIBLE }] },
      strength: 'strong',
      says: 'The body is an error in XML as S3 writes it, from a host of AWS',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [IDS, { header: 'content-type', has: 'xml' }, { not: COMPATIBLE }, { not: OBJECT }],
      },
      strength: 'strong',
      says: '`x-amz-id-2` on an error in XML: S3 wrote it',
      documented: true,
      ...support,
    },
    {
      when: {
        all: [{ body: '<li>Code: InternalError</li>' }, { body: '<li>RequestId:' }],
      },
      strength: 'strong',
      says: 'The page is that of a website hosted on S3',
      documented: true,
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/CustomErrorDocSupport.html',
      verified: '2026-11-24',
    },
    {
      when: {
        all: [
          { bodyMatches: /<Error>\s{0,8}<Code>(?:InternalError|SlowDown|ServiceUnavailable)<\/Code>\s{0,8}<Message>/, near: '<error>' },
          { not: COMPATIBLE },
        ],
      },
      strength: 'supporting',
      says: 'The body is an error in XML as S3 writes it, and as others do that speak its protocol',
      ...docs,
    },
    {
      when: { all: [{ reason: 'Slow Down' }, { not: COMPATIBLE }] },
      strength: 'supporting',
      says: 'The reason phrase `Slow Down` is that of the S3 protocol',
      documented: true,
      ...docs,
    },
    {
      when: { all: [{ header: 'server', is: 'AmazonS3' }, OBJECT, { not: KEPT }] },
      strength: 'against',
      says: 'The body is a stored page with `etag` and `last-modified`: something in front fetched it for its own error',
      documented: true,
      ...pages,
    },
  ],
  selfReport: [
    { body: /<Code>\s{0,20}(\w{3,40})\s{0,20}<\/Code>/, near: '<code>' },
    { body: /<li>Code: (\w{3,40})<\/li>/, near: '<li>code:' },
  ],
  codes: [
    {
      code: ['SlowDown', 'ServiceUnavailable', 'TooManyRequests', 'RequestLimitExceeded', 'Busy'],
      role: 'origin',
      fault: 'overloaded',
      also: ['quota_exceeded'],
      confidence: 'likely',
      verdict: 'S3 answered: too many requests at once for this prefix; it asks to slow down.',
      cause: 'The request rate of a prefix is above what S3 serves until it has repartitioned.',
      look: 'Request rate per prefix; then the retries of the client',
      steps: [
        { text: 'Retry with growing, random pauses: S3 scales out within minutes.' },
        { text: 'Spread the keys over more prefixes when the rate stays high.' },
        { text: 'Watch `5xxErrors` and `AllRequests` of the bucket at {time}.' },
      ],
      ...docs,
    },
    {
      code: 'InternalError',
      role: 'origin',
      fault: 'proxy_internal_error',
      also: ['application_error', 'overloaded'],
      confidence: 'likely',
      verdict: 'S3 answered: it failed inside. The same request usually succeeds when repeated.',
      cause: 'S3 failed in itself.',
      look: 'The retries of the client; then the AWS status page',
      ...docs,
    },
    {
      code: 'NotImplemented',
      role: 'gateway',
      fault: 'http_request_error',
      confidence: 'likely',
      verdict: 'S3 refused the request: it uses something that this bucket or host does not support.',
      cause: 'A header or method of the request is not implemented.',
      look: 'Headers that the client sends, `transfer-encoding` first',
      documented: true,
      ...docs,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'overloaded',
      confidence: 'likely',
      verdict: 'S3 answered: too many requests at once; it asks to slow down.',
      cause: 'The request rate is above what S3 serves at the moment.',
      look: 'Request rate per prefix',
      documented: true,
      ...docs,
    },
    {
      status: 500,
      role: 'origin',
      fault: 'application_error',
      also: ['proxy_internal_error', 'overloaded'],
      confidence: 'likely',
      verdict: 'S3 answered: it failed inside. The same request usually succeeds when repeated.',
      cause: 'S3 failed in itself.',
      look: 'The retries of the client; then the AWS status page',
      ...docs,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['overloaded', 'proxy_internal_error'],
      confidence: 'unknown',
      cause: 'S3 made this answer itself.',
      look: 'The `Code` in the body',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [],
  ids: [
    {
      header: 'x-amz-request-id',
      name: 'S3 request id',
      lookup: 'AWS support needs it together with `x-amz-id-2`; server access logs have it',
      documented: true,
      ...support,
    },
    {
      header: 'x-amz-id-2',
      name: 'S3 host id',
      lookup: 'AWS support needs it together with `x-amz-request-id`',
      documented: true,
      ...support,
    },
    {
      body: /<RequestId>\s{0,20}([0-9A-Z]{12,20})\s{0,20}<\/RequestId>/,
      name: 'S3 request id',
      lookup: 'AWS support needs it together with the host id',
      ...support,
    },
    {
      body: /<HostId>\s{0,20}([\w+/=]{20,120})\s{0,20}<\/HostId>/,
      name: 'S3 host id',
      lookup: 'AWS support needs it together with the request id',
      ...support,
    },
  ],
  steps: [
    { text: 'Repeat the request once: an `InternalError` of S3 usually passes.' },
    { text: 'Does the client retry with growing, random pauses?' },
    { text: 'Search the server access log of the bucket at {time} for status 5xx.' },
  ],
  statusPage: 'https://health.aws.amazon.com/health/status',
  docs: docs.source,
};
