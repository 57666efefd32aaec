import type { Vendor } from '../../diagnosis/types';
import { httpError } from '../bodies';

const docs = { source: 'https://hapi.dev/module/boom/api/', verified: '2026-11-22' } as const;
const kibana = { source: 'https://github.com/elastic/kibana/issues/110736', verified: '2026-11-25' } as const;

/** hapi, on Node.js, whose errors are made by Boom. */
export const hapi: Vendor = {
  id: 'hapi',
  name: 'hapi',
  kind: 'application',
  depth: 6,
  onPath: [],
  issued: [
    {
      when: {
        all: [httpError, { body: '"message":"An internal server error occurred"' }, { header: 'cache-control', is: 'no-cache' }],
      },
      strength: 'conclusive',
      says: "The body is hapi's (Boom's) error for an exception, with hapi's `cache-control: no-cache`",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          httpError,
          { body: '"message":"An internal server error occurred"' },
          // Strapi and Express have modules that send the same.
          { not: { header: 'x-powered-by' } },
        ],
      },
      strength: 'strong',
      says: "The body is Boom's error for an exception, as hapi sends it",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          httpError,
          { header: 'cache-control', is: 'no-cache' },
          { not: { header: 'keep-alive', is: 'timeout=72' } },
          { not: { body: 'FST_' } },
        ],
      },
      strength: 'strong',
      says: "The body is a Boom error with hapi's `cache-control: no-cache`",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [httpError, { not: { status: 500 } }, { not: { header: 'keep-alive', is: 'timeout=72' } }],
      },
      strength: 'supporting',
      says: 'The body has the members of a Boom error, as hapi sends it; Fastify’s are the same',
      ...docs,
    },
    {
      when: {
        all: [httpError, { any: [{ header: 'kbn-name' }, { body: '"message":"License is not available."' }] }],
      },
      strength: 'strong',
      says: 'The error is one of Kibana, which runs on hapi',
      ...kibana,
    },
  ],

  codes: [
    {
      status: 503,
      when: { body: '"message":"License is not available."' },
      role: 'application',
      fault: 'destination_unavailable',
      also: ['application_error', 'connection_refused'],
      confidence: 'likely',
      verdict: 'Kibana answered: it cannot reach Elasticsearch.',
      cause: 'Kibana has not got its license from Elasticsearch, because that is down or unreachable.',
      look: 'Elasticsearch and the address of it that Kibana has',
      ...kibana,
    },
    {
      status: 503,
      when: { body: '"message":"Service Unavailable"' },
      role: 'application',
      fault: 'overloaded',
      also: ['http_response_timeout', 'maintenance', 'application_error'],
      confidence: 'possible',
      cause: "hapi's own 503: `timeout.server` of the route ran out, or the load limits of the server were reached.",
      look: '`timeout.server` and `load` in the configuration',
      ...docs,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A handler threw; hapi hides the message and logs it.',
      look: "the application's log at this time",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time}' },
    {
      text: 'Nothing there: listen to `server.events.on({ name: "request", channels: "error" })`; outside production set `debug: { request: ["error"] }`',
    },
  ],

  docs: 'https://hapi.dev/api/#-serveroptionsdebug',
};
