import type { Vendor } from '../../diagnosis/types';

const SWIFT = 'https://www.alibabacloud.com/help/doc-detail/180855.htm';
const HOWTO =
  'https://alibabacloud.com/help/en/oss/how-to-troubleshoot-5xx-errors-reported-on-websites-when-cdn-initiates-a-back-to-origin-request';
const WAF = 'https://github.com/EnableSecurity/wafw00f';
const verified = '2026-11-22';
const loop = { source: 'https://github.com/alibaba/tengine/issues/1131', verified: '2026-11-25' } as const;

const direct = {
  text: 'Ask the origin itself with the host name that the CDN sends: the same failure there means the origin is at fault',
  command: 'curl -sv -o /dev/null --connect-to "::$ORIGIN_IP" {url}',
} as const;
const settings = {
  text: 'Compare address, port and SNI of the origin in the domain’s settings with the server; let the CDN’s addresses through',
} as const;

/** Alibaba Cloud CDN, DCDN and ESA. */
export const alibabaCdn: Vendor = {
  id: 'alibaba-cdn',
  name: 'Alibaba Cloud CDN',
  kind: 'cdn',
  depth: 1,
  onPath: [
    {
      when: {
        any: [
          { header: 'eagleid', matches: /^[0-9a-f]{16,40}$/i },
          { header: 'ali-swift-global-savetime' },
          { header: 'x-swift-savetime' },
          { header: 'x-swift-cachetime' },
          { header: 'x-swift-error' },
        ],
      },
      says: 'A header of Alibaba Cloud CDN is there (`{value}`); it stands on what it passes on too',
      source: SWIFT,
      verified,
      documented: true,
    },
    {
      when: { header: 'via', matches: /\b(?:v?cache|ens-cache)\d{1,4}\.(?:l2)?[\w-]{2,20}\[\d{1,8},/i },
      says: '`via: {value}` lists Alibaba’s cache tiers with the status each one saw',
      source: SWIFT,
      verified,
      documented: true,
    },
    {
      when: { header: 'server', is: 'ESA' },
      says: '`server: {value}` is the name of Alibaba’s ESA; it stands on what it passes on too',
      source: 'https://github.com/zhousulong/cdn-server-info-userscript',
      verified: '2026-11-30',
    },
  ],
  issued: [
    {
      when: { all: [{ header: 'x-alicdn-da-ups-status', starts: 'endInner' }, { status: 508 }] },
      strength: 'strong',
      says: '`x-alicdn-da-ups-status: {value}` on a 508: a node of the CDN ended it, as the request had come by before',
      ...loop,
    },
    {
      when: {
        all: [
          { header: 'x-swift-error', matches: /forward retry timeout|connect|parse msg|timeout/i },
          { not: { header: 'x-swift-error', has: 'orig response' } },
        ],
      },
      strength: 'conclusive',
      says: '`x-swift-error: {value}`: the edge says that it gave up itself',
      source: SWIFT,
      verified,
      documented: true,
    },
    {
      when: { any: [{ body: 'errors.aliyun.com' }, { body: 'errors.aliyundun.com' }] },
      strength: 'strong',
      says: 'The page is loaded from `{value}`: a block page of Alibaba’s firewall',
      source: WAF,
      verified,
      documented: true,
    },
    {
      when: {
        all: [
          { header: 'eagleid' },
          { any: [{ body: '<center>tengine' }, { body: 'Powered by Tengine' }] },
          { absent: 'x-powered-by' },
          { not: { header: 'x-swift-error', has: 'orig response' } },
        ],
      },
      strength: 'supporting',
      says: 'A Tengine page with `eagleid`, and nothing says that the origin answered it',
      source: HOWTO,
      verified,
      documented: true,
    },
    {
      when: { header: 'x-swift-error', has: 'orig response' },
      strength: 'against',
      says: '`x-swift-error: {value}`: the edge says that the origin answered the error',
      source: SWIFT,
      verified,
      documented: true,
    },
  ],
  selfReport: [{ header: 'x-swift-error' }],
  codes: [
    {
      status: 508,
      role: 'gateway',
      fault: 'proxy_loop_detected',
      confidence: 'likely',
      verdict: 'Alibaba Cloud CDN answered: the request came back to it in a loop.',
      cause: 'The origin in the domain’s settings leads back to the CDN.',
      look: 'the origin address in the domain’s settings',
      steps: [settings],
      ...loop,
    },
    {
      code: 'forward retry timeout',
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout', 'connection_read_timeout'],
      confidence: 'likely',
      verdict: 'Alibaba Cloud CDN gave up: the origin did not answer in time, after retries.',
      cause: 'The origin is too slow or cannot be reached from the CDN.',
      look: 'The slow request in the origin’s log, then its firewall',
      steps: [direct, settings],
      source: SWIFT,
      verified,
      documented: true,
    },
    {
      code: 'request parse msg error',
      role: 'gateway',
      fault: 'http_request_error',
      confidence: 'likely',
      verdict: 'Alibaba Cloud CDN answered: it could not read this request.',
      cause: 'The edge rejected the request’s method, headers or body.',
      look: 'Method and headers of the request',
      source: SWIFT,
      verified,
      documented: true,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'http_protocol_error',
      also: ['tls_protocol_error', 'connection_refused', 'connection_terminated'],
      confidence: 'possible',
      verdict: 'Alibaba Cloud CDN answered: the origin gave it no valid response.',
      cause: 'The origin’s answer was not valid, or TLS with it failed.',
      look: 'Origin port and SNI in the CDN settings',
      steps: [direct, settings],
      source: HOWTO,
      verified,
      documented: true,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'overloaded',
      also: ['maintenance', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'Alibaba Cloud CDN answered: the origin is overloaded or in maintenance.',
      cause: 'The origin takes no more requests.',
      look: 'Load of the origin',
      steps: [direct, settings],
      source: HOWTO,
      verified,
      documented: true,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout', 'connection_read_timeout'],
      confidence: 'possible',
      verdict: 'Alibaba Cloud CDN gave up: the origin did not answer in time.',
      cause: 'The origin is too slow, or packets to it are dropped.',
      look: 'The slow request in the origin’s log',
      steps: [direct, settings],
      source: HOWTO,
      verified,
      documented: true,
    },
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_error', 'http_request_denied'],
      confidence: 'unknown',
      cause: 'The CDN made this answer itself.',
      look: '`x-swift-error`, then real-time logs',
      source: HOWTO,
      verified,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Read `x-swift-error` and the statuses in `via`: the first entry is nearest to the origin' },
    direct,
    settings,
    { text: 'Give the `eagleid` and {time} to Alibaba Cloud support' },
  ],
  statusPage: 'https://status.alibabacloud.com/',
  docs: HOWTO,
};
