import type { Match, Vendor } from '../../diagnosis/types';

const run = { source: 'https://docs.cloud.google.com/run/docs/troubleshooting', verified: '2026-11-24' } as const;
const engine = {
  source: 'https://docs.cloud.google.com/appengine/docs/standard/how-instances-are-managed',
  verified: '2026-11-24',
} as const;
const robot = { source: 'https://github.com/kenvandine/gemini-desktop/issues/11', verified: '2026-11-22' } as const;
/** The robot page: Google's own sites and APIs, in every language that keeps these marks. */
const ROBOT: Match = {
  any: [
    { bodyMatches: /<title>Error 50\d \([^)<]{3,40}\)!!1<\/title>/i, near: ')!!1' },
    { bodyMatches: /Error 50\d \((?:Server Error|Not Implemented|Service Unavailable|Bad Gateway)\)!!1/i, near: ')!!1' },
    { all: [{ body: 's an error.' }, { body: 's all we know.' }] },
    { all: [{ body: 's an error.' }, { body: 'The server encountered' }, { body: '30 seconds' }] },
    { all: [{ body: '//www.google.com/images/errors/robot.png' }] },
    { body: 'html,code{font:15px/22px arial,sans-serif}html{background:#fff;color:#222;padding:15px}' },
  ],
};
/** The plain page of the serverless front end. */
const PLAIN: Match = {
  all: [
    { not: { body: 'all we know' } },
    {
      any: [
        { all: [{ body: 'Error: Server Error' }, { body: 'The server encountered an error and could not complete your request' }] },
        { all: [{ body: 'Error: Server Error' }, { body: 'The service you requested is not available' }] },
        { all: [{ body: 'The service you requested is not available at this time' }, { body: 'Service error -' }] },
        {
          all: [
            { body: 'The server encountered an error and could not complete your request' },
            { body: 'Please try again in 30 seconds' },
          ],
        },
      ],
    },
  ],
};
const traceQuery = {
  text: 'Search the log of the project by time. No row of a revision or instance: the request never reached your code.',
  command: 'gcloud logging read \'httpRequest.status>=500 AND timestamp>="{from}" AND timestamp<="{to}"\' --limit 50',
} as const;

/** Google Front End: before App Engine, Cloud Run, Cloud Functions and Google's own sites. It overwrites `server`. */
export const googleFrontend: Vendor = {
  id: 'google-frontend',
  name: 'Google Frontend',
  kind: 'platform',
  depth: 2.2,
  onPath: [
    {
      when: { header: 'server', is: 'Google Frontend' },
      says: '`server: Google Frontend` is written on every answer, your application’s too',
      documented: true,
      ...run,
    },
    {
      when: {
        all: [{ header: 'x-cloud-trace-context' }, { any: [{ header: 'server', is: 'Google Frontend' }, { not: { header: 'server' } }] }],
      },
      says: '`x-cloud-trace-context` comes from Google’s front end',
      documented: true,
      ...run,
    },
    {
      when: { header: 'server', matches: /^(?:gws|ESF|sffe|GSE|UploadServer)$/i },
      says: '`server: {value}` is a front end of Google’s own sites',
      documented: true,
      ...robot,
    },
    { when: { host: '.googleapis.com' }, says: 'The host is an API of Google: `{value}`', ...robot },
  ],
  issued: [
    { when: ROBOT, strength: 'conclusive', says: 'The page is the robot page of Google’s own front end', ...robot },
    {
      when: {
        all: [{ bodyMatches: /\b50\d\.\s{0,20}(?:<\/b>)?\s{0,20}(?:<ins>)?That.{1,8}s an error/i, near: 's an error' }],
      },
      strength: 'strong',
      says: 'The text is that of Google’s robot page',
      ...robot,
    },
    {
      when: { all: [PLAIN, { header: 'server', is: 'Google Frontend' }] },
      strength: 'conclusive',
      says: 'The page is that of Google’s front end, and `server: Google Frontend` stands on it',
      documented: true,
      ...run,
    },
    {
      when: {
        all: [
          { status: 500 },
          { bodyMatches: /<title>500 Server Error<\/title>\s{0,8}<\/head>\s{0,8}<body text=#000000/i, near: '500 server error' },
        ],
      },
      strength: 'strong',
      says: 'The page begins as that of Google’s front end does',
      ...run,
    },
    { when: PLAIN, strength: 'strong', says: 'The page is that of Google’s front end', ...run },
    {
      when: {
        all: [
          { header: 'server', is: 'Google Frontend' },
          { body: 'The server encountered a temporary error and could not complete your request' },
        ],
      },
      strength: 'strong',
      says: 'The sentence is that of Google’s own error page',
      documented: true,
      ...run,
    },
    {
      when: {
        all: [
          { header: 'server', is: 'Google Frontend' },
          { length: [323, 332] },
          { header: 'content-type', starts: 'text/html' },
          { not: { header: 'x-powered-by' } },
        ],
      },
      strength: 'strong',
      says: '`content-length` is exactly that of the front end’s own page',
      documented: true,
      ...run,
    },
  ],
  codes: [
    {
      when: { all: [{ any: [ROBOT, { body: 's an error.' }] }, { host: '.googleapis.com' }] },
      role: 'origin',
      fault: 'proxy_internal_error',
      also: ['destination_unavailable', 'overloaded'],
      confidence: 'possible',
      verdict: 'Google answered: one of its own APIs failed inside. Nothing of yours is on the way.',
      cause: 'The API failed inside Google; its front end answered with a page instead of the API’s JSON.',
      look: 'Retries of the caller; then the status page of this Google service',
      steps: [
        { text: 'Repeat it with growing pauses: such failures mostly pass' },
        { text: 'Does the status page of this service tell of a failure at {time}?' },
      ],
      ...robot,
    },
    {
      when: { any: [ROBOT, { body: 's an error.' }] },
      role: 'unknown',
      fault: 'unknown',
      also: ['destination_unavailable', 'proxy_internal_error', 'connection_terminated', 'overloaded'],
      confidence: 'unknown',
      verdict: 'Google’s own front end answered. What failed behind it cannot be seen from outside.',
      cause: 'Something inside Google failed; this page carries no cause.',
      look: 'Repeat after 30 s; then the status page of this Google service',
      ...robot,
    },
    {
      status: 500,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'application_error', 'function_crash'],
      confidence: 'possible',
      verdict: 'Google’s front end answered: no instance of your service gave it a response.',
      cause: 'An instance could not be started, none was free, or it ended without an answer.',
      look: 'The log of the service at this time. No row there: the request never reached your code',
      ...engine,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_terminated',
      also: ['destination_unavailable', 'http_protocol_error', 'connection_refused'],
      confidence: 'possible',
      verdict: 'Google’s front end answered: your service gave it no valid response.',
      cause: 'The instance closed the connection or answered something that is not valid.',
      look: 'The log of the service at this time: a crash or a restart?',
      documented: true,
      ...run,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'connection_terminated', 'quota_exceeded'],
      confidence: 'possible',
      verdict: 'Google’s front end answered: your service is not available.',
      cause: 'No instance is available, or the one that had the request ended.',
      look: 'The log of the service: memory, crashes, instance limit',
      documented: true,
      ...run,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['overloaded'],
      confidence: 'likely',
      verdict: 'Google’s front end gave up: your service did not answer in time.',
      cause: 'The service took longer than its request timeout.',
      look: 'What the service was doing; then its request timeout',
      documented: true,
      ...run,
    },
    {
      role: 'unknown',
      fault: 'unknown',
      also: ['destination_unavailable', 'proxy_internal_error'],
      confidence: 'unknown',
      cause: 'Google’s front end made this answer itself.',
      look: 'The log of the service at this time',
      documented: true,
      ...run,
    },
  ],
  timeouts: [],
  ids: [
    {
      header: 'x-cloud-trace-context',
      name: 'Google trace id',
      lookup: 'search Cloud Logging for the 32 hex digits before `/` or `;` in `trace`',
      documented: true,
      ...run,
    },
  ],
  steps: [
    traceQuery,
    { text: 'Look at instance count and memory at {time}: a cold start that failed, an instance limit, or an out-of-memory kill.' },
    { text: 'Repeat after 30 s: this page is often a passing lack of instances.' },
  ],
  statusPage: 'https://status.cloud.google.com/',
  docs: run.source,
};
