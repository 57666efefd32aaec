import type { Vendor } from '../../diagnosis/types';
import { httpError } from '../bodies';

const docs = { source: 'https://fastify.dev/docs/latest/Reference/Errors/', verified: '2026-11-22' } as const;
const proxy = { source: 'https://github.com/fastify/fastify-reply-from', verified: '2026-11-22' } as const;

/** Fastify, on Node.js, with its proxy plugin. */
export const fastify: Vendor = {
  id: 'fastify',
  name: 'Fastify',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: { all: [{ header: 'keep-alive', is: 'timeout=72' }, { absent: 'server' }] },
      says: "`keep-alive: {value}` is Fastify's default",
      documented: true,
      ...docs,
    },
  ],
  issued: [
    {
      when: {
        all: [httpError, { header: 'keep-alive', is: 'timeout=72' }],
      },
      strength: 'conclusive',
      says: "The body is Fastify's default error, on a connection with Fastify's keep-alive",
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [
          httpError,
          { any: [{ status: 500 }, { bodyMatches: /^\s{0,20}\{"statusCode":5\d\d,"code":/, near: '"code":' }] },
          { not: { body: 'An internal server error occurred' } },
          { not: { header: 'kbn-name' } },
          {
            not: {
              all: [
                { header: 'cache-control', is: 'no-cache' },
                { header: 'keep-alive', is: 'timeout=5' },
              ],
            },
          },
        ],
      },
      strength: 'strong',
      says: "The body has the members and the order of Fastify's default error",
      documented: true,
      ...docs,
    },
    {
      when: httpError,
      strength: 'supporting',
      says: 'The body has the members of Fastify’s default error; hapi’s are the same',
      documented: true,
      ...docs,
    },
    {
      when: {
        all: [{ bodyMatches: /"code":"FST_[A-Z_]{3,60}"/, near: 'fst_' }, httpError],
      },
      strength: 'conclusive',
      says: '{value} is an error code of Fastify',
      documented: true,
      ...docs,
    },
  ],
  selfReport: [{ body: /"code":"(FST_[A-Z_]{3,60})"/, near: 'fst_' }],
  codes: [
    {
      when: { body: 'ECONNREFUSED' },
      role: 'origin',
      fault: 'connection_refused',
      confidence: 'likely',
      also: ['application_error'],
      cause: 'The application passed on or called another service, and nothing listened there.',
      look: 'the service that this application calls',
      verdict: 'Your Fastify application answered: the service that it calls refused the connection.',
      ...docs,
    },
    {
      when: { any: [{ body: 'ENOTFOUND' }, { body: 'EAI_AGAIN' }, { body: 'FST_REPLY_FROM_SERVICE_UNAVAILABLE' }] },
      role: 'link',
      fault: 'dns_error',
      confidence: 'likely',
      also: ['application_error'],
      cause: 'The name of the service that the application calls did not resolve.',
      look: 'the service that this application calls',
      verdict: 'Your Fastify application answered: the name of the service that it calls did not resolve.',
      ...docs,
    },
    {
      when: { any: [{ body: 'certificate' }, { body: 'self-signed' }, { body: 'self signed' }] },
      role: 'link',
      fault: 'tls_certificate_error',
      confidence: 'likely',
      also: ['application_error'],
      cause: 'The application does not trust the certificate of the service that it calls.',
      look: 'the service that this application calls',
      ...docs,
    },
    {
      when: { any: [{ body: 'ETIMEDOUT' }, { body: 'UND_ERR_CONNECT_TIMEOUT' }, { body: 'Connect Timeout Error' }] },
      role: 'link',
      fault: 'connection_timeout',
      confidence: 'likely',
      also: ['application_error'],
      cause: 'The service that the application calls did not accept the connection in time.',
      look: 'the service that this application calls',
      ...docs,
    },
    {
      when: {
        any: [
          { body: 'FST_REPLY_FROM_GATEWAY_TIMEOUT' },
          { body: 'UND_ERR_HEADERS_TIMEOUT' },
          { body: 'Headers Timeout Error' },
          { body: 'Body Timeout Error' },
        ],
      },
      role: 'origin',
      fault: 'http_response_timeout',
      confidence: 'likely',
      also: ['application_error'],
      cause: 'The service that the application calls did not answer in time.',
      look: 'the service that this application calls',
      verdict: 'Your Fastify application answered: the service that it calls did not answer in time.',
      ...docs,
    },
    {
      when: {
        any: [
          { body: 'ECONNRESET' },
          { body: 'socket hang up' },
          { body: 'other side closed' },
          { body: 'UND_ERR_SOCKET' },
          { body: 'Connection Reset' },
        ],
      },
      role: 'origin',
      fault: 'connection_terminated',
      confidence: 'likely',
      also: ['http_response_incomplete', 'application_error'],
      cause: 'The service that the application calls closed the connection.',
      look: 'the service that this application calls',
      verdict: 'Your Fastify application answered: the service that it calls closed the connection.',
      ...docs,
    },
    {
      when: { any: [{ body: 'HPE_INVALID' }, { body: 'Parse Error' }, { body: 'does not match the HTTP' }] },
      role: 'origin',
      fault: 'http_protocol_error',
      confidence: 'likely',
      also: ['application_error'],
      cause: 'The service that the application calls answered something that is no HTTP.',
      look: 'the service that this application calls',
      ...docs,
    },
    {
      when: { body: 'FST_REPLY_FROM' },
      role: 'origin',
      fault: 'connection_refused',
      confidence: 'possible',
      also: ['connection_terminated', 'connection_timeout', 'dns_error'],
      cause: 'The proxy plugin got no answer from the service behind it.',
      look: 'the service that this application calls',
      ...proxy,
    },
    {
      when: { body: 'FST_UNDER_PRESSURE' },
      role: 'application',
      fault: 'overloaded',
      confidence: 'likely',
      cause: 'The plugin `under-pressure` turned the request away: event loop or memory was over its limit.',
      look: 'event loop delay and memory of the process',
      ...docs,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A handler or hook threw; `message` in the body is the message of that error.',
      look: "the application's log: search for the message in the body",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: 'Search the log around {time} for the `message` of the body; with `reqId` it leads to the whole request' },
    { text: 'Nothing logged: start Fastify with `logger: true`' },
  ],

  docs: 'https://fastify.dev/docs/latest/Reference/Errors/',
};
