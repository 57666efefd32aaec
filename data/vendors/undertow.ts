import type { Vendor } from '../../diagnosis/types';

const src = {
  source:
    'https://github.com/undertow-io/undertow/blob/main/core/src/main/java/io/undertow/server/handlers/error/SimpleErrorPageHandler.java',
  verified: '2026-11-22',
} as const;

/** Undertow, in WildFly and JBoss EAP. */
export const undertow: Vendor = {
  id: 'undertow',
  name: 'Undertow',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: {
        any: [
          { header: 'x-powered-by', matches: /^Undertow\b/i },
          { header: 'server', matches: /^(?:WildFly|JBoss-EAP)\//i },
        ],
      },
      says: '`{value}` is set by Undertow',
      documented: true,
      ...src,
    },
  ],
  issued: [
    {
      when: {
        bodyMatches: /^\s{0,20}<html><head><title>Error<\/title><\/head><body>(?:5\d\d - )?[A-Z][A-Za-z ]{3,40}<\/body><\/html>\s{0,20}$/,
        near: '<title>error</title>',
      },
      strength: 'strong',
      says: "The body is Undertow's error page",
      documented: true,
      ...src,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'The application threw, or no deployment answers at this path.',
      look: "the server's log (`server.log`) at this time",
      ...src,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Search `server.log` around {time} for the stack', command: "grep -n 'ERROR' standalone/log/server.log | tail -20" }],

  docs: 'https://undertow.io/',
};
