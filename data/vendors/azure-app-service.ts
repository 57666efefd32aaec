import type { Match, Vendor } from '../../diagnosis/types';

const docs = { source: 'https://learn.microsoft.com/azure/app-service/troubleshoot-http-502-http-503', verified: '2026-11-22' } as const;
const limit = {
  source: 'https://learn.microsoft.com/troubleshoot/azure/app-service/web-apps-performance-faqs',
  verified: '2026-11-22',
} as const;
const slow = { source: 'https://blog.headforcloud.com/2016/11/15/', verified: '2026-11-22' } as const;
const HOST: Match = { any: [{ host: '.azurewebsites.net' }, { header: 'set-cookie', matches: /^ARRAffinity/i }] };
const logTail = { text: 'Watch the log and repeat the request.', command: 'az webapp log tail -g "$RESOURCE_GROUP" -n "$APP"' } as const;
const diagnose = { text: 'Open “Diagnose and solve problems” of the app: it lists crashes, restarts and CPU at {time}.' } as const;

/** Azure App Service: a front end of Microsoft’s (ARR on Windows) before the workers. */
export const azureAppService: Vendor = {
  id: 'azure-app-service',
  name: 'Azure App Service',
  kind: 'platform',
  depth: 3,
  onPath: [
    { when: { host: '.azurewebsites.net' }, says: 'The host is an App Service app: `{value}`', documented: true, ...docs },
    {
      when: { header: 'set-cookie', matches: /^ARRAffinity(?:SameSite)?=/i },
      says: '`set-cookie: ARRAffinity…` shows App Service on the path',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: { all: [HOST, { body: 'Web server received an invalid response while acting as a gateway or proxy server' }] },
      strength: 'conclusive',
      says: 'The page is that of App Service’s front end',
      documented: true,
      ...docs,
    },
    {
      when: { body: 'The request timed out. The web server failed to respond within the specified time' },
      strength: 'strong',
      says: 'The page is that of App Service’s front end when the worker is too slow',
      documented: true,
      ...slow,
    },
    {
      when: { all: [{ body: 'If you are the application administrator, you can access the' }, { body: 'diagnostic resources' }] },
      strength: 'conclusive',
      says: 'The page is App Service’s own: the application did not start',
      documented: true,
      ...docs,
    },
    {
      when: { bodyMatches: /^\s{0,20}(?:<[^>]{1,60}>\s{0,8}){0,6}504\.0 Gateway ?Timeout/i, near: '504.0' },
      strength: 'strong',
      says: 'The text `{value}` is that of App Service on Linux',
      documented: true,
      ...limit,
    },
    {
      when: { all: [HOST, { any: [{ bodyIs: 'The service is unavailable.' }, { body: 'HTTP Error 503. The service is unavailable.' }] }] },
      strength: 'conclusive',
      says: 'The page is that of http.sys on an App Service host',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          HOST,
          {
            any: [
              { body: 'The page cannot be displayed because an internal server error has occurred' },
              { body: 'fieldset{padding:0 15px 10px 15px;}' },
              { bodyMatches: /50\d - (?:Internal server error|The request timed out|The service is unavailable)/i, near: '50' },
            ],
          },
        ],
      },
      strength: 'strong',
      says: 'The page is that of IIS on an App Service host',
      documented: true,
      ...docs,
    },
  ],
  codes: [
    {
      when: { body: 'you can access the diagnostic resources' },
      role: 'application',
      fault: 'application_error',
      also: ['function_crash', 'destination_unavailable', 'connection_refused'],
      confidence: 'likely',
      verdict: 'App Service answered: your application did not start or does not listen.',
      cause: 'The container exited, threw while starting, or listens on another port than the one expected.',
      look: 'The container log at the last start; then the start-up command and `PORT`',
      steps: [logTail, { text: 'Does the start-up command fit, and does the app listen on `PORT` on 0.0.0.0?' }, diagnose],
      documented: true,
      ...docs,
    },
    {
      when: { any: [{ body: 'The request timed out. The web server failed to respond' }, { body: '504.0 Gateway' }, { status: 504 }] },
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['connection_read_timeout', 'overloaded'],
      confidence: 'likely',
      verdict: 'App Service gave up after 230 s: your app had the request and did not finish.',
      cause: 'The load balancer of Azure cuts a request that sends nothing for 230 s; this cannot be raised.',
      look: 'The slow operation; long work belongs into a queue or a background job',
      documented: true,
      ...limit,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_terminated',
      also: ['http_protocol_error', 'application_error', 'http_response_timeout', 'destination_unavailable'],
      confidence: 'possible',
      verdict: 'App Service answered: the worker of your app broke the connection or gave no valid answer.',
      cause: 'The process crashed, restarted, or ran into the 230 s limit.',
      look: 'Restarts and CPU of the app; then its event log',
      steps: [
        diagnose,
        logTail,
        { text: 'Read `LogFiles/eventlog.xml` on the Kudu site (`https://…scm.azurewebsites.net`): it has the crash.' },
      ],
      documented: true,
      ...docs,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'application_error', 'quota_exceeded', 'maintenance'],
      confidence: 'possible',
      verdict: 'App Service answered: your app is stopped, overloaded or keeps crashing.',
      cause: 'The app or its application pool is stopped, out of CPU or memory, or was restarted.',
      look: 'CPU, memory and restarts of the app; then the quota of the plan',
      steps: [diagnose, logTail],
      documented: true,
      ...docs,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      also: ['function_crash', 'proxy_configuration_error', 'http_response_timeout'],
      confidence: 'likely',
      verdict: 'IIS on App Service answered for your application: it failed while handling the request.',
      cause: 'The application threw, or its `web.config` is not valid.',
      look: 'The application’s log; then `LogFiles/eventlog.xml`',
      steps: [logTail, diagnose],
      documented: true,
      ...docs,
    },
    {
      role: 'origin',
      fault: 'unknown',
      also: ['destination_unavailable', 'application_error'],
      confidence: 'unknown',
      cause: 'The platform made this answer for the app.',
      look: 'The log of the app at this time',
      documented: true,
      ...docs,
    },
  ],
  timeouts: [
    {
      ms: 230_000,
      toMs: 240_000,
      status: [500, 502, 503, 504],
      fault: 'http_response_timeout',
      role: 'origin',
      name: 'idle limit of Azure’s load balancer, 230 s',
      documented: true,
      ...limit,
    },
  ],
  ids: [],
  steps: [logTail, diagnose],
  statusPage: 'https://azure.status.microsoft/',
  docs: docs.source,
};
