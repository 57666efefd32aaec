import type { Vendor } from '../../diagnosis/types';
import { noBody } from '../bodies';

const docs = {
  source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ts-elb-error-message.html',
  verified: '2026-11-22',
} as const;

/** AWS Classic Load Balancer. */
export const awsClb: Vendor = {
  id: 'aws-clb',
  name: 'AWS Classic ELB',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { header: 'set-cookie', matches: /^AWSELB(?:CORS)?=/i },
      says: '`set-cookie: AWSELB…` shows a Classic Load Balancer on the path',
      documented: true,
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-sticky-sessions.html',
      verified: '2026-11-22',
    },
  ],
  issued: [
    {
      when: { reason: 'Service Unavailable: Back-end server is at capacity' },
      strength: 'conclusive',
      says: 'Only the Classic Load Balancer writes the reason phrase `{value}`',
      ...docs,
    },
    {
      when: { body: 'Service Unavailable: Back-end server is at capacity' },
      strength: 'conclusive',
      says: 'Only the Classic Load Balancer says `{value}`',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [{ any: [{ reason: 'GATEWAY_TIMEOUT' }, { reason: 'BAD_GATEWAY' }] }, { not: { header: 'server' } }, noBody],
      },
      strength: 'conclusive',
      says: 'Reason phrase `{value}`, no body, no `server`: the Classic Load Balancer’s own answer',
      ...docs,
    },
    {
      when: { all: [{ any: [{ reason: 'GATEWAY_TIMEOUT' }, { reason: 'BAD_GATEWAY' }] }, noBody] },
      strength: 'strong',
      says: 'The reason phrase `{value}` is spelt as the Classic Load Balancer spells it',
      ...docs,
    },
    {
      when: { bodyMatches: /^\s{0,20}(?:HTTP\/1\.1 )?50[24][:\s-]{1,3}(?:GATEWAY_TIMEOUT|BAD_GATEWAY)\s{0,20}$/, near: '_' },
      strength: 'strong',
      says: 'The text is the Classic Load Balancer’s status line: `{value}`',
      documented: true,
      ...docs,
    },
    {
      when: { all: [{ header: 'set-cookie', matches: /^AWSELB/i }, { header: 'server' }] },
      strength: 'against',
      says: 'A `server` came with it: the load balancer, which writes none, passed this on',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      status: 502,
      role: 'origin',
      fault: 'http_protocol_error',
      also: ['connection_terminated', 'proxy_internal_error'],
      confidence: 'possible',
      verdict: 'The Classic Load Balancer answered for your instances: it could not read their response.',
      cause: 'An instance answered something that the load balancer could not parse.',
      look: 'The raw answer of an instance, asked directly',
      documented: true,
      ...docs,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'connection_limit_reached'],
      confidence: 'likely',
      verdict: 'The Classic Load Balancer answered: no instance is registered or healthy, or its queue is full.',
      cause: 'No registered instance is healthy in the zone; less often the surge queue is full.',
      look: 'Instance health, then the metrics `SurgeQueueLength` and `SpilloverCount`',
      ...docs,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'connection_terminated',
      also: ['http_response_timeout', 'destination_unavailable', 'proxy_configuration_error'],
      confidence: 'possible',
      verdict: 'The Classic Load Balancer answered: an instance closed the connection or did not answer in time.',
      cause: 'A fast 504 means that the instance closed the connection; one at 60 s that it was too slow.',
      look: 'The waiting time; then the keep-alive of the instance, which must be longer than the idle timeout',
      ...docs,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_error'],
      confidence: 'unknown',
      cause: 'The load balancer made this answer itself.',
      look: 'The metrics `HTTPCode_ELB_5XX` and `HTTPCode_Backend_5XX`',
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
      name: 'idle timeout, default 60 s',
      documented: true,
      ...docs,
    },
  ],
  ids: [],
  steps: [
    {
      text: 'Read the health of the instances, with reasons.',
      command: 'aws elb describe-instance-health --load-balancer-name "$LOAD_BALANCER"',
    },
    { text: 'Compare the metrics `HTTPCode_ELB_5XX` (the load balancer’s own) and `HTTPCode_Backend_5XX` at {time}.' },
    { text: 'Is the keep-alive timeout of the instance longer than the idle timeout of the load balancer (60 s)?' },
    { text: 'Was an instance taken out or replaced at {time}? Without connection draining its running requests end like this.' },
  ],
  statusPage: 'https://health.aws.amazon.com/health/status',
  docs: docs.source,
};
