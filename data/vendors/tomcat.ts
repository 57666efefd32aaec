import type { Match, Vendor } from '../../diagnosis/types';

const src = {
  source: 'https://github.com/apache/tomcat/blob/main/java/org/apache/catalina/valves/ErrorReportValve.java',
  verified: '2026-11-22',
} as const;
const docs = { source: 'https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Error_Report_Valve', verified: '2026-11-22' } as const;

/** GlassFish and Payara have Tomcat's page under their own name. */
const GLASSFISH: Match = {
  any: [
    { body: 'GlassFish' },
    { body: 'Payara' },
    { header: 'server', matches: /glassfish|payara/i },
    { header: 'x-powered-by', matches: /glassfish|payara/i },
  ],
};

/** Apache Tomcat. */
export const tomcat: Vendor = {
  id: 'tomcat',
  name: 'Tomcat',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: { header: 'server', matches: /^Apache-Coyote\// },
      says: '`server: {value}`: Tomcat answered, its own errors have it too',
      documented: true,
      ...docs,
    },
    {
      when: { all: [{ header: 'keep-alive', is: 'timeout=60' }, { absent: 'server' }, { http: '1' }, { reason: '' }] },
      says: '`keep-alive: {value}` without a reason phrase is how Tomcat answers',
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { body: '#525D76' },
          { any: [{ body: 'class="line"' }, { body: 'HTTP Status 5' }, { body: 'HR size="1"' }] },
          { not: GLASSFISH },
        ],
      },
      strength: 'conclusive',
      says: "The body is Tomcat's error page: its colour `#525D76`, in whatever language",
      ...src,
    },
    {
      when: { all: [{ body: 'h1 {font-family:Tahoma,Arial,sans-serif;color:white;background-color:#525D76' }, { not: GLASSFISH }] },
      strength: 'strong',
      says: "The style sheet is that of Tomcat's error page",
      ...src,
    },
    {
      when: { bodyMatches: /<h3>Apache Tomcat(?:\/[\d.]{3,12})?/i, near: 'apache tomcat' },
      strength: 'conclusive',
      says: 'The page is signed `{value}`',
      version: /Tomcat\/([\d.]+)/i,
      documented: true,
      ...src,
    },
    {
      when: { bodyMatches: /^\s{0,20}(?:<[^>]{1,40}>\s{0,8}){0,8}HTTP Status 5\d\d [–-] /i, near: 'http status 5' },
      strength: 'strong',
      says: "`{value}` is the heading of Tomcat's error page",
      ...src,
    },
    {
      when: { all: [{ body: 'HTTP Status 5' }, { bodyMatches: /Apache Tomcat\/[\d.]{3,12}/, near: 'apache tomcat/' }] },
      strength: 'conclusive',
      says: 'The text is signed `{value}`',
      version: /Tomcat\/([\d.]+)/,
      documented: true,
      ...src,
    },
  ],

  codes: [
    {
      status: 505,
      role: 'application',
      fault: 'http_request_error',
      also: ['http_protocol_error'],
      confidence: 'likely',
      verdict: 'Tomcat refused this request itself: it cannot read its first line.',
      cause: 'A version that it does not know, or a space in the path that was not encoded: what follows it is taken for the version.',
      look: 'the request line as it was sent',
      ...src,
    },
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'overloaded', 'maintenance'],
      confidence: 'possible',
      cause: 'The web application is stopped, reloading or failed to start, or code chose 503.',
      look: '`catalina.out` at the start of the application',
      ...src,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A servlet, filter or JSP threw; the root cause is in the log.',
      look: '`logs/localhost.<date>.log`, then `catalina.out`',
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Search `logs/localhost.{date}.log` around {time} for `Servlet.service()`: the root cause follows',
      command: "grep -n -A 30 'Servlet.service()' logs/localhost.{date}.log | tail -60",
    },
    {
      text: 'Did the application start at all? Look for `One or more listeners failed to start`',
      command: "grep -nE 'SEVERE|failed to start' logs/catalina.out | tail -20",
    },
  ],

  docs: 'https://tomcat.apache.org/tomcat-10.1-doc/logging.html',
};
