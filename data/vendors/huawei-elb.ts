import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://support.huaweicloud.com/intl/en-us/elb_faq/elb_faq_0009.html', verified: '2026-11-24' } as const;
const seen = { source: 'https://github.com/Ekultek/WhatWaf/issues/1462', verified: '2026-11-22' } as const;

/** Huawei Cloud Elastic Load Balance. Its page is byte for byte the old one of the AWS load balancer. */
export const huaweiElb: Vendor = {
  id: 'huawei-elb',
  name: 'Huawei Cloud ELB',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { header: 'server', matches: /^elb$/i },
      says: '`server: elb` is Huawei Cloud’s load balancer; AWS says `awselb/2.0`',
      ...seen,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'server', matches: /^elb$/i },
          { not: { header: 'x-powered-by' } },
          {
            any: [
              { bodyMatches: /<center>\s{0,8}<h1>\s{0,8}5\d\d [A-Z][^<]{3,40}<\/h1>\s{0,8}<\/center>/i, near: '<center><h1>5' },
              { all: [{ header: 'content-type', is: 'text/html' }, { length: [122, 138, 148, 162, 178] }] },
            ],
          },
        ],
      },
      strength: 'conclusive',
      says: '`server: elb` with the bare page: Huawei Cloud’s load balancer wrote this; AWS says `awselb/2.0`',
      ...seen,
    },
    {
      when: { bodyMatches: /<hr ?\/?>\s{0,8}<center>\s{0,8}elb\s{0,8}<\/center>/i, near: '<center>elb' },
      strength: 'conclusive',
      says: 'The page is signed `elb`',
      documented: true,
      ...seen,
    },
  ],
  codes: [
    {
      status: 500,
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['application_error'],
      confidence: 'possible',
      cause: 'The load balancer failed in itself.',
      look: 'Its access log: is `upstream_status` there?',
      documented: true,
      ...docs,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'http_protocol_error', 'destination_unavailable', 'connection_timeout'],
      confidence: 'possible',
      verdict: 'Huawei’s load balancer answered for your servers: none gave it a valid response.',
      cause: 'A backend server refused or broke the connection, or answered something that is not valid.',
      look: 'Health and port of the backend servers; then their security group',
      ...seen,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'connection_limit_reached'],
      confidence: 'likely',
      verdict: 'Huawei’s load balancer answered: it has no healthy backend server.',
      cause: 'No backend server is registered or healthy, or a limit was reached.',
      look: 'Health checks of the backend server group',
      documented: true,
      ...docs,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout'],
      confidence: 'likely',
      verdict: 'Huawei’s load balancer gave up: a backend server did not answer in time.',
      cause: 'The backend took longer than the response timeout, 60 s by default.',
      look: 'What the backend was doing; then the response timeout of the listener',
      documented: true,
      ...docs,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_response'],
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
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'response timeout, default 60 s',
      documented: true,
      ...docs,
    },
  ],
  ids: [],
  steps: [
    { text: 'Read the health of the backend servers in the console.' },
    { text: 'In the access log, compare `status` with `upstream_status`: `-` means that no server answered.' },
    { text: 'Do the security groups of the servers let in the load balancer (100.125.0.0/16)?' },
  ],
  docs: docs.source,
};
