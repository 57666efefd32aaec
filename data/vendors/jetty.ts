import type { Vendor } from '../../diagnosis/types';

const src = {
  source:
    'https://github.com/jetty/jetty.project/blob/jetty-12.0.x/jetty-core/jetty-server/src/main/java/org/eclipse/jetty/server/handler/ErrorHandler.java',
  verified: '2026-11-22',
} as const;

/** Eclipse Jetty. */
export const jetty: Vendor = {
  id: 'jetty',
  name: 'Jetty',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: { header: 'server', matches: /^Jetty\(/i },
      says: '`server: {value}` stands on every answer of Jetty',
      version: /^Jetty\(([\d.]+)/i,
      ...src,
    },
  ],
  issued: [
    {
      when: { bodyMatches: /^\s{0,4}<h1>Bad Message 5\d\d<\/h1><pre>reason: [^<]{3,60}<\/pre>/, near: '<h1>bad message 5' },
      strength: 'conclusive',
      says: 'The body is that by which Jetty refuses a request that it cannot read: `{value}`',
      source: 'https://github.com/microsoft/restler-fuzzer/issues/865',
      verified: '2026-11-25',
    },
    {
      when: { bodyMatches: /Powered by Jetty:\/\/(?: [\w.]{3,30})?/i, near: 'powered by jetty://' },
      strength: 'conclusive',
      says: 'The page is signed `{value}`',
      version: /Jetty:\/\/ ([\d.]+)/i,
      ...src,
    },
    {
      // Health checks of Dropwizard write it too, as text or JSON.
      when: {
        all: [
          { header: 'cache-control', is: 'must-revalidate,no-cache,no-store' },
          { header: 'content-type', starts: 'text/html' },
        ],
      },
      strength: 'strong',
      says: "`cache-control: {value}`, without a blank, is how Jetty's error pages forbid to keep them",
      documented: true,
      ...src,
    },
    {
      when: { all: [{ body: 'HTTP ERROR 5' }, { any: [{ body: 'Problem accessing' }, { all: [{ body: 'URI:' }, { body: 'STATUS:' }] }] }] },
      strength: 'conclusive',
      says: "The body is Jetty's error page",
      ...src,
    },
    {
      when: { all: [{ json: 'url' }, { json: 'status' }, { json: 'message' }, { any: [{ json: 'servlet' }, { json: 'cause0' }] }] },
      strength: 'conclusive',
      says: "`url`, `status`, `message` and `servlet` are Jetty's JSON for an error",
      documented: true,
      ...src,
    },
    {
      when: { bodyMatches: /^\s{0,20}HTTP ERROR 5\d\d(?: [A-Z]|\s{0,20}$)/, near: 'http error 5' },
      strength: 'supporting',
      says: "`{value}` is the heading of Jetty's error page",
      documented: true,
      ...src,
    },
    {
      when: { all: [{ header: 'server', matches: /^Jetty\(/i }, { body: 'Error 5' }, { body: 'HTTP ERROR' }] },
      strength: 'strong',
      says: "The heading `HTTP ERROR` under `server: Jetty` is Jetty's own",
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
      verdict: 'Jetty refused this request itself: it cannot read its first line.',
      cause: 'A version that it does not know, or a space in the path that was not encoded: what follows it is taken for the version.',
      look: 'the request line as it was sent',
      source: 'https://github.com/jetty/jetty.project/issues/5233',
      verified: '2026-11-25',
    },
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'proxy_configuration_error', 'overloaded', 'maintenance'],
      confidence: 'likely',
      verdict: 'Jetty answered: the web application did not start, or it is stopped.',
      cause: 'Jetty answers 503 for a context that failed to start or is stopping.',
      look: "Jetty's log from its start: `Failed startup of context`",
      steps: [{ text: "Search Jetty's log from its last start for `Failed startup of context`: the exception follows" }],
      ...src,
    },
    {
      status: 502,
      role: 'origin',
      fault: 'connection_refused',
      also: ['connection_terminated', 'dns_error', 'tls_protocol_error', 'application_error'],
      confidence: 'possible',
      cause: "Jetty's proxy servlet could not get an answer from the server behind it.",
      look: 'the server behind Jetty',
      ...src,
    },
    {
      status: 504,
      role: 'origin',
      fault: 'http_response_timeout',
      also: ['application_error'],
      confidence: 'possible',
      cause: "Jetty's proxy servlet waited for the server behind it in vain.",
      look: 'the server behind Jetty',
      ...src,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A servlet, filter or JSP threw; `CAUSED BY` in the page names the exception.',
      look: "Jetty's log at this time",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: "Search Jetty's log around {time} for `{path}`: the stack follows" }],

  docs: 'https://jetty.org/docs/',
};
