import type { Match, StepRule, Vendor } from '../../diagnosis/types';

const CODES = 'https://devcenter.heroku.com/articles/error-codes';
const VEGUR = 'https://github.com/heroku/vegur';
const ROUTING = 'https://devcenter.heroku.com/articles/http-routing';
const TIMEOUT = 'https://devcenter.heroku.com/articles/request-timeout';
const PAGES = 'https://devcenter.heroku.com/articles/error-pages';
const verified = '2026-11-22';
const codes = { source: CODES, verified };

const log: StepRule = {
  text: 'Find the router’s line of this request: `code=H…` names the cause; the response never does.',
  command: 'heroku logs -n 1500 -a "$APP" --source heroku --dyno router',
};
const meaning: StepRule = {
  text: '`H10` crashed, `H12` no answer in 30 s, `H13` closed without an answer, `H14` no web dyno, `H18` cut off, `H19`/`H21` not connected, `H20` did not boot.',
};
const dynos: StepRule = {
  text: 'Are the dynos up, and was something released just before?',
  command: 'heroku ps -a "$APP" && heroku releases -a "$APP"',
};
const relayed: Match = { header: 'via', has: 'vegur' };
/** What the old router set on the error page that it wrote itself. */
const errorHeaders: Match = {
  all: [
    { header: 'cache-control', is: 'no-cache, no-store' },
    { header: 'content-type', is: 'text/html; charset=utf-8' },
    { absent: 'x-powered-by' },
    { absent: 'x-request-id' },
    { absent: 'x-runtime' },
    { not: relayed },
  ],
};

/** The H code is only in the router's log. https://devcenter.heroku.com/articles/error-codes */
export const heroku: Vendor = {
  id: 'heroku',
  name: 'Heroku',
  kind: 'platform',
  depth: 3,
  onPath: [
    {
      when: { header: 'via', matches: /\b(?:\d\.\d )?(?:vegur|heroku-router)\b/ },
      says: '`via: {value}`: it passed Heroku’s router',
      source: ROUTING,
      verified,
      documented: true,
    },
    { when: { header: 'server', matches: /^heroku/i }, says: '`server: {value}`', source: ROUTING, verified, documented: true },
    {
      when: {
        any: [
          { header: 'nel', has: 'heroku-nel' },
          { header: 'report-to', has: 'nel.heroku.com' },
          { header: 'report-to', has: 'heroku-nel' },
          { header: 'reporting-endpoints', has: 'heroku' },
        ],
      },
      says: 'Heroku’s router asks for network error reports: `heroku-nel`',
      source: ROUTING,
      verified,
      documented: true,
    },
    {
      when: { any: [{ host: '.herokuapp.com' }, { host: '.herokudns.com' }] },
      says: 'The host is one of Heroku’s: `{value}`',
      source: ROUTING,
      verified,
    },
    {
      when: {
        all: [
          { header: 'server', is: 'Cowboy' },
          { any: [relayed, errorHeaders, { header: 'nel', has: 'heroku-nel' }, { header: 'report-to', has: 'heroku' }] },
        ],
      },
      says: '`server: {value}`: Heroku’s older router adds it where the app names no server',
      source: VEGUR,
      verified,
      documented: true,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { status: 503 },
          { bodyMatches: /<title>Application Error<\/title>/i, near: '<title>application error' },
          { any: [{ body: 'html, body, iframe {' }, { body: '<iframe src="' }] },
        ],
      },
      strength: 'strong',
      says: 'The page is Heroku’s frame: its title and its style',
      source: PAGES,
      verified,
    },
    {
      when: { all: [{ status: 503 }, { body: 'html, body, iframe { margin: 0; padding: 0; height: 100%; }' }] },
      strength: 'strong',
      says: 'The style is that of the frame of Heroku’s error page',
      source: PAGES,
      verified,
    },
    {
      when: {
        all: [
          { status: 503 },
          {
            any: [{ bodyIs: 'Application Error' }, { bodyMatches: /<title>Application Error<\/title>/i, near: '<title>application error' }],
          },
        ],
      },
      strength: 'supporting',
      says: '“Application Error” under a 503 is how Heroku’s page reads',
      source: PAGES,
      verified,
    },
    {
      when: { any: [{ body: 'herokucdn.com/error-pages/' }, { body: 's3.amazonaws.com/heroku_pages/' }] },
      strength: 'conclusive',
      says: 'The body is the frame of Heroku’s error page: `{value}`',
      source: PAGES,
      verified,
    },
    {
      when: {
        any: [
          { all: [{ body: 'heroku logs --tail' }, { body: 'application error' }] },
          { body: 'You can do this from the Heroku CLI with the command' },
          {
            all: [
              { body: 'An error occurred in the application and your page could not be served' },
              { body: 'check your logs for details' },
            ],
          },
        ],
      },
      strength: 'conclusive',
      says: 'The text is that of Heroku’s error page',
      source: PAGES,
      verified,
    },
    {
      when: { body: 'An error occurred in the application and your page could not be served' },
      strength: 'strong',
      says: 'The sentence is that of Heroku’s error page',
      source: PAGES,
      verified,
    },
    {
      when: { all: [{ status: [502, 503] }, { header: 'server', matches: /^(?:Cowboy|heroku)/i }, errorHeaders] },
      strength: 'strong',
      says: '`server: {value}`, `cache-control: no-cache, no-store` and no `via: … vegur`: the router wrote this itself',
      source: VEGUR,
      verified,
      documented: true,
    },
    {
      when: {
        all: [
          { status: [502, 503] },
          errorHeaders,
          {
            any: [
              { header: 'nel', has: 'heroku-nel' },
              { header: 'report-to', has: 'heroku' },
              { header: 'reporting-endpoints', has: 'heroku' },
            ],
          },
        ],
      },
      strength: 'strong',
      says: 'Heroku’s reporting headers without any header of an application: the router wrote this itself',
      source: ROUTING,
      verified,
      documented: true,
    },
    {
      when: {
        all: [{ header: 'server', matches: /^heroku/i }, { status: [502, 503] }, { absent: 'x-powered-by' }, { absent: 'x-request-id' }],
      },
      strength: 'supporting',
      says: '`server: {value}`: the router puts its name on its own answers, and on some that it relays',
      source: ROUTING,
      verified,
      documented: true,
    },
    {
      when: {
        all: [{ status: 503 }, { body: 'heroku' }, { any: [{ body: 'Offline for Maintenance' }, { body: 'undergoing maintenance' }] }],
      },
      strength: 'strong',
      says: 'The page is Heroku’s for maintenance mode',
      source: 'https://devcenter.heroku.com/articles/maintenance-mode',
      verified,
      documented: true,
    },
  ],
  codes: [
    {
      when: {
        any: [
          { body: 'maintenance-mode.html' },
          { body: 'Offline for Maintenance' },
          { body: 'undergoing maintenance' },
          { body: 'heroku_pages/maintenance' },
        ],
      },
      role: 'gateway',
      fault: 'maintenance',
      confidence: 'likely',
      verdict: 'Heroku answered: this app is in maintenance mode.',
      cause: 'The owner switched maintenance mode on (H80).',
      look: 'Whether maintenance mode is still meant to be on',
      steps: [{ text: 'Switch it off when the work is done.', command: 'heroku maintenance:off -a "$APP"' }],
      source: 'https://devcenter.heroku.com/articles/maintenance-mode',
      verified,
      documented: true,
    },
    {
      when: {
        any: [
          { body: 'no-such-app' },
          { body: 'No such app' },
          { body: 'There’s nothing here, yet' },
          { body: "There's nothing here, yet" },
        ],
      },
      role: 'origin',
      fault: 'destination_not_found',
      also: ['destination_unavailable'],
      confidence: 'likely',
      verdict: 'Heroku answered: it has no app for this host.',
      cause: 'The app was deleted or renamed, or the domain is not added to it.',
      look: 'The domains of the app',
      steps: [{ text: 'Is the domain added?', command: 'heroku domains -a "$APP"' }],
      ...codes,
      documented: true,
    },
    {
      status: 502,
      when: { any: [{ body: 'Welcome to your new app' }, { body: 'blank app' }] },
      role: 'origin',
      fault: 'destination_unavailable',
      confidence: 'likely',
      verdict: 'Heroku answered: no code has been deployed to this app yet (H81).',
      cause: 'The app is blank.',
      look: 'The first deployment',
      ...codes,
      documented: true,
    },
    {
      status: 502,
      role: 'application',
      fault: 'http_protocol_error',
      also: ['http_response_header_size', 'http_response_header_section_size', 'destination_unavailable', 'connection_terminated'],
      confidence: 'possible',
      verdict: 'Heroku answered: what the app sent breaks HTTP’s rules, or no code is deployed.',
      cause: 'An invalid `content-length`, a cookie over 8192 bytes or headers over 512 KB (H25), or a blank app (H81).',
      look: 'The router’s log line of this request',
      steps: [log, { text: '`H25`: shrink cookies and headers. `H81`: deploy the code.' }],
      ...codes,
      documented: true,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: [
        'connection_refused',
        'connection_terminated',
        'http_response_timeout',
        'connection_timeout',
        'overloaded',
        'http_response_incomplete',
        'quota_exceeded',
      ],
      confidence: 'possible',
      verdict: 'Heroku answered for your app: no dyno gave a valid answer. Its log names the H code.',
      cause: 'The app crashed, is restarting, did not boot, or closed the connection; Heroku has one page for all of them.',
      look: 'The router’s log line of this request: `code=H…`',
      steps: [log, meaning, dynos],
      ...codes,
    },
    {
      role: 'gateway',
      fault: 'proxy_internal_error',
      also: ['destination_unavailable', 'application_error'],
      confidence: 'possible',
      verdict: 'Heroku’s router answered this itself.',
      cause: 'The router ended this request; only H99 and R99 are a fault of the platform.',
      look: 'The router’s log line of this request',
      steps: [log, meaning, dynos],
      ...codes,
      documented: true,
    },
  ],
  timeouts: [
    {
      ms: 30_000,
      status: [503],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'first byte, 30 s (H12)',
      source: TIMEOUT,
      verified,
      documented: true,
    },
    {
      ms: 75_000,
      status: [503],
      fault: 'destination_unavailable',
      role: 'origin',
      name: 'boot of a dyno, 75 s (H20)',
      source: CODES,
      verified,
      documented: true,
    },
  ],
  ids: [
    {
      header: 'x-request-id',
      name: 'x-request-id',
      lookup: 'it is `request_id=` in the router’s log',
      source: 'https://devcenter.heroku.com/articles/http-request-id',
      verified,
    },
  ],
  steps: [log, meaning, dynos],
  test: {
    text: 'Read the router’s line for this request.',
    command: 'heroku logs -n 1500 -a "$APP" --source heroku --dyno router',
    outcomes: [
      { result: '`at=error code=H…`', means: 'the router wrote the answer; the code names the cause' },
      { result: '`at=info status=5…`', means: 'the app answered; read its own log' },
    ],
  },
  statusPage: 'https://status.heroku.com/',
  docs: CODES,
};
