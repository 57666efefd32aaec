import type { Vendor } from '../../diagnosis/types';

const seen = { source: 'https://github.com/microsoft/StoreBroker/issues/72', verified: '2026-11-22' } as const;
const docs = {
  source: 'https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies',
  verified: '2026-11-24',
} as const;
const forward = { source: 'https://learn.microsoft.com/azure/api-management/forward-request-policy', verified: '2026-11-24' } as const;

/** Azure API Management: the gateway of an API; relayed answers keep the backend’s body. */
export const azureApiManagement: Vendor = {
  id: 'azure-api-management',
  name: 'Azure API Management',
  kind: 'gateway',
  depth: 3,
  onPath: [
    { when: { host: '.azure-api.net' }, says: 'The host is an API Management gateway: `{value}`', documented: true, ...docs },
    {
      when: { any: [{ header: 'ocp-apim-trace-location' }, { header: 'ocp-apim-apiid' }, { header: 'apim-request-id' }] },
      says: '`{value}` in a header of API Management',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { json: 'activityId' },
          { json: 'message', has: 'internal server error' },
          { any: [{ json: 'statusCode' }, { json: 'code' }] },
        ],
      },
      strength: 'conclusive',
      says: 'The body is API Management’s own error, with `activityId` {value}',
      ...seen,
    },
    {
      when: { all: [{ json: 'activityId' }, { json: 'statusCode' }, { json: 'message' }] },
      strength: 'strong',
      says: 'The body has the three members of API Management’s own errors',
      ...seen,
    },
    {
      when: {
        bodyMatches: /"statusCode"\s{0,4}:\s{0,4}5\d\d,\s{0,9}"message"\s{0,4}:\s{0,4}"[^"]{3,120}",?\s{0,9}"activityId"\s{0,4}:/,
        near: '"activityid"',
      },
      strength: 'strong',
      says: 'The body has the three members of API Management’s own errors',
      ...seen,
    },
    {
      when: { all: [{ host: '.azure-api.net' }, { json: 'statusCode' }, { json: 'message' }] },
      strength: 'supporting',
      says: 'The body has the shape of API Management’s own errors, and of many backends’',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      status: [502, 504],
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['http_response_timeout', 'connection_timeout', 'dns_error', 'tls_protocol_error'],
      confidence: 'possible',
      verdict: 'API Management answered: your backend gave it no valid response.',
      cause: 'The backend was not reachable or too slow.',
      look: '`LastErrorReason` in the gateway log',
      documented: true,
      ...docs,
    },
    {
      status: 503,
      role: 'gateway',
      fault: 'overloaded',
      also: ['destination_unavailable', 'maintenance'],
      confidence: 'possible',
      cause: 'The gateway is out of capacity, or its circuit breaker is open.',
      look: 'The capacity metric; then the circuit breaker of the backend',
      documented: true,
      ...docs,
    },
    {
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['proxy_configuration_error', 'destination_unavailable', 'connection_timeout', 'dns_error', 'tls_certificate_error'],
      confidence: 'possible',
      verdict: 'API Management answered this itself: a policy failed or the backend was not reachable.',
      cause: 'An expression in a policy threw, or no connection to the backend came about; a backend’s own error keeps its body.',
      look: '`LastErrorReason` and `LastErrorMessage` in the gateway log',
      ...seen,
    },
  ],
  timeouts: [
    {
      ms: 300_000,
      status: [500, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: '`forward-request` timeout, default 300 s',
      documented: true,
      ...forward,
    },
  ],
  ids: [
    {
      body: /"activityId"\s{0,4}:\s{0,4}"([0-9a-f-]{36})"/i,
      name: 'API Management activity id',
      lookup: '`CorrelationId` in `ApiManagementGatewayLogs`; Azure support asks for it',
      ...seen,
    },
  ],
  steps: [
    {
      text: 'Read the gateway log: an empty `BackendResponseCode` means that the backend was never reached.',
      command:
        'az monitor log-analytics query -w "$WORKSPACE_ID" --analytics-query "ApiManagementGatewayLogs | where TimeGenerated between (datetime({from}) .. datetime({to})) and ResponseCode >= 500 | project TimeGenerated, ResponseCode, BackendResponseCode, LastErrorReason, LastErrorMessage, CorrelationId"',
    },
    { text: 'Repeat the call in the portal’s test console with tracing on: the trace names the policy that failed.' },
  ],
  statusPage: 'https://azure.status.microsoft/',
  docs: docs.source,
};
