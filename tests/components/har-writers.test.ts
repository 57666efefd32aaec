import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../components/content';
import { createHarScanner } from '../../components/har';
import { type Exchange, exchangeFromHar, type HarEntry } from '../../diagnosis';

/** The exchanges of a HAR, as they are made of a file. */
function read(log: object): Exchange[] {
  const out: Exchange[] = [];
  createHarScanner({ entry: (e) => void out.push(exchangeFromHar(e, bodyOf(e))), page: () => undefined }).push(JSON.stringify({ log }));
  return out;
}
const base64 = (text: string) => Buffer.from(text).toString('base64');
const request = (more: object = {}) => ({
  method: 'GET',
  url: 'https://shop.example.com/cart?x=1',
  httpVersion: 'HTTP/1.1',
  headers: [{ name: 'Host', value: 'shop.example.com' }],
  queryString: [{ name: 'x', value: '1' }],
  cookies: [],
  headersSize: -1,
  bodySize: 0,
  ...more,
});
const response = (content: object, more: object = {}) => ({
  status: 502,
  statusText: 'Bad Gateway',
  httpVersion: 'HTTP/1.1',
  headers: [{ name: 'Server', value: 'nginx' }],
  cookies: [],
  content,
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
  ...more,
});
const at = Date.parse('2026-11-22T12:22:15.123Z');

/** How each program writes the same failure: what differs is its own. */
const writers: Readonly<Record<string, HarEntry>> = {
  'Chrome, with its own fields': {
    _initiator: { type: 'script', stack: { callFrames: [{ url: 'https://shop.example.com/app.js', lineNumber: 9 }] } },
    _priority: 'High',
    _resourceType: 'fetch',
    startedDateTime: '2026-11-22T12:22:15.123Z',
    time: 40.5,
    request: request({ httpVersion: 'http/2.0', headers: [{ name: ':method', value: 'GET' }] }),
    response: response({ size: 3, mimeType: 'text/html', text: 'bad' }, { httpVersion: 'http/2.0', _transferSize: 99, _error: null }),
    timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0, wait: 38, receive: 1, _blocked_queueing: 1 },
    serverIPAddress: '[::1]',
  },
  'Chrome, a body in base64': {
    startedDateTime: '2026-11-22T12:22:15.123Z',
    time: 40.5,
    request: request(),
    response: response({ size: 3, mimeType: 'application/octet-stream', text: base64('bad'), encoding: 'base64' }),
    timings: { wait: 38 },
  },
  'Firefox, sizes of -1': {
    pageref: 'page_2',
    startedDateTime: '2026-11-22T13:22:15.123+01:00',
    time: 40.5,
    _securityState: 'secure',
    request: request({ httpVersion: 'HTTP/2' }),
    response: response({ size: -1, mimeType: 'text/html', text: 'bad' }, { httpVersion: 'HTTP/2' }),
    timings: { blocked: -1, dns: 0, connect: 0, ssl: 0, send: 0, wait: 38, receive: 0 },
  },
  Safari: {
    pageref: 'page_0',
    startedDateTime: '2026-11-22T12:22:15.123Z',
    time: 40.5,
    _fetchType: 'Network Load',
    _priority: 'high',
    request: request({ httpVersion: '' }),
    response: response({ size: 3, compression: -9, mimeType: 'text/html', text: 'bad' }, { httpVersion: '', _transferSize: 12 }),
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 38, receive: 2 },
  },
  'Charles, local time': {
    startedDateTime: '2026-11-22T07:22:15.123-05:00',
    time: 40,
    request: request({ queryString: undefined }),
    response: response({ size: 3, mimeType: 'text/html', text: base64('bad'), encoding: 'base64' }, { _charlesStatus: 'COMPLETE' }),
    timings: { send: 0, wait: 38, receive: 2 },
    _charlesStatus: 'COMPLETE',
  },
  'Fiddler, seven digits of a second': {
    startedDateTime: '2026-11-22T12:22:15.1234567+00:00',
    time: 40,
    connection: 'ClientPort:51234;EgressPort:51235',
    comment: '[#12]',
    request: request(),
    response: response({ size: 3, compression: 0, mimeType: 'text/html', text: 'bad' }),
    timings: { blocked: -1, dns: 0, connect: 0, ssl: 0, send: 0, wait: 38, receive: 0 },
  },
  'Playwright, numbers and sizes of -1': {
    startedDateTime: '2026-11-22T12:22:15.123Z',
    time: 40.123,
    _frameref: 'frame@1',
    _monotonicTime: 123.4,
    request: request(),
    response: response({ size: -1, mimeType: 'text/html', text: 'bad' }, { _transferSize: -1 }),
    timings: { send: -1, wait: 38, receive: 1 },
    serverIPAddress: '192.0.2.1',
    _serverPort: 443,
  },
};

describe('a HAR', () => {
  it.each(Object.entries(writers))('of %s is read', (_, entry) => {
    const [e, ...others] = read({ entries: [entry] });
    expect(others).toEqual([]);
    expect(e).toMatchObject({ method: 'GET', host: 'shop.example.com', path: '/cart', status: 502, body: 'bad', startedAt: at });
    expect(e?.responseHeaders).toEqual([{ name: 'server', value: 'nginx' }]);
    expect(e?.timings.wait).toBe(38);
    expect(Object.values(e?.timings ?? {}).every((ms) => ms === null || ms >= 0)).toBe(true);
  });

  it.each([
    ['a body that lies in a file of its own (Playwright)', response({ size: 9, mimeType: 'text/html', _file: 'a1.html' })],
    ['a body that was not recorded', response({ size: 0, mimeType: 'x-unknown' })],
    ['no content', response({}, { content: undefined })],
    ['content that is null', response({}, { content: null })],
    ['base64 that is none', response({ text: '***', encoding: 'base64' })],
  ])('with %s has no body, which is not an empty one', (_, given) =>
    expect(read({ entries: [{ request: request(), response: given }] })[0]?.body).toBeNull(),
  );

  it('keeps an empty body apart', () => {
    expect(read({ entries: [{ request: request(), response: response({ size: 0, text: '' }) }] })[0]?.body).toBe('');
  });

  it('of entries with next to nothing is read', () => {
    const none = [{}, { request: null, response: null }, { response: 7 }, { request: { url: 5 } }, { response: { status: -1 } }];
    expect(read({ entries: none }).map((e) => e.status)).toEqual([0, 0, 0, 0, 0]);
  });
});
