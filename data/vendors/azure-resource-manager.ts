import type { Vendor } from '../../diagnosis/types';

const seen = { source: 'https://github.com/arminreiter/AzureBillingApi/issues/4', verified: '2026-11-25' } as const;
const timeout = { source: 'https://github.com/microsoft/azure-pipelines-tasks/issues/12925', verified: '2026-11-25' } as const;

const repeat = { text: 'Read the resource back before you repeat it: the work often went on and ended well' } as const;
const ask = { text: 'Give Azure support the time {time} and the value of `x-ms-correlation-request-id`' } as const;

/** `management.azure.com`: the front end of Azure's resource providers. */
export const azureResourceManager: Vendor = {
  id: 'azure-resource-manager',
  name: 'Azure Resource Manager',
  kind: 'platform',
  depth: 2,
  onPath: [
    {
      when: { header: 'x-ms-routing-request-id', matches: /^[A-Z0-9]{3,40}:\d{8}T\d{6}Z:/ },
      says: '`x-ms-routing-request-id` stands on all that passes Azure Resource Manager: `{value}`',
      ...seen,
    },
    {
      when: { header: 'x-ms-failure-cause', matches: /^(?:gateway|service)$/ },
      says: '`x-ms-failure-cause: {value}`: Azure Resource Manager says which side of it failed',
      source: 'https://github.com/Azure/azure-cli/issues/29438',
      verified: '2026-11-25',
    },
    { when: { host: 'management.azure.com' }, says: 'The host is Azure Resource Manager', ...seen },
  ],
  issued: [
    {
      when: {
        bodyMatches: /The gateway did not receive a response from '[A-Z]\w{1,40}\.\w{1,60}' within the specified time period/,
        near: 'the gateway did not receive a response from',
      },
      strength: 'conclusive',
      says: 'The sentence is that of Azure Resource Manager, which names the resource provider: `{value}`',
      ...timeout,
    },
    {
      when: { all: [{ header: 'x-ms-failure-cause', matches: /^(?:gateway|service)$/ }, { header: 'x-ms-routing-request-id' }] },
      strength: 'strong',
      says: '`x-ms-failure-cause: {value}` stands on errors of Azure Resource Manager',
      ...seen,
    },
  ],
  codes: [
    {
      when: { any: [{ status: 504 }, { body: 'The gateway did not receive a response from' }] },
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_read_timeout', 'connection_timeout'],
      confidence: 'likely',
      verdict: 'Azure Resource Manager answered: the resource provider behind it did not answer in time.',
      cause: 'The provider that the message names was too slow.',
      look: 'The state of the resource, and Azure’s status page',
      steps: [repeat, ask],
      ...timeout,
    },
    {
      when: { header: 'x-ms-failure-cause', is: 'gateway' },
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['overloaded', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'Azure Resource Manager answered this itself.',
      cause: '`x-ms-failure-cause` says `gateway`: the request failed before a resource provider took it.',
      look: 'The code in the body, and Azure’s status page',
      steps: [repeat, ask],
      ...seen,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['application_error', 'overloaded', 'destination_unavailable', 'connection_terminated'],
      confidence: 'unknown',
      verdict: 'Azure Resource Manager answered for a resource provider that failed.',
      cause: 'The resource provider failed; the code in the body says how.',
      look: 'The code in the body, and Azure’s status page',
      steps: [repeat, ask],
      ...seen,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [repeat, { text: 'Look whether Azure has an incident for that provider and region' }, ask],
  statusPage: 'https://azure.status.microsoft/',
  docs: 'https://learn.microsoft.com/azure/azure-resource-manager/',
};
