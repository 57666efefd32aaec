import type { Vendor } from '../../diagnosis/types';

const plug = { source: 'https://hexdocs.pm/plug/Plug.RequestId.html', verified: '2026-11-22' } as const;
const err = { source: 'https://hexdocs.pm/phoenix/custom_error_pages.html', verified: '2026-11-22' } as const;
const cowboy = { source: 'https://github.com/ninenines/cowboy', verified: '2026-11-22' } as const;

/** Phoenix and Plug, on Cowboy or Bandit. */
export const phoenix: Vendor = {
  id: 'phoenix',
  name: 'Phoenix',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: {
        all: [
          { header: 'server', is: 'Cowboy' },
          { header: 'x-request-id', matches: /^[0-9a-v]{32}$/ },
        ],
      },
      says: '`server: {value}` with a request id as older versions of Plug write it',
      ...cowboy,
    },
    {
      when: { header: 'x-request-id', matches: /^F[\w-]{19}$/ },
      says: '`x-request-id: {value}` has the form of Plug, below Phoenix',
      documented: true,
      ...plug,
    },
  ],
  issued: [
    {
      when: {
        all: [
          { header: 'server', is: 'Cowboy' },
          // Heroku's router.
          { not: { all: [{ status: [502, 503] }, { header: 'cache-control', is: 'no-cache, no-store' }] } },
          // Phoenix has a body for an exception; RabbitMQ's management and other Erlang programs have none.
          { not: { all: [{ status: 500 }, { bodyEmpty: true }] } },
          { not: { header: 'via', matches: /vegur|heroku/i } },
          { not: { body: 'herokucdn.com' } },
          { not: { header: 'nel', has: 'heroku' } },
          { not: { header: 'report-to', has: 'heroku' } },
          { any: [{ not: { status: 503 } }, { header: 'x-request-id', matches: /^F[\w-]{19}$/ }] },
        ],
      },
      strength: 'supporting',
      says: "`server: {value}` without Heroku's `via`: an Elixir or Erlang application, Phoenix, RabbitMQ or another",
      ...cowboy,
    },
    {
      when: {
        bodyMatches:
          /^\s{0,20}\{\s{0,8}"errors":\s?\{\s{0,8}"detail":\s?"(?:Internal Server Error|Service Unavailable|Bad Gateway|Gateway Timeout)"\s{0,8}\}\s{0,8}\}\s{0,20}$/,
        near: '"errors"',
      },
      strength: 'strong',
      says: "`errors.detail` with the bare phrase is Phoenix's JSON for an exception",
      documented: true,
      ...err,
    },
    {
      when: {
        all: [
          { any: [{ bodyIs: 'Internal Server Error' }, { bodyIs: 'Service Unavailable' }] },
          { header: 'x-request-id', matches: /^F[\w-]{19}$/ },
        ],
      },
      strength: 'conclusive',
      says: "The bare phrase with Plug's request id is Phoenix's answer to an exception",
      documented: true,
      ...err,
    },
    {
      when: { any: [{ body: '/__plug__/debugger' }, { body: '__plug__/debugger/action' }] },
      strength: 'conclusive',
      says: "The body is Plug's debugger",
      documented: true,
      ...err,
    },
  ],

  codes: [
    {
      status: 505,
      role: 'unknown',
      fault: 'http_request_error',
      also: ['http_protocol_error'],
      confidence: 'possible',
      verdict: 'Cowboy answered: it took what came over the connection for no HTTP request.',
      cause: 'Cowboy read bytes that are no request line, often the rest of an earlier body on the same connection. Phoenix never saw it.',
      look: 'the request before this one on the same connection, and the proxy in front',
      ...cowboy,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A controller, plug or view raised; Phoenix logged it with the request id.',
      look: "the application's log: `[error]` with this request id",
      ...err,
    },
  ],
  timeouts: [],
  ids: [{ header: 'x-request-id', name: 'x-request-id', lookup: "search the application's log for `request_id=` and this value", ...plug }],
  steps: [{ text: 'Search the log for `request_id={x-request-id}`' }, { text: 'Search the log around {time} for `[error]` and the stack' }],

  docs: 'https://hexdocs.pm/phoenix/custom_error_pages.html',
};
