import type { Vendor } from '../../diagnosis/types';
import { connectError, envoyCodes, envoyReports, envoyTimeouts, relayedText } from './envoy';

const server = { source: 'https://istio.io/latest/docs/ops/common-problems/network-issues/', verified: '2026-11-22' } as const;

/** Istio, the service mesh; its gateways and sidecars are Envoy. */
export const istio: Vendor = {
  id: 'istio',
  name: 'Istio',
  kind: 'proxy',
  depth: 3,
  onPath: [
    { when: { header: 'server', is: 'istio-envoy' }, says: '`server: istio-envoy`; Istio writes it over the application’s own', ...server },
    {
      when: {
        all: [{ header: 'x-envoy-decorator-operation', matches: /\.svc\.cluster\.local/i }, { not: { header: 'server', is: 'envoy' } }],
      },
      says: '`x-envoy-decorator-operation: {value}` names a service of the mesh',
      documented: true,
      ...server,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'server', is: 'istio-envoy' },
          {
            any: [
              connectError,
              { bodyIs: 'no healthy upstream' },
              { bodyIs: 'upstream request timeout' },
              { bodyIs: 'upstream max stream duration reached' },
              { bodyIs: 'fault filter abort' },
              { all: [{ status: 501 }, { bodyIs: 'Not Implemented' }, { absent: 'x-envoy-upstream-service-time' }] },
            ],
          },
        ],
      },
      strength: 'conclusive',
      says: "The body is the text of Istio's Envoy: `{value}`",
      ...server,
    },
    {
      when: {
        all: [
          { header: 'server', is: 'istio-envoy' },
          { absent: 'x-envoy-upstream-service-time' },
          { header: 'content-type', is: 'text/plain' },
          { length: [19, 24, 57, 81, 84, 85, 87, 91, 95, 97, 98] },
        ],
      },
      strength: 'strong',
      says: '`content-length` is exactly that of a text of Envoy, and no upstream time was measured',
      documented: true,
      ...server,
    },
    {
      when: { all: [{ header: 'server', is: 'istio-envoy' }, relayedText] },
      strength: 'supporting',
      says: '`content-length` is exactly that of a text of Envoy: the sidecar of the service answered, the gateway passed it on',
      documented: true,
      ...server,
    },
    {
      when: {
        all: [
          { header: 'server', is: 'istio-envoy' },
          { absent: 'x-envoy-upstream-service-time' },
          // A filter that fails (`ext_proc`, `ext_authz`, Wasm) makes an empty 500.
          { any: [{ status: [502, 503, 504] }, { all: [{ status: 500 }, { bodyEmpty: true }] }] },
        ],
      },
      strength: 'supporting',
      says: '`x-envoy-upstream-service-time` is missing: no host behind Istio answered',
      documented: true,
      ...server,
    },
    {
      when: {
        all: [{ header: 'server', is: 'istio-envoy' }, { any: [{ header: 'x-envoy-overloaded' }, { header: 'x-envoy-local-overloaded' }] }],
      },
      strength: 'strong',
      says: '`x-envoy-overloaded`: Envoy turned the request away itself',
      documented: true,
      ...server,
    },
    {
      when: {
        all: [
          { header: 'server', is: 'istio-envoy' },
          { header: 'x-envoy-upstream-service-time' },
          { not: { body: 'upstream connect error' } },
          { not: { bodyIs: 'no healthy upstream' } },
          { not: { bodyIs: 'upstream request timeout' } },
          { not: relayedText },
        ],
      },
      strength: 'against',
      says: '`x-envoy-upstream-service-time`: a host behind Istio answered',
      documented: true,
      ...server,
    },
  ],
  selfReport: envoyReports,
  codes: envoyCodes,
  timeouts: envoyTimeouts,
  ids: [],
  steps: [
    { text: 'Read response flags and details of this request', command: 'kubectl logs POD -c istio-proxy --since=1h | grep -F -- {path}' },
    { text: 'What does the proxy think of its endpoints?', command: 'istioctl proxy-config endpoints POD' },
    { text: 'Let Istio check the configuration', command: 'istioctl analyze -A' },
  ],
  test: {
    text: 'In the log of this gateway or sidecar, read the response flags of this request.',
    command: 'kubectl logs POD -c istio-proxy --since=1h | grep -F -- {path}',
    outcomes: [
      { result: '`via_upstream` and `-`', means: 'the application answered this status' },
      { result: 'flags such as `UF`, `UC`, `UH`', means: 'this proxy made the status; the flag names the cause' },
    ],
  },
  docs: 'https://istio.io/latest/docs/ops/common-problems/network-issues/',
};
