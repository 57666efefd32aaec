import type { StepRule, Vendor } from '../../diagnosis/types';

const FAILED = 'https://docs.railway.com/networking/troubleshooting/application-failed-to-respond';
const NETWORK = 'https://docs.railway.com/networking/edge-networking';
const LIMITS = 'https://docs.railway.com/networking/public-networking/specs-and-limits';
const LOGS = 'https://docs.railway.com/observability/logs';
const verified = '2026-11-22';

const port: StepRule = {
  text: 'Compare the target port of the domain with the port in the “listening” line of the deploy log.',
  command: 'railway domain list',
};
const bind: StepRule = {
  text: 'Does the app listen on `0.0.0.0:$PORT`? On `127.0.0.1` or another port every path fails while the app looks healthy.',
};
const log: StepRule = {
  text: 'Read Railway’s own line: `upstreamErrors` is filled only when the app did not answer.',
  command: 'railway logs --http --filter "@requestId:{x-railway-request-id}" --json',
};
const all5xx: StepRule = {
  text: 'List the failed requests around it.',
  command: "railway logs --http --filter '@httpStatus:>=500' --json",
};

/** `x-railway-fallback` marks what Railway's edge wrote itself. https://docs.railway.com/networking/troubleshooting/application-failed-to-respond */
export const railway: Vendor = {
  id: 'railway',
  name: 'Railway',
  kind: 'platform',
  depth: 2,
  onPath: [
    {
      when: { header: 'x-railway-request-id' },
      says: '`x-railway-request-id` stands on everything that passes Railway',
      source: LOGS,
      verified,
      documented: true,
    },
    {
      when: { header: 'server', matches: /^railway-/i },
      says: '`server: {value}`: Railway sets it on what it passes on too',
      source: NETWORK,
      verified,
      documented: true,
    },
    {
      when: {
        any: [
          { header: 'x-railway-edge' },
          { header: 'x-hikari-trace' },
          { header: 'x-railway-cdn-edge' },
          { header: 'x-railway-upstream-zone' },
        ],
      },
      says: 'A header of Railway’s edge: `{value}`',
      source: NETWORK,
      verified,
      documented: true,
    },
    { when: { header: 'x-railway-fallback' }, says: '`x-railway-fallback: {value}`', source: FAILED, verified },
    { when: { host: '.up.railway.app' }, says: 'The host is one of Railway’s: `{value}`', source: NETWORK, verified },
  ],
  issued: [
    {
      when: { header: 'x-railway-fallback', is: 'true' },
      strength: 'conclusive',
      says: '`x-railway-fallback: true`: Railway’s edge wrote this, not the app',
      source: FAILED,
      verified,
    },
    {
      when: {
        all: [
          { bodyMatches: /"message"\s{0,4}:\s{0,4}"(?:Application failed to respond|Application not found)"/i, near: '"application' },
          { bodyMatches: /"status"\s{0,4}:\s{0,4}"error"/i, near: '"error"' },
          {
            any: [
              { header: 'x-railway-request-id' },
              { header: 'x-railway-edge' },
              { header: 'server', matches: /^railway-/i },
              { host: '.up.railway.app' },
              // No headers are known.
              { all: [{ not: { absent: 'x-railway-request-id' } }, { json: 'code' }, { json: 'request_id' }] },
            ],
          },
        ],
      },
      strength: 'conclusive',
      says: 'The body is Railway’s JSON error: {value}',
      source: FAILED,
      verified,
    },
    {
      when: {
        any: [
          {
            all: [
              { body: 'Application failed to respond' },
              { any: [{ body: 'This error appears to be caused by the application' }, { body: 'railway' }] },
            ],
          },
          { body: 'The train has not arrived at the station' },
        ],
      },
      strength: 'conclusive',
      says: 'The page is Railway’s: “{value}”',
      source: FAILED,
      verified,
      documented: true,
    },
    {
      when: { any: [{ bodyIs: 'Application failed to respond' }, { json: 'message', is: 'Application failed to respond' }] },
      strength: 'strong',
      says: 'The sentence is that of Railway’s error: “{value}”',
      source: FAILED,
      verified,
    },
  ],
  codes: [
    {
      when: { any: [{ body: 'Application not found' }, { body: 'The train has not arrived at the station' }] },
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['destination_not_found'],
      confidence: 'likely',
      verdict: 'Railway answered: this domain has no running deployment.',
      cause: 'The service is paused, not built yet, or the domain belongs to none.',
      look: 'Deployments and domains of the service',
      steps: [{ text: 'Is a deployment active?', command: 'railway status' }, port],
      source: FAILED,
      verified,
      documented: true,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: [
        'proxy_configuration_error',
        'destination_unavailable',
        'connection_terminated',
        'overloaded',
        'connection_timeout',
        'http_response_timeout',
      ],
      confidence: 'possible',
      verdict: 'Railway answered for your app: nothing valid came from the port that it asked.',
      cause: 'The target port differs from the one the app listens on, or the app crashed or restarts; the page is the same.',
      look: 'The target port of the domain, then the deploy log',
      steps: [port, bind, log, all5xx],
      source: FAILED,
      verified,
    },
    {
      status: [503, 504],
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['overloaded', 'destination_unavailable', 'connection_timeout'],
      confidence: 'possible',
      verdict: 'Railway answered for your app: it did not answer in time.',
      cause: 'The app sent no data for five minutes, or was not reachable.',
      look: 'The log of the app at this time',
      steps: [log, all5xx, port],
      source: LIMITS,
      verified,
      documented: true,
    },
    {
      role: 'edge',
      fault: 'unknown',
      also: ['proxy_internal_error', 'destination_unavailable'],
      confidence: 'unknown',
      cause: 'Railway’s edge ended this request.',
      look: 'Railway’s status page, then the HTTP log of the service',
      steps: [log, all5xx],
      source: NETWORK,
      verified,
      documented: true,
    },
  ],
  timeouts: [
    {
      ms: 300_000,
      status: [502, 503, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'no data, 5 min',
      source: LIMITS,
      verified,
      documented: true,
    },
    {
      ms: 900_000,
      status: [502, 503, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'longest request, 15 min',
      source: LIMITS,
      verified,
      documented: true,
    },
  ],
  ids: [
    {
      header: 'x-railway-request-id',
      name: 'x-railway-request-id',
      lookup: '`railway logs --http --filter "@requestId:…"`',
      source: LOGS,
      verified,
    },
    {
      body: /"request_id"\s{0,4}:\s{0,4}"([\w-]{20,24})"/,
      name: 'request_id',
      lookup: '`railway logs --http --filter "@requestId:…"`',
      source: LOGS,
      verified,
    },
  ],
  steps: [port, bind, log, all5xx],
  statusPage: 'https://status.railway.com/',
  docs: FAILED,
};
