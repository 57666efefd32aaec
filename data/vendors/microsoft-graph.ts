import type { Vendor } from '../../diagnosis/types';

const errors = { source: 'https://learn.microsoft.com/en-my/graph/errors', verified: '2026-11-30' } as const;
const headers = { source: 'https://github.com/microsoftgraph/microsoft-graph-docs/pull/2780', verified: '2026-11-30' } as const;

/** Microsoft Graph, the gateway to the services of Microsoft 365. */
export const microsoftGraph: Vendor = {
  id: 'microsoft-graph',
  name: 'Microsoft Graph',
  kind: 'platform',
  depth: 3,
  onPath: [],
  issued: [
    {
      when: { header: 'x-ms-ags-diagnostic' },
      strength: 'strong',
      says: '`x-ms-ags-diagnostic` stands on the answers of Microsoft Graph',
      ...headers,
    },
  ],
  codes: [
    {
      status: 503,
      role: 'origin',
      fault: 'overloaded',
      also: ['maintenance', 'destination_unavailable'],
      confidence: 'possible',
      cause: 'A service of Microsoft 365 behind Graph is overloaded or in maintenance.',
      look: '`retry-after`, then the service health of your tenant',
      documented: true,
      ...errors,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_read_timeout'],
      confidence: 'likely',
      verdict: 'Microsoft Graph gave up waiting for the service behind it.',
      cause: 'Mail, files or whatever this path reads did not answer in time; large pages and filters do that.',
      look: 'a smaller `$top`, a narrower `$select` or `$filter`',
      ...errors,
    },
    {
      role: 'origin',
      fault: 'application_error',
      also: ['proxy_internal_error'],
      confidence: 'possible',
      cause: 'Graph or a service behind it failed; `error.code` says more.',
      look: '`error.code` and `innerError` in the body; service health of your tenant',
      documented: true,
      ...errors,
    },
  ],
  timeouts: [],
  ids: [{ header: 'request-id', name: 'Graph request id', lookup: 'give it to Microsoft support, with the time', ...headers }],
  steps: [{ text: 'Wait as long as `retry-after` says and repeat; idempotent requests only' }],
  docs: errors.source,
};
