import type { Vendor } from '../../diagnosis/types';

const conf = { source: 'https://doc.akka.io/docs/akka-http/current/configuration.html', verified: '2026-11-30' } as const;
const pekko = {
  source: 'https://github.com/apache/pekko-http/blob/0134fa86adf1729f84d06e0c0abbb6a49a8acd4d/http-core/src/main/resources/reference.conf',
  verified: '2026-11-30',
} as const;
const late = {
  source:
    'https://github.com/akka/akka-http/blob/0104a414189b976e62ed1f869d3986a0100d8984/akka-http-core/src/main/scala/akka/http/impl/engine/server/HttpServerBluePrint.scala',
  verified: '2026-11-30',
} as const;

/** Akka HTTP and its successor Pekko HTTP, the servers of Scala applications; Play runs on them too. */
export const akkaHttp: Vendor = {
  id: 'akka-http',
  name: 'Akka HTTP / Pekko HTTP',
  kind: 'application',
  depth: 5,
  onPath: [
    { when: { header: 'server', matches: /^akka-http\b/i }, says: '`server: {value}`', version: /\/([\d.]+)/, ...conf },
    { when: { header: 'server', matches: /^pekko-http\b/i }, says: '`server: {value}`', version: /\/([\d.]+)/, documented: true, ...pekko },
  ],
  issued: [
    {
      when: {
        all: [
          { status: 503 },
          { bodyIs: 'The server was not able to produce a timely response to your request. Please try again in a short while!' },
        ],
      },
      strength: 'strong',
      says: 'The two sentences are what Akka HTTP answers when the application takes too long',
      documented: true,
      ...late,
    },
  ],
  codes: [
    {
      status: 503,
      when: { body: 'not able to produce a timely response' },
      role: 'application',
      fault: 'http_response_timeout',
      also: ['overloaded'],
      confidence: 'likely',
      verdict: 'The application took too long, and its own server gave up.',
      cause: 'The route did not complete within `request-timeout`, 20 s by default.',
      look: 'what this route waits for: a database, another service, a blocked dispatcher',
      ...late,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'possible',
      cause: 'The route failed, or code of the application chose this status.',
      look: "the application's log",
      ...conf,
    },
  ],
  timeouts: [
    {
      ms: 20_000,
      status: [503],
      fault: 'http_response_timeout',
      role: 'application',
      name: '`request-timeout`, default 20 s',
      documented: true,
      ...pekko,
    },
  ],
  ids: [],
  steps: [{ text: 'Search the log around {time} for `Request timeout encountered` and `Error during processing of request`' }],
};
