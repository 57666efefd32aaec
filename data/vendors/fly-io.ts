import type { StepRule, Vendor } from '../../diagnosis/types';

const HEADERS = 'https://fly.io/docs/networking/request-headers/';
const CODES = 'https://fly.io/docs/monitoring/error-codes/';
const verified = '2026-11-22';
const codes = { source: CODES, verified };

const log: StepRule = {
  text: 'Read the log at {time}: the proxy prints the code in brackets.',
  command: 'fly logs -a "$APP" --no-tail',
};
const meaning: StepRule = {
  text: '`PC01`/`PC02` refused, `PC03`/`PC04`/`PU02` closed, `PC05` timed out, `PM…` machine not started, `PR01` to `PR04` no healthy machine, `PL01`/`PL02` over its limits.',
};
const status: StepRule = {
  text: 'Are machines started and their checks passing?',
  command: 'fly status -a "$APP" && fly checks list -a "$APP"',
};
const listen: StepRule = {
  text: 'Does the app listen on `0.0.0.0` and the `internal_port` of `fly.toml`? On `127.0.0.1` every request fails.',
};

/** Fly Proxy writes no error header; only its log has the P code. https://fly.io/docs/monitoring/error-codes/ */
export const flyIo: Vendor = {
  id: 'fly-io',
  name: 'Fly.io',
  kind: 'platform',
  depth: 3,
  onPath: [
    { when: { header: 'fly-request-id' }, says: '`fly-request-id` stands on everything that passes Fly Proxy', source: HEADERS, verified },
    { when: { header: 'via', matches: /\bfly\.io\b/ }, says: '`via: {value}`', source: HEADERS, verified },
    { when: { header: 'server', matches: /^Fly\// }, says: '`server: {value}`: the app set none of its own', source: HEADERS, verified },
    { when: { host: '.fly.dev' }, says: 'The host is one of Fly.io’s: `{value}`', source: HEADERS, verified },
  ],
  issued: [
    {
      when: {
        all: [
          { status: [500, 502, 503, 504] },
          { header: 'server', matches: /^Fly\// },
          { absent: 'content-type' },
          { absent: 'set-cookie' },
          { absent: 'x-powered-by' },
          { absent: 'x-request-id' },
          { absent: 'access-control-allow-origin' },
          { absent: 'content-length' },
        ],
      },
      strength: 'strong',
      says: 'Only headers of Fly Proxy came, no `content-type` and none of an application',
      ...codes,
    },
    {
      when: {
        all: [
          { status: [502, 503] },
          { header: 'fly-request-id' },
          { absent: 'content-type' },
          { absent: 'x-powered-by' },
          { absent: 'access-control-allow-origin' },
          { bodyEmpty: true },
        ],
      },
      strength: 'supporting',
      says: 'The body is empty under Fly Proxy’s headers',
      ...codes,
      documented: true,
    },
  ],
  codes: [
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'destination_unavailable', 'connection_timeout', 'http_response_timeout', 'http_protocol_error'],
      confidence: 'possible',
      verdict: 'Fly Proxy answered for your app: no machine gave a valid answer.',
      cause: 'The app crashed, does not listen on `0.0.0.0` and the right port, or closed the connection; only the log tells.',
      look: '`fly logs` at this time: the P code in brackets',
      steps: [log, meaning, listen, status],
      ...codes,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'connection_limit_reached', 'connection_refused'],
      confidence: 'possible',
      verdict: 'Fly Proxy answered for your app: it had no machine to send this to.',
      cause: 'No machine is started and healthy, or all are over their concurrency limits.',
      look: '`fly logs` at this time: the P code in brackets',
      steps: [log, meaning, status, { text: '`PL…` or `PR03`/`PR04`: raise `hard_limit` or add machines.' }],
      ...codes,
      documented: true,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_timeout', 'connection_read_timeout'],
      confidence: 'possible',
      verdict: 'Fly Proxy gave up: your app did not answer in time.',
      cause: 'The app took the request and sent nothing, or its connection timed out.',
      look: '`fly logs` at this time',
      steps: [log, meaning, status],
      ...codes,
      documented: true,
    },
    {
      role: 'edge',
      fault: 'proxy_internal_error',
      also: ['proxy_configuration_error', 'proxy_loop_detected'],
      confidence: 'possible',
      verdict: 'Fly Proxy answered this itself, without your app.',
      cause: 'A fault within Fly Proxy, or a replay that led nowhere.',
      look: '`fly logs` at this time, then the status page',
      steps: [log, meaning, status],
      ...codes,
      documented: true,
    },
  ],
  timeouts: [],
  ids: [
    {
      header: 'fly-request-id',
      name: 'fly-request-id',
      lookup: 'search `fly logs` for it; the end is the edge region',
      decode: 'fly-id',
      source: HEADERS,
      verified,
    },
  ],
  steps: [log, meaning, listen, status],
  statusPage: 'https://status.flyio.net/',
  docs: CODES,
};
