import type { Vendor } from '../../diagnosis/types';

const codes = { source: 'https://learn.microsoft.com/azure/application-gateway/http-response-codes', verified: '2026-11-22' } as const;
const bad = {
  source: 'https://learn.microsoft.com/azure/application-gateway/application-gateway-troubleshooting-502',
  verified: '2026-11-22',
} as const;
const health = {
  text: 'Read the health of the pool: the message beside each server names why it is out.',
  command: 'az network application-gateway show-backend-health -g "$RESOURCE_GROUP" -n "$GATEWAY"',
} as const;
const log = {
  text: 'Compare `ServerStatus` with `HttpStatus` in the access log at {time}: no `ServerStatus` means that no server answered.',
} as const;

/** Azure Application Gateway. Version 2 signs its pages; version 1 has the page of IIS. */
export const azureApplicationGateway: Vendor = {
  id: 'azure-application-gateway',
  name: 'Azure Application Gateway',
  kind: 'load-balancer',
  depth: 2,
  onPath: [
    {
      when: { header: 'set-cookie', matches: /^ApplicationGatewayAffinity(?:CORS)?=/i },
      says: '`set-cookie: ApplicationGatewayAffinity…` shows an Application Gateway on the path',
      documented: true,
      source: 'https://learn.microsoft.com/azure/application-gateway/configuration-http-settings',
      verified: '2026-11-24',
    },
    {
      when: { header: 'server', matches: /^Microsoft-Azure-Application-Gateway/i },
      says: '`server: {value}`',
      version: /\/(v\d)/i,
      documented: true,
      ...codes,
    },
  ],
  issued: [
    {
      when: { body: 'Microsoft-Azure-Application-Gateway/v' },
      strength: 'conclusive',
      says: 'The page is signed `{value}…`',
      ...bad,
    },
    {
      when: { header: 'server', matches: /^Microsoft-Azure-Application-Gateway/i },
      strength: 'conclusive',
      says: '`server: {value}`: the gateway wrote this; a backend’s answer keeps its own `server`',
      version: /\/(v\d)/i,
      documented: true,
      ...codes,
    },
    {
      when: {
        all: [
          { header: 'set-cookie', matches: /^ApplicationGatewayAffinity/i },
          { not: { header: 'server', matches: /^Microsoft-Azure-Application-Gateway/i } },
        ],
      },
      strength: 'against',
      says: 'The affinity cookie came with another `server`: a backend answered, the gateway passed it on',
      documented: true,
      ...codes,
    },
  ],
  codes: [
    {
      status: 500,
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'The Application Gateway answered: it failed in itself.',
      cause: 'The gateway does not answer 500 of its own in normal running.',
      look: 'A ticket with Azure; then the last change of the gateway',
      documented: true,
      ...codes,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'destination_unavailable',
      also: [
        'connection_refused',
        'connection_timeout',
        'proxy_configuration_error',
        'tls_certificate_error',
        'dns_error',
        'connection_terminated',
        'http_response_timeout',
      ],
      confidence: 'possible',
      verdict: 'The Application Gateway answered: no server of its pool is usable.',
      cause: 'All servers fail their health probe, the pool is empty, or network rules, DNS or a certificate name are in the way.',
      look: 'Backend health, with its messages',
      steps: [
        health,
        {
          text: 'Does the probe ask the right port, path and host? The default probe asks the address itself on `/` and wants 200 to 399.',
        },
        { text: 'Does the backend’s certificate name fit the host that the gateway sends?' },
        { text: 'Do network security groups, routes or custom DNS stand between gateway and pool?' },
        log,
      ],
      ...bad,
    },
    {
      status: 503,
      role: 'gateway',
      fault: 'destination_unavailable',
      also: ['overloaded', 'maintenance'],
      confidence: 'possible',
      verdict: 'The Application Gateway answered: it or its pool is not available now.',
      cause: 'The gateway is out of capacity or is being updated.',
      look: 'Capacity units of the gateway; then backend health',
      documented: true,
      ...codes,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout', 'connection_read_timeout'],
      confidence: 'likely',
      verdict: 'The Application Gateway gave up: a server of its pool did not answer in time.',
      cause: 'The backend took longer than the request timeout of the backend setting, and a second server did too.',
      look: 'What the backend was doing; then the request timeout',
      documented: true,
      ...codes,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['proxy_internal_error', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'The gateway made this answer itself.',
      look: '`ErrorInfo` in the access log',
      documented: true,
      ...codes,
    },
  ],
  timeouts: [
    {
      ms: 20_000,
      status: [502, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'request timeout, default 20 s (tried on a second server)',
      times: [1, 2],
      documented: true,
      ...bad,
    },
    {
      ms: 30_000,
      status: [504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'request timeout, often set to 30 s',
      times: [1, 2],
      documented: true,
      ...bad,
    },
  ],
  ids: [],
  steps: [health, log],
  statusPage: 'https://azure.status.microsoft/',
  docs: codes.source,
};
