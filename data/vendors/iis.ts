import type { Match, Vendor } from '../../diagnosis/types';
import { winHttp } from './iis-arr';

const codes = {
  source: 'https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
  verified: '2026-11-22',
} as const;
const sys = {
  source: 'https://learn.microsoft.com/troubleshoot/windows-server/networking/error-logging-http-apis',
  verified: '2026-11-24',
} as const;
/** The start-up errors of the ASP.NET Core module: written for the application. */
const ANCM: Match = {
  any: [
    { bodyMatches: /HTTP Error 50[02]\.(?:3\d|5\b)[^<\n]{0,60}(?:ASP\.NET|ANCM|Process|app)/i, near: 'http error 50' },
    { body: 'ANCM' },
    { body: 'ASP.NET Core' },
    { body: 'AspNetCoreModule' },
  ],
};
/** ARR writes 502 and 504 of this family. */
const ARR: Match = { any: [{ status: 502 }, { bodyMatches: /HTTP Error 502\./i, near: 'http error 502' }] };
/** App Service's front end, which has its own file. */
const APP_SERVICE: Match = { any: [{ host: '.azurewebsites.net' }, { header: 'set-cookie', matches: /^ARRAffinity/i }] };
/** Style sheet of IIS' short error pages, the same in every language. */
const STYLE: Match = {
  any: [
    { all: [{ body: 'fieldset{padding:0 15px 10px 15px;}' }, { body: '#header{width:96%' }] },
    { all: [{ body: '<div class="content-container"><fieldset>' }, { body: '<div id="header">' }] },
  ],
};
const eventLog = {
  text: 'Read the event log of that minute: WAS and W3SVC name the application pool, the application its exception.',
  command: 'Get-WinEvent -LogName System,Application -MaxEvents 100 | Where-Object ProviderName -match "WAS|W3SVC|ASP|IIS|Runtime"',
} as const;
const httpErr = {
  text: 'Read the log of http.sys: `AppOffline`, `QueueFull` or `Disabled` names the reason. IIS’ own log has nothing about it.',
  command:
    'Get-ChildItem C:\\Windows\\System32\\LogFiles\\HTTPERR | Sort-Object LastWriteTime | Select-Object -Last 1 | Get-Content -Tail 20',
} as const;
const subStatus = {
  text: 'Find the row of {time} in the IIS log: `sc-substatus` and `sc-win32-status` name the cause that the page hides.',
} as const;

/** Microsoft IIS and http.sys below it. */
export const iis: Vendor = {
  id: 'iis',
  name: 'IIS',
  kind: 'proxy',
  depth: 5,
  onPath: [
    {
      when: { header: 'server', matches: /^Microsoft-IIS\//i },
      says: '`server: {value}`; it stands on answers of the application too',
      version: /IIS\/([\d.]+)/i,
      ...codes,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { bodyMatches: /HTTP Error 502\.\d{1,2}/i, near: 'http error 502' },
          { not: { any: [{ bodyMatches: /HTTP Error 502\.4\b/i, near: 'http error 502' }, { body: 'ApplicationRequestRouting' }] } },
          { not: ANCM },
          { not: APP_SERVICE },
        ],
      },
      strength: 'strong',
      says: 'The page is IIS’ detailed one: `{value}`. Its proxy (ARR) and the modules that run applications share it',
      ...codes,
    },
    {
      when: { all: [{ body: 'HTTP Error 503. The service is unavailable.' }, { not: APP_SERVICE }] },
      strength: 'conclusive',
      says: 'The page is that of http.sys below IIS: no application pool took the request',
      ...sys,
    },
    {
      when: {
        all: [
          { bodyMatches: /<hr>\s{0,8}<p>\s{0,8}HTTP Error 50\d\. /i, near: 'http error 50' },
          { not: { body: 'HTTP Error 503. The service is unavailable.' } },
        ],
      },
      strength: 'conclusive',
      says: 'The page is that of http.sys: `{value}`',
      documented: true,
      ...sys,
    },
    {
      when: { all: [{ bodyIs: 'The service is unavailable.' }, { status: 503 }, { not: APP_SERVICE }] },
      strength: 'strong',
      says: 'The text `{value}` is what http.sys answers when no application pool takes the request',
      documented: true,
      ...sys,
    },
    {
      when: {
        all: [{ header: 'server', matches: /^Microsoft-HTTPAPI\//i }, { status: 503 }, { length: [326] }],
      },
      strength: 'strong',
      says: '`server: Microsoft-HTTPAPI/2.0` on a 503: http.sys answered, IIS never ran',
      documented: true,
      ...sys,
    },
    {
      when: {
        all: [{ header: 'server', matches: /^Microsoft-HTTPAPI\//i }, { status: 501 }, { length: [343] }],
      },
      strength: 'strong',
      says: '`server: {value}` on a 501 of exactly this length: http.sys answered, no application ran',
      documented: true,
      ...sys,
    },
    {
      when: {
        all: [
          { header: 'server', matches: /^Microsoft-HTTPAPI\//i },
          { status: 503 },
          { bodyEmpty: true },
          { not: { header: 'x-ms-diagnostics' } },
        ],
      },
      strength: 'supporting',
      says: 'An empty 503 under `server: Microsoft-HTTPAPI/2.0`: http.sys, or a program that listens through it',
      documented: true,
      ...sys,
    },
    {
      when: {
        all: [
          {
            any: [
              { body: 'There is a problem with the resource you are looking for, and it cannot be displayed' },
              {
                bodyMatches:
                  /\b50[0135] - (?:Internal server error|Header values specify a configuration that is not implemented|HTTP Version not supported|Service unavailable)\./,
                near: '50',
              },
              { body: 'The page cannot be displayed because an internal server error has occurred' },
            ],
          },
          { not: ARR },
          { not: ANCM },
          { not: APP_SERVICE },
          { not: { header: 'server', matches: /^(?:nginx|apache)/i } },
        ],
      },
      strength: 'strong',
      says: 'The text is that of IIS’ short error page: `{value}`',
      ...codes,
    },
    {
      when: {
        all: [STYLE, { not: ARR }, { not: ANCM }, { not: APP_SERVICE }, { not: { header: 'server', matches: /^(?:nginx|apache)/i } }],
      },
      strength: 'strong',
      says: 'The style sheet is that of IIS’ short error page, in whatever language',
      ...codes,
    },
    {
      when: {
        all: [{ bodyMatches: /50\d - [A-Z]/, near: '<title>50' }, STYLE, { header: 'server', matches: /^Microsoft-IIS\//i }, { not: ARR }],
      },
      strength: 'conclusive',
      says: 'The page is IIS’ own short error page, under `server: Microsoft-IIS`',
      ...codes,
    },
    {
      when: {
        all: [{ bodyMatches: /HTTP Error 50[0-7]\.\d{1,4}/i, near: 'http error 50' }, { not: ARR }, { not: ANCM }],
      },
      strength: 'conclusive',
      says: 'The page is IIS’ detailed one: `{value}`',
      documented: true,
      ...codes,
    },
  ],
  selfReport: [{ body: /HTTP Error (50\d\.\d{1,4})/i, near: 'http error 50' }],
  codes: [
    {
      code: ['500.11', '500.12', '500.18'],
      role: 'origin',
      fault: 'maintenance',
      also: ['destination_unavailable'],
      confidence: 'likely',
      verdict: 'IIS answered: the application is being shut down or restarted.',
      cause: 'The application pool is recycling, or a new version is being deployed.',
      look: 'What recycled the pool: deployment, schedule, memory limit or a changed `web.config`',
      steps: [eventLog],
      documented: true,
      ...codes,
    },
    {
      code: '500.13',
      role: 'origin',
      fault: 'overloaded',
      confidence: 'likely',
      verdict: 'IIS answered: the server is too busy.',
      cause: 'More requests at once than the limit of the application pool or of ASP.NET.',
      look: 'Queue length and processor of the server',
      documented: true,
      ...codes,
    },
    {
      code: ['500.19', '500.21', '500.22', '500.23', '500.24', '500.15', '500.16', '500.17'],
      role: 'gateway',
      fault: 'proxy_configuration_error',
      confidence: 'certain',
      verdict: 'IIS answered: its configuration for this site is not valid. Your code never ran.',
      cause: 'A section or module that `web.config` names is missing, locked, or does not fit the pipeline mode.',
      look: 'The line of `web.config` that the page shows; a missing module needs installing',
      documented: true,
      ...codes,
    },
    {
      code: ['500.50', '500.51', '500.52', '500.53'],
      role: 'gateway',
      fault: 'proxy_configuration_error',
      confidence: 'likely',
      verdict: 'IIS answered: a rule of URL Rewrite failed.',
      cause: 'A rewrite rule cannot be carried out.',
      look: 'Rewrite rules in `web.config`; failed-request tracing shows which',
      documented: true,
      ...codes,
    },
    {
      code: ['500.100', '500.0', '500.1001', '500.1002', '500.1013'],
      role: 'application',
      fault: 'application_error',
      also: ['function_crash', 'proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'IIS answered for your application: it failed while handling the request.',
      cause: 'The application or a module in it threw.',
      look: 'The application’s log; then the event log',
      steps: [eventLog, subStatus],
      documented: true,
      ...codes,
    },
    {
      code: '503.0',
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['application_error'],
      confidence: 'likely',
      verdict: 'IIS answered: the application pool of this site is stopped.',
      cause: 'The pool was stopped, or IIS stopped it after five crashes in five minutes.',
      look: 'State of the application pool; then the crash in the event log',
      steps: [eventLog],
      documented: true,
      ...codes,
    },
    {
      code: '503.2',
      role: 'origin',
      fault: 'connection_limit_reached',
      also: ['overloaded'],
      confidence: 'likely',
      verdict: 'IIS answered: too many requests at once for this application.',
      cause: '`appConcurrentRequestLimit` was reached.',
      look: 'Slow requests that fill the server',
      documented: true,
      ...codes,
    },
    {
      code: ['503.3', '503.4'],
      role: 'origin',
      fault: 'overloaded',
      confidence: 'likely',
      verdict: 'IIS answered: the queue of this application is full.',
      cause: 'The queue of ASP.NET or FastCGI is full.',
      look: 'Slow requests that fill the server; then the number of workers',
      documented: true,
      ...codes,
    },
    {
      when: { any: [{ body: 'HTTP Error 503. The service is unavailable.' }, { bodyIs: 'The service is unavailable.' }] },
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'application_error', 'maintenance'],
      confidence: 'likely',
      verdict: 'http.sys answered: no application pool took the request. Your application never saw it.',
      cause: 'The application pool is stopped, crashed too often, cannot log on, or its queue is full.',
      look: 'State of the application pool and its identity; then the log of http.sys',
      steps: [{ text: 'Which application pools are stopped?', command: 'Get-IISAppPool | Select-Object Name, State' }, httpErr, eventLog],
      ...sys,
    },
    {
      status: 503,
      role: 'origin',
      fault: 'destination_unavailable',
      also: ['overloaded', 'maintenance', 'application_error'],
      confidence: 'possible',
      verdict: 'IIS answered: this application is not available now.',
      cause: 'The application pool is stopped, or a queue is full.',
      look: 'State of the application pool; then the log of http.sys',
      steps: [{ text: 'Which application pools are stopped?', command: 'Get-IISAppPool | Select-Object Name, State' }, httpErr, eventLog],
      documented: true,
      ...codes,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      also: ['proxy_configuration_error', 'function_crash'],
      confidence: 'likely',
      verdict: 'IIS answered for your application: it failed, and IIS put its own page in place of the error.',
      cause: 'The application threw; remote visitors get the short page, which hides the reason.',
      look: 'The application’s log; then `sc-substatus` in the IIS log',
      steps: [subStatus, eventLog, { text: 'Open the page on the server itself: there IIS shows the detailed error.' }],
      ...codes,
    },
    ...winHttp,
    {
      status: 502,
      role: 'origin',
      fault: 'connection_terminated',
      also: ['connection_refused', 'http_response_timeout', 'function_crash', 'destination_unavailable', 'http_protocol_error'],
      confidence: 'possible',
      verdict: 'IIS answered: what it passed the request to gave it no valid response.',
      cause: 'The backend, or the process that runs this site, crashed, refused, broke the connection or did not answer in time.',
      look: '`sc-win32-status` in the IIS log; the line `Module` of the page says who failed inside IIS',
      steps: [
        subStatus,
        {
          text: 'Open the page on the server itself and read its line `Module`: `AspNetCoreModule` runs the application, `ApplicationRequestRouting` is a proxy',
        },
        eventLog,
      ],
      ...codes,
    },
    {
      status: [501, 505],
      role: 'gateway',
      fault: 'http_request_error',
      confidence: 'likely',
      verdict: 'IIS refused this request itself: it does not support its method, coding or version.',
      cause: 'The request uses a method, version or `transfer-encoding` that this server does not support.',
      look: 'Method and headers of the request',
      documented: true,
      ...codes,
    },
    {
      role: 'gateway',
      fault: 'unknown',
      also: ['application_error', 'proxy_configuration_error'],
      confidence: 'unknown',
      cause: 'IIS made this answer itself.',
      look: '`sc-substatus` in the IIS log',
      documented: true,
      ...codes,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [subStatus, eventLog, httpErr],
  docs: codes.source,
};
