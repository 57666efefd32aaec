import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://www.tencentcloud.com/document/product/214', verified: '2026-11-24' } as const;

/** Tencent Cloud Load Balancer: its gateway `stgw` is a re-branded nginx, which also stands before Tencent’s own sites. */
export const tencentClb: Vendor = {
  id: 'tencent-clb',
  name: 'Tencent Cloud CLB',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { header: 'server', matches: /^stgw(?:\/|$)/i },
      says: '`server: {value}` is the gateway of Tencent Cloud',
      version: /^stgw\/([\w.]+)/i,
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /<hr ?\/?>\s{0,8}<center>\s{0,8}stgw(?:\/[\w.]{3,40})?\s{0,8}<\/center>/i, near: '<center>stgw' },
      strength: 'conclusive',
      says: 'The page is nginx’s, signed `stgw`: Tencent’s load balancer wrote it',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^stgw$/i },
          { length: [150, 151, 155, 159, 163, 169] },
          { header: 'content-type', starts: 'text/html' },
        ],
      },
      strength: 'strong',
      says: '`server: stgw` and a length of {value}: that of its own page',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'http_protocol_error', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'Tencent’s load balancer answered for your servers: none gave it a valid response.',
      cause: 'A server behind it refused or broke the connection.',
      look: 'Health and port of the servers behind it',
      documented: true,
      ...docs,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'connection_limit_reached'],
      confidence: 'possible',
      verdict: 'Tencent’s load balancer answered: it has no server for this request, or a limit was reached.',
      cause: 'No server is bound or healthy, or the limit of the instance was reached.',
      look: 'Bound servers of this rule and their health',
      documented: true,
      ...docs,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout'],
      confidence: 'likely',
      verdict: 'Tencent’s load balancer gave up: a server behind it did not answer in time.',
      cause: 'The server was too slow, or its security group drops the load balancer.',
      look: 'Security group of the servers; then what they were doing',
      documented: true,
      ...docs,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_error'],
      confidence: 'unknown',
      cause: 'The load balancer made this answer itself.',
      look: 'The access log of the load balancer',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 60_000,
      status: [504],
      fault: 'connection_read_timeout',
      role: 'origin',
      name: '`proxy_read_timeout`, default 60 s',
      documented: true,
      ...docs,
    },
  ],
  ids: [],
  steps: [
    { text: 'Read the health of the bound servers in the console.' },
    { text: 'Do the security groups of the servers open the port to the load balancer?' },
    { text: 'In the access log, compare `status` with `upstream_status`.' },
  ],
  statusPage: 'https://status.cloud.tencent.com/',
  docs: docs.source,
};
