import { describe, expect, it } from 'vitest';
import { exchangeFromHar, type HarEntry, headerFields } from '../../diagnosis/exchange';

const entry = (response: object, extra: object = {}) => ({
  startedDateTime: '2026-11-22T12:22:15.000Z',
  request: { method: 'get', url: 'https://API.example.com:8443/a/b?c=1', headers: [] },
  response: { status: 502, headers: [], ...response },
  ...extra,
});

describe('exchangeFromHar', () => {
  it('normalises names, host, method and protocol', () => {
    const e = exchangeFromHar(
      entry({ headers: [{ name: 'Server', value: ' nginx ' }], httpVersion: 'HTTP/2.0' }, { serverIPAddress: '[::1]' }),
      '',
    );
    expect(e).toMatchObject({
      method: 'GET',
      host: 'api.example.com:8443',
      path: '/a/b',
      httpVersion: 'h2',
      serverAddress: '::1',
      body: '',
      responseHeaders: [{ name: 'server', value: 'nginx' }],
    });
  });
  it('splits what Chrome joined with a newline, and unfolds obs-fold (RFC 9112 section 5.2)', () => {
    expect(headerFields([{ name: 'Via', value: '1.1 a\n1.1 b' }])).toEqual([
      { name: 'via', value: '1.1 a' },
      { name: 'via', value: '1.1 b' },
    ]);
    expect(headerFields([{ name: 'X-A', value: 'one\r\n two' }])).toEqual([{ name: 'x-a', value: 'one  two' }]);
  });
  it('knows what a service worker answered, by the mark that Chrome sets', () => {
    expect(exchangeFromHar(entry({ _fetchedViaServiceWorker: true }), null).fromServiceWorker).toBe(true);
    expect(exchangeFromHar(entry({ _fetchedViaServiceWorker: false }), null).fromServiceWorker).toBe(false);
  });
  it('keeps "not exposed" apart from "empty"', () => {
    expect(exchangeFromHar(entry({}), null).body).toBeNull();
    expect(exchangeFromHar(entry({}), '').body).toBe('');
  });
  it('does not take Chrome’s own error page for the server’s body', () => {
    expect(
      exchangeFromHar(entry({ content: { size: 0 } }, { _error: 'net::ERR_HTTP_RESPONSE_CODE_FAILURE' }), '<html>'.repeat(9)).body,
    ).toBe('');
  });
  it('takes the empty text of a failed script as "not exposed"', () => {
    expect(exchangeFromHar(entry({}, { _resourceType: 'script' }), '').body).toBeNull();
    expect(exchangeFromHar(entry({ headers: [{ name: 'content-length', value: '0' }] }, { _resourceType: 'script' }), '').body).toBe('');
  });
  it('reads a status that is a string', () => expect(exchangeFromHar(entry({ status: '503' }), null).status).toBe(503));
  it.each([null, undefined, 1, 'x', [], { response: null, request: [] }])('takes %j for an entry', (bad) => {
    expect(exchangeFromHar(bad as HarEntry, null)).toMatchObject({ method: 'GET', status: 0, host: '', body: null });
  });
  it('keeps head and tail of a long body', () => {
    const e = exchangeFromHar(entry({}), `HEAD${'x'.repeat(200_000)}TAIL`);
    expect(e.bodyCut).toBe(true);
    expect(e.body?.length).toBeLessThan(66_000);
    expect(e.body).toMatch(/^HEAD[\s\S]*TAIL$/);
  });
  it('knows a response that CORS hides from the page', () => {
    const request = { method: 'GET', url: 'https://api.example.com/', headers: [{ name: 'Origin', value: 'https://www.example.com' }] };
    expect(exchangeFromHar({ ...entry({ headers: [{ name: 'server', value: 'x' }] }), request }, null).corsBlocked).toBe(true);
    expect(
      exchangeFromHar({ ...entry({ headers: [{ name: 'Access-Control-Allow-Origin', value: '*' }] }), request }, null).corsBlocked,
    ).toBe(false);
    expect(
      exchangeFromHar(
        {
          ...entry({ headers: [{ name: 'server', value: 'x' }] }),
          request: { ...request, headers: [...request.headers, { name: 'sec-fetch-mode', value: 'no-cors' }] },
        },
        null,
      ).corsBlocked,
    ).toBe(false);
  });
  it('infers a preflight where the browser gives no type', () => {
    const request = { method: 'OPTIONS', url: 'https://a.example/', headers: [{ name: 'Access-Control-Request-Method', value: 'PUT' }] };
    expect(exchangeFromHar({ ...entry({}), request }, null).resourceType).toBe('preflight');
  });
});
