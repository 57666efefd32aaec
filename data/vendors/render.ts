import type { StepRule, Vendor } from '../../diagnosis/types';

const ERRORS = 'https://render.com/tutorials/when-deploys-go-wrong/runtime-errors';
const FREE = 'https://render.com/docs/free';
const TROUBLE = 'https://render.com/docs/troubleshooting-deploys';
const verified = '2026-11-22';
const errors = { source: ERRORS, verified };

const events: StepRule = {
  text: 'Open Events of the service in the dashboard: a failed deploy, a restart or out of memory at {time} is the cause.',
};
const logs: StepRule = { text: 'Filter Logs of the service by request `{rndr-id}`; nothing there means that the app was never asked.' };
const bind: StepRule = { text: 'Does the app listen on `0.0.0.0:$PORT`? On `127.0.0.1` or another port Render answers 502.' };
const keepAlive: StepRule = {
  text: 'Node: set `server.keepAliveTimeout` to 120000 and `headersTimeout` above it; a shorter one makes a 502 now and then.',
};

/** `x-render-routing` stands on what Render's router answers itself; `x-render-origin-server` on what the app answered. */
export const render: Vendor = {
  id: 'render',
  name: 'Render',
  kind: 'platform',
  depth: 2,
  ownEdge: 'cloudflare',
  onPath: [
    { when: { header: 'rndr-id' }, says: '`rndr-id` stands on everything that passes Render', ...errors },
    {
      when: { header: 'x-render-origin-server' },
      says: '`x-render-origin-server: {value}` is the `server` that the app set',
      ...errors,
      documented: true,
    },
    { when: { header: 'x-render-routing' }, says: '`x-render-routing: {value}`', ...errors },
    {
      when: { all: [{ host: '.onrender.com' }, { not: { status: [520, 521, 522, 523, 524, 525, 526, 527, 530] } }] },
      says: 'The host is one of Render’s: `{value}`',
      ...errors,
    },
  ],
  issued: [
    {
      when: { header: 'x-render-routing', matches: /(?:-error|^loop|^suspend\w*|^no-server|^hibernate[\w-]*)$/i },
      strength: 'conclusive',
      says: '`x-render-routing: {value}`: Render’s router wrote this, not the app',
      ...errors,
    },
    {
      when: { all: [{ header: 'x-render-routing' }, { absent: 'x-render-origin-server' }] },
      strength: 'strong',
      says: '`x-render-routing: {value}` without `x-render-origin-server`: the app did not answer',
      ...errors,
    },
    {
      when: {
        all: [
          { bodyMatches: /<title>\s{0,8}Service Suspended\s{0,8}<\/title>/i, near: 'service suspended' },
          { body: 'This service has been suspended by its owner' },
        ],
      },
      strength: 'conclusive',
      says: 'The page is Render’s for a suspended service',
      source: FREE,
      verified: '2026-11-24',
      documented: true,
    },
    {
      when: {
        any: [
          { all: [{ body: 'This service has been suspended' }, { any: [{ body: 'Service Suspended' }, { body: 'by its owner' }] }] },
          { all: [{ body: 'Service Suspended' }, { any: [{ header: 'rndr-id' }, { host: '.onrender.com' }] }] },
        ],
      },
      strength: 'strong',
      says: 'The page is Render’s for a suspended service',
      source: FREE,
      verified,
      documented: true,
    },
    {
      when: {
        all: [
          { status: [502, 503] },
          { body: 'This service is currently unavailable' },
          { any: [{ header: 'rndr-id' }, { host: '.onrender.com' }, { body: 'bad gateway' }] },
        ],
      },
      strength: 'strong',
      says: 'The page is Render’s: “{value}”',
      ...errors,
      documented: true,
    },
    {
      when: { all: [{ status: 502 }, { header: 'rndr-id' }, { absent: 'x-render-origin-server' }] },
      strength: 'supporting',
      says: 'A 502 with `rndr-id` and no `x-render-origin-server`: Render’s edge could not talk to the app',
      ...errors,
    },
    {
      when: {
        all: [
          { header: 'x-render-origin-server' },
          { any: [{ header: 'x-render-routing' }, { status: [502, 503] }] },
          { header: 'rndr-id' },
        ],
      },
      strength: 'against',
      says: '`x-render-origin-server: {value}`: the app answered this itself',
      ...errors,
      documented: true,
    },
  ],
  selfReport: [{ header: 'x-render-routing' }],
  codes: [
    {
      code: ['hibernate-wake-error', 'hibernate-', 'dynamic-hibernate'],
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['connection_timeout', 'function_timeout'],
      confidence: 'likely',
      verdict: 'Render answered: the sleeping free instance did not wake up.',
      cause: 'A free instance sleeps after 15 minutes; this one crashed at boot or took too long.',
      look: 'The boot log of the service',
      steps: [{ text: 'Repeat it after a minute: a slow boot works then.' }, events, logs, { text: 'A paid instance does not sleep.' }],
      source: FREE,
      verified,
    },
    {
      code: 'loop',
      role: 'gateway',
      fault: 'proxy_loop_detected',
      also: ['proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'Render answered: the service that it asked sent the request back to itself.',
      cause:
        'A proxy in the service passes on the host name of the request in place of that of the service it asks: Render routes by host.',
      look: 'The `Host` that the proxy in the service sends',
      steps: [
        { text: 'nginx: `proxy_set_header Host $proxy_host` in place of `$host`, where it asks another service by its public name.' },
        events,
      ],
      ...errors,
    },
    {
      code: 'no-server',
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['destination_not_found'],
      confidence: 'likely',
      verdict: 'Render answered: nothing is routed for this host.',
      cause: 'The service was never deployed, is deleted, crashed or suspended, or the name is wrong; it is not asleep.',
      look: 'The service in the dashboard',
      steps: [{ text: 'Compare the host with the URL in the dashboard.' }, events],
      source: TROUBLE,
      verified,
      documented: true,
    },
    {
      code: 'no-deploy',
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'connection_terminated', 'proxy_configuration_error'],
      confidence: 'possible',
      verdict: 'Render answered: no running instance of this service to ask.',
      cause: 'No deploy succeeded, a deploy is going on, the instance sleeps, or it ran out of memory.',
      look: 'Events of the service at this time',
      steps: [events, { text: 'Repeat it after some minutes: a deploy or a sleeping free instance passes.' }],
      ...errors,
    },
    {
      code: ['suspend', 'suspended'],
      role: 'edge',
      fault: 'destination_unavailable',
      also: ['quota_exceeded', 'maintenance'],
      confidence: 'possible',
      verdict: 'Render answered: this service is suspended.',
      cause: 'The owner suspended it, or its free hours or its bill ran out.',
      look: 'The service and billing in the dashboard',
      steps: [
        { text: 'Open the service in the dashboard: it says who suspended it, and resumes it.' },
        { text: 'Check free instance hours and payment of the workspace.' },
      ],
      source: FREE,
      verified,
      documented: true,
    },
    {
      when: { any: [{ body: 'Service Suspended' }, { body: 'This service has been suspended' }] },
      role: 'edge',
      fault: 'destination_unavailable',
      also: ['quota_exceeded', 'maintenance'],
      confidence: 'possible',
      verdict: 'Render answered: this service is suspended.',
      cause: 'The owner suspended it, or its free hours or its bill ran out.',
      look: 'The service and billing in the dashboard',
      source: FREE,
      verified,
      documented: true,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_terminated',
      also: ['connection_refused', 'destination_unavailable', 'http_response_incomplete', 'overloaded', 'http_response_timeout'],
      confidence: 'possible',
      verdict: 'Render answered for your app: it could not talk to the process.',
      cause: 'A wrong port or address, a restart, a crash, or a keep-alive timeout shorter than Render’s.',
      look: 'Events, then the log of the service',
      steps: [events, logs, bind, keepAlive],
      ...errors,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'application_error', 'maintenance'],
      confidence: 'possible',
      verdict: 'Render answered for your app: it had no running instance to ask.',
      cause: 'No instance is up, or the free one did not wake.',
      look: 'Events of the service',
      steps: [events, logs, bind],
      ...errors,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['destination_unavailable', 'connection_terminated', 'http_response_timeout'],
      confidence: 'unknown',
      cause: 'Render’s router ended this request.',
      look: 'Events, then the log of the service',
      steps: [events, logs, bind],
      ...errors,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [{ header: 'rndr-id', name: 'rndr-id', lookup: 'filter the service’s logs by it', ...errors }],
  steps: [events, logs, bind, keepAlive],
  statusPage: 'https://status.render.com/',
  docs: ERRORS,
};
