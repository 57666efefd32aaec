import type { Vendor } from '../../diagnosis/types';

const core = { source: 'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/error-handling', verified: '2026-11-22' } as const;
const ancm = {
  source: 'https://learn.microsoft.com/en-us/aspnet/core/host-and-deploy/azure-iis-errors-reference',
  verified: '2026-11-22',
} as const;
const classic = {
  source:
    'https://learn.microsoft.com/en-us/aspnet/web-forms/overview/older-versions-getting-started/deploying-web-site-projects/displaying-a-custom-error-page-cs',
  verified: '2026-11-22',
} as const;
const api = {
  source: 'https://learn.microsoft.com/en-us/aspnet/web-api/overview/error-handling/exception-handling',
  verified: '2026-11-22',
} as const;

/** ASP.NET and ASP.NET Core, on Kestrel or in IIS. */
export const aspnet: Vendor = {
  id: 'aspnet',
  name: 'ASP.NET',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { any: [{ header: 'x-aspnet-version' }, { header: 'x-aspnetmvc-version' }] },
      says: '`{value}` as version of ASP.NET: its pipeline handled this request',
      documented: true,
      ...classic,
    },
    {
      when: { header: 'server', matches: /^Kestrel\b/i },
      says: '`server: {value}`: the web server inside ASP.NET Core applications',
      documented: true,
      ...core,
    },
    {
      when: {
        any: [
          { header: 'set-cookie', starts: '.AspNetCore.' },
          { header: 'set-cookie', starts: 'ASP.NET_SessionId=' },
        ],
      },
      says: 'The cookie is set by ASP.NET',
      documented: true,
      ...core,
    },
  ],
  issued: [
    {
      when: {
        any: [
          { all: [{ body: "Server Error in '" }, { body: "' Application." }] },
          { body: 'Serverfehler in der Anwendung' },
          { body: 'Erreur de serveur dans l' },
          { body: 'Error de servidor en la aplicaci' },
          { body: 'Errore server nell' },
          { body: 'Erro de Servidor no Aplicativo' },
          { body: 'Ошибка сервера в приложении' },
          { body: 'サーバー エラーが発生しました' },
          { body: '应用程序中的服务器错误' },
        ],
      },
      strength: 'conclusive',
      says: "`{value}` is the heading of ASP.NET's error page",
      documented: true,
      ...classic,
    },
    {
      when: { all: [{ body: 'font-size:18pt;color:red' }, { body: 'font-size:14pt;color:maroon' }] },
      strength: 'conclusive',
      says: "The style of the page is ASP.NET's error page, in whatever language",
      ...classic,
    },
    {
      when: {
        bodyMatches: /body \{font-family:"Verdana";\s?font-weight:normal;\s?font-size: ?\.7em;\s?color:black;\s?\}/i,
        near: 'font-family:"verdana"',
      },
      strength: 'strong',
      says: "The style sheet is that of ASP.NET's error page",
      ...classic,
    },
    {
      when: { bodyMatches: /<title>\s{0,20}Runtime Error\s{0,20}<\/title>/i, near: 'runtime error' },
      strength: 'supporting',
      says: "`Runtime Error` is the title of ASP.NET's page with details hidden",
      ...classic,
    },
    {
      when: { all: [{ status: 500 }, { length: [3420] }, { header: 'content-type', starts: 'text/html' }] },
      strength: 'strong',
      says: "`content-length` is exactly that of ASP.NET's page `Runtime Error`",
      documented: true,
      ...classic,
    },
    {
      when: { bodyMatches: /HTTP Error 50[02]\.\d{1,2} - (?:ASP\.NET|ANCM|Process Failure)/i, near: 'http error 50' },
      strength: 'conclusive',
      says: '`{value}` is a page of the ASP.NET Core Module',
      ...ancm,
    },
    {
      when: { all: [{ bodyMatches: /HTTP Error 50\d\.\d{1,2}/i, near: 'http error 50' }, { body: 'AspNetCoreModule' }] },
      strength: 'conclusive',
      says: 'The page names the module that wrote it: `{value}`',
      ...ancm,
    },
    {
      when: { bodyMatches: /HTTP Error 500\.3\d\b/i, near: 'http error 500.3' },
      strength: 'conclusive',
      says: '`{value}` is a code of the ASP.NET Core Module',
      ...ancm,
    },
    {
      when: {
        all: [
          { bodyMatches: /"traceId"\s?:\s?"00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"/, near: '"traceid"' },
          { body: '"title"' },
          { body: '"type"' },
        ],
      },
      strength: 'conclusive',
      says: "The body is ASP.NET Core's problem+json: its `traceId` is a W3C trace id",
      documented: true,
      ...core,
    },
    {
      when: { all: [{ json: 'type', has: 'rfc9110#section-15.6' }, { json: 'title' }, { json: 'status' }] },
      strength: 'supporting',
      says: "`type` with RFC 9110 is ASP.NET Core's problem+json",
      documented: true,
      ...core,
    },
    {
      when: { all: [{ json: 'type', has: 'rfc7231#section-6.6' }, { json: 'title' }, { json: 'status' }] },
      strength: 'supporting',
      says: "`type` with RFC 7231 is ASP.NET Core's problem+json",
      documented: true,
      ...core,
    },
    {
      when: {
        all: [
          { body: 'An unhandled exception occurred while processing the request.' },
          { any: [{ body: 'Microsoft.AspNetCore' }, { body: 'Stack' }] },
        ],
      },
      strength: 'conclusive',
      says: "The body is ASP.NET Core's developer exception page",
      documented: true,
      ...core,
    },
    {
      when: { bodyMatches: /\n(?:HEADERS|RAWHEADERS)\s{0,4}\n=======\s{0,4}\n/, near: 'headers' },
      strength: 'conclusive',
      says: "The body is ASP.NET Core's developer exception page as text",
      documented: true,
      ...core,
    },
    {
      // Java's names begin in lower case.
      when: {
        all: [
          {
            bodyMatches: /^\s{0,8}[A-Z]\w{0,60}(?:\.\w{1,60}){1,8}Exception: [^\n]{0,2000}\n\s{1,8}at [\w.<>`]{3,200}\(/,
            near: 'exception:',
          },
          { header: 'server', matches: /^(?:Microsoft-IIS|Kestrel)\b/i },
        ],
      },
      strength: 'strong',
      says: 'The text is an exception of .NET with its stack, as the developer exception page prints it',
      source: 'https://learn.microsoft.com/aspnet/core/web-api/handle-errors',
      verified: '2026-11-30',
    },
    {
      when: {
        any: [
          { all: [{ json: 'ExceptionMessage' }, { any: [{ json: 'ExceptionType' }, { json: 'StackTrace' }] }] },
          { json: 'Message', is: 'An error has occurred.' },
        ],
      },
      strength: 'conclusive',
      says: "The body is ASP.NET Web API's error: `{value}`",
      documented: true,
      ...api,
    },
    {
      when: { all: [{ body: '<h1 class="text-danger">Error.</h1>' }, { body: 'Development Mode' }] },
      strength: 'conclusive',
      says: 'The body is the error view of the ASP.NET Core templates',
      documented: true,
      ...core,
    },
    {
      when: { all: [{ header: 'server', is: 'Kestrel' }, { status: 500 }, { bodyEmpty: true }] },
      strength: 'strong',
      says: 'An empty 500 under `server: Kestrel` is an exception that no handler turned into a page',
      documented: true,
      ...core,
    },
  ],
  selfReport: [{ body: /HTTP Error (50[02]\.\d{1,2})/i, near: 'http error 50' }],
  codes: [
    {
      code: ['500.30'],
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'function_crash', 'proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'IIS answered for your ASP.NET Core application: it did not start.',
      cause: 'The application started inside IIS and ended at once: an exception in `Program` or a missing setting.',
      look: 'the Windows event log of that minute, then `stdoutLogFile`',
      ...ancm,
    },
    {
      code: ['500.31', '500.33'],
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'function_crash', 'proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'IIS answered for your ASP.NET Core application: it did not start.',
      cause: 'The framework version that the application needs is not installed.',
      look: 'the Windows event log of that minute, then `stdoutLogFile`',
      ...ancm,
    },
    {
      code: ['500.32', '500.38'],
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'function_crash', 'proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'IIS answered for your ASP.NET Core application: it did not start.',
      cause: 'The application file could not be loaded: wrong bitness, or its DLL is missing.',
      look: 'the Windows event log of that minute, then `stdoutLogFile`',
      ...ancm,
    },
    {
      code: ['500.37', '500.35', '500.36', '500.34'],
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'function_crash', 'proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'IIS answered for your ASP.NET Core application: it did not start.',
      cause: 'The application did not come up in the time or form that the module expects.',
      look: 'the Windows event log of that minute, then `stdoutLogFile`',
      ...ancm,
    },
    {
      code: ['502.5'],
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'function_crash', 'proxy_configuration_error'],
      confidence: 'likely',
      verdict: 'IIS answered for your ASP.NET Core application: it did not start.',
      cause: 'The process of the application could not be started or ended at once.',
      look: 'the Windows event log of that minute, then `stdoutLogFile`',
      ...ancm,
    },
    {
      code: ['502.3', '502.4'],
      role: 'application',
      fault: 'connection_terminated',
      also: ['function_crash', 'http_response_timeout', 'connection_refused', 'application_error'],
      confidence: 'likely',
      verdict: 'IIS answered for your ASP.NET Core application: its process did not answer.',
      cause: 'The process crashed, was killed or did not answer within `requestTimeout` (2 minutes).',
      look: 'the Windows event log of that minute, then `stdoutLogFile`',
      ...ancm,
    },
    {
      when: { bodyMatches: /HTTP Error 50[02]\.\d/i, near: 'http error 50' },
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'proxy_configuration_error'],
      confidence: 'possible',
      cause: 'The ASP.NET Core Module could not run the application.',
      look: 'the Windows event log of that minute',
      ...ancm,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'An exception that nothing in the application caught; the page hides it from you.',
      look: "the application's log, or the Windows event log (`ASP.NET`, `.NET Runtime`) at this time",
      ...core,
    },
  ],
  timeouts: [],
  ids: [
    {
      body: /"traceId"\s?:\s?"(00-[0-9a-f]{32}-[0-9a-f]{16}-0[01])"/,
      name: 'traceId',
      lookup: "search the application's log or Application Insights for its 32-digit part",
      ...core,
    },
    { header: 'request-id', name: 'request-id', lookup: "search the application's log for it", ...core },
  ],
  steps: [
    { text: "Search the application's log around {time}; the `traceId` of the body leads to it" },
    {
      text: 'In IIS: read the event log',
      command: 'powershell Get-WinEvent -LogName Application -MaxEvents 20 | Where-Object LevelDisplayName -eq Error | Format-List',
    },
    { text: 'It does not start: run it by hand on the server and read the exception', command: 'dotnet YourApp.dll' },
  ],

  docs: 'https://learn.microsoft.com/en-us/aspnet/core/test/troubleshoot-azure-iis',
};
