import type { Vendor } from '../../diagnosis/types';
import { envoyReplies } from '../envoy-replies';

const redirect = {
  source: 'https://learn.microsoft.com/azure/application-gateway/for-containers/how-to-url-redirect-gateway-api',
  verified: '2026-11-30',
} as const;
const trouble = {
  source: 'https://learn.microsoft.com/azure/application-gateway/for-containers/troubleshooting-guide',
  verified: '2026-11-30',
} as const;

/** Application Gateway for Containers: an Envoy of Azure before a Kubernetes cluster. Writes its `server` on everything. */
export const azureAgc: Vendor = {
  id: 'azure-agc',
  name: 'Application Gateway for Containers',
  kind: 'load-balancer',
  depth: 2,
  inside: ['envoy'],
  onPath: [
    {
      when: { header: 'server', starts: 'Microsoft-Azure-Application-LB/AGC' },
      says: '`server: {value}`; it stands on what it passes on too',
      ...redirect,
    },
    { when: { host: '.alb.azure.com' }, says: 'The host is one of Application Gateway for Containers: `{value}`', ...redirect },
  ],
  issued: [],
  codes: [
    ...envoyReplies,
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['destination_unavailable', 'proxy_configuration_error', 'connection_terminated'],
      confidence: 'unknown',
      cause: 'The gateway could not get an answer from the pods.',
      look: 'Status of the HTTPRoute; then the log of the ALB controller',
      documented: true,
      ...trouble,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Read the conditions of the routes: a backend that does not exist or may not be used is named there.',
      command: 'kubectl describe httproute -A',
    },
    { text: 'Has the service pods that are ready?', command: 'kubectl get endpointslices -n "$NAMESPACE"' },
    {
      text: 'Read the log of the ALB controller: an association that it cannot set up leaves no healthy upstream.',
      command: 'kubectl logs -n azure-alb-system deployments/alb-controller --tail 100',
    },
  ],
  statusPage: 'https://azure.status.microsoft/',
  docs: trouble.source,
};
