import type { Vendor } from '../../diagnosis/types';
import { noBody } from '../bodies';

const router = {
  source: 'https://github.com/openshift/router/blob/master/images/router/haproxy/conf/error-page-503.http',
  verified: '2026-11-22',
} as const;

/** OpenShift's router: HAProxy with its own error page. HAProxy's file holds the faults; this one shows that a cluster is on the way. */
export const openshiftRouter: Vendor = {
  id: 'openshift-router',
  name: 'OpenShift router',
  kind: 'load-balancer',
  depth: 3,
  onPath: [
    {
      when: {
        all: [
          { body: 'Application is not available' },
          { any: [{ body: 'Possible reasons you are seeing this page' }, { body: 'currently not serving requests at this endpoint' }] },
        ],
      },
      says: "The page is that of OpenShift's router, which runs HAProxy inside",
      ...router,
    },
    {
      when: {
        all: [
          { status: 503 },
          { header: 'cache-control', is: 'private, max-age=0, no-cache, no-store' },
          { header: 'pragma', is: 'no-cache' },
          noBody,
        ],
      },
      says: "`pragma` and `cache-control` are exactly those of the page of OpenShift's router",
      ...router,
    },
    {
      // Joomla's session cookie has the form, too; HAProxy makes what it gives one uncacheable.
      when: {
        all: [
          { header: 'set-cookie', matches: /^[0-9a-f]{32}=[0-9a-f]{32}\b/ },
          { header: 'cache-control', has: 'private' },
          { not: { header: 'expires' } },
        ],
      },
      says: "The sticky cookie is that of OpenShift's router: 32 hex digits under a name of 32 hex digits",
      documented: true,
      source: 'https://docs.openshift.com/container-platform/4.15/networking/routes/route-configuration.html',
      verified: '2026-11-22',
    },
  ],
  issued: [],
  codes: [],
  timeouts: [
    {
      ms: 30_000,
      status: [504],
      fault: 'connection_read_timeout',
      role: 'origin',
      name: '`haproxy.router.openshift.io/timeout`, default 30 s',
      source: 'https://docs.openshift.com/container-platform/4.15/networking/routes/route-configuration.html',
      verified: '2026-11-22',
    },
  ],
  ids: [],
  steps: [{ text: 'Does the service behind the route have ready pods?', command: 'oc get route,endpoints,pods' }],
  docs: 'https://docs.openshift.com/container-platform/4.15/networking/routes/route-configuration.html',
};
