import { describe, expect, it } from 'vitest';
import { type Diagnosis, diagnose, exchangeFromHar } from '../../diagnosis';

/** What a server answered on loopback, headers as `name: value` lines. */
const ask = (status: number, headers: readonly string[], body: string | null): Diagnosis =>
  diagnose(
    exchangeFromHar(
      {
        startedDateTime: '2026-11-24T12:00:00Z',
        time: 5,
        request: { method: 'GET', url: 'https://www.example.com/x', headers: [] },
        response: {
          status,
          statusText: '',
          httpVersion: 'http/1.1',
          headers: headers.map((line) => ({ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 1).trim() })),
        },
      },
      body,
    ),
  );

const NODE = ['Date: Tue, 24 Nov 2026 12:00:00 GMT', 'Connection: keep-alive', 'Keep-Alive: timeout=5'];
const JSON_TYPE = 'Content-Type: application/json; charset=utf-8';
const PHRASE = 'Internal Server Error';

describe('an application that answers its own error', () => {
  it.each<readonly [id: string, status: number, headers: readonly string[], body: string | null]>([
    ['express', 500, ['X-Powered-By: Express', JSON_TYPE, ...NODE], '{"error":"x"}'],
    [
      'express',
      500,
      ['X-Powered-By: Express', 'Content-Type: text/plain; charset=utf-8', 'ETag: W/"15-/6VXivhc2MKdLfIkLcUE47K6aH0"', ...NODE],
      PHRASE,
    ],
    // The phrase that Traefik sends too, with what only Node.js and Express send.
    [
      'express',
      502,
      ['Server: nginx', 'X-Powered-By: Express', 'Content-Type: text/plain; charset=utf-8', 'ETag: W/"b-FEHf78Vtp5PKyYpamsYZRti5SW0"'],
      'Bad Gateway',
    ],
    ['node', 502, ['Content-Type: text/plain', 'Transfer-Encoding: chunked', ...NODE], 'Bad Gateway'],
    ['fastify', 500, [JSON_TYPE, 'Keep-Alive: timeout=72'], '{"statusCode":500,"error":"Internal Server Error","message":"boom"}'],
    [
      'hapi',
      500,
      [JSON_TYPE, 'cache-control: no-cache', ...NODE],
      '{"statusCode":500,"error":"Internal Server Error","message":"An internal server error occurred"}',
    ],
    ['koa', 503, ['Content-Type: text/plain; charset=utf-8', ...NODE], 'Service Unavailable'],
    ['hono', 500, ['Content-Type: text/plain; charset=UTF-8', ...NODE], PHRASE],
    ['nestjs', 500, ['X-Powered-By: Express', JSON_TYPE, ...NODE], '{"statusCode":500,"message":"Internal server error"}'],
    ['nestjs', 503, ['X-Powered-By: Express', JSON_TYPE, ...NODE], '{"message":"Service Unavailable","statusCode":503}'],
    ['nitro', 500, ['content-type: application/json;charset=UTF-8', ...NODE], '{"status":500,"unhandled":true,"message":"HTTPError"}'],
    ['uvicorn', 500, ['server: uvicorn', 'content-type: text/plain; charset=utf-8', 'connection: close'], PHRASE],
    ['fastapi', 500, ['server: uvicorn', 'content-length: 21', 'content-type: text/plain; charset=utf-8'], PHRASE],
    [
      'flask',
      503,
      ['server: nginx'],
      '<!doctype html>\n<html lang=en>\n<title>503 Service Unavailable</title>\n<h1>Service Unavailable</h1>\n<p>The server is',
    ],
    [
      'aiohttp',
      500,
      [],
      '<html><head><title>500 Internal Server Error</title></head><body>\n<h1>500 Internal Server Error</h1>\nServer got itself in trouble\n</body></html>',
    ],
    [
      'python-http-server',
      500,
      [],
      '<h1>Error response</h1>\n<p>Error code: 500</p>\n<p>Error code explanation: 500 - Server got itself in trouble.</p>',
    ],
    ['tornado', 500, ['server: nginx'], '<html><title>500: Internal Server Error</title><body>500: Internal Server Error</body></html>'],
    ['twisted', 500, [], '<html><head><title>Processing Failed</title></head><body><b>Processing Failed</b></body></html>'],
    ['wsgiref', 500, [], 'A server error occurred.  Please contact the administrator.'],
    ['gunicorn', 500, ['Connection: close', 'Content-Type: text/html', 'Content-Length: 141'], null],
  ])('is named: %s, status %i', (id, status, headers, body) => {
    const d = ask(status, headers, body);
    expect([d.issuer.id, d.failed.role, d.fault.type]).toEqual([id, 'application', 'application_error']);
  });

  it('stays unsure where several servers send the same 21 bytes', () => {
    expect(ask(500, [], PHRASE).issuer.confidence).toBe('possible');
  });

  it('is not certainly Flask where Quart has the same page', () => {
    const page = '<!doctype html>\n<html lang=en>\n<title>500 Internal Server Error</title>\n<h1>Internal Server Error</h1>\n<p>The server';
    expect(ask(500, ['server: hypercorn-h11'], page).issuer).toMatchObject({ id: 'flask', confidence: 'likely' });
  });
});

describe('a proxy inside the application or the development server', () => {
  const fastify = (status: number, code: string, error: string, message: string): readonly [number, readonly string[], string] => [
    status,
    [JSON_TYPE, 'Keep-Alive: timeout=72'],
    JSON.stringify({ statusCode: status, code, error, message }),
  ];
  it.each<readonly [verdict: string, answer: readonly [number, readonly string[], string]]>([
    ['fastify origin connection_refused', fastify(500, 'FST_REPLY_FROM_INTERNAL_SERVER_ERROR', PHRASE, 'connect ECONNREFUSED 127.0.0.1:9')],
    ['fastify link dns_error', fastify(503, 'FST_REPLY_FROM_SERVICE_UNAVAILABLE', 'Service Unavailable', 'Service Unavailable')],
    ['fastify origin connection_terminated', fastify(500, 'UND_ERR_SOCKET', PHRASE, 'Undici Socket Error')],
    [
      'fastify origin http_protocol_error',
      fastify(500, 'FST_REPLY_FROM_INTERNAL_SERVER_ERROR', PHRASE, 'Response does not match the HTTP/1.1 protocol'),
    ],
    ['fastify origin http_response_timeout', fastify(504, 'FST_REPLY_FROM_GATEWAY_TIMEOUT', 'Gateway Timeout', 'Gateway Timeout')],
    [
      'http-proxy-middleware origin connection_refused',
      [504, ['X-Powered-By: Express', ...NODE], 'Error occurred while trying to proxy: 127.0.0.1:3000/api'],
    ],
    [
      'webpack-dev-server origin connection_refused',
      [
        504,
        ['X-Powered-By: Express', 'Cross-Origin-Resource-Policy: same-origin', ...NODE],
        'Error occurred while trying to proxy: 127.0.0.1:3000/api',
      ],
    ],
    ['vite origin connection_refused', [502, ['Vary: Origin', 'Content-Type: text/plain', ...NODE], '']],
  ])('names what failed behind it: %s', (verdict, answer) => {
    const d = ask(...answer);
    expect(`${d.issuer.id} ${d.failed.role} ${d.fault.type}`).toBe(verdict);
  });
});
