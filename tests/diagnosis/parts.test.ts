import { describe, expect, it } from 'vitest';
import { exchangeFromHar } from '../../diagnosis/exchange';
import { fillSteps } from '../../diagnosis/fill';
import { createHistory, MAX_HOSTS, MAX_ROUTES, medianWait } from '../../diagnosis/history';
import { decodeId } from '../../diagnosis/ids';
import { indexMarks } from '../../diagnosis/marks';
import { matches, subjectOf } from '../../diagnosis/match';
import { quotePosix } from '../../diagnosis/quote';
import { scopeOf } from '../../diagnosis/scope';
import { proxyStatus } from '../../diagnosis/standards';
import type { Exchange, Vendor } from '../../diagnosis/types';
import { hedge } from '../../diagnosis/words';

interface Options {
  readonly url?: string;
  readonly method?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
  readonly at?: string;
  readonly wait?: number;
}
const make = (o: Options = {}): Exchange =>
  exchangeFromHar(
    {
      startedDateTime: o.at ?? '2026-11-22T12:22:15Z',
      time: o.wait ?? 10,
      timings: { wait: o.wait ?? 10 },
      request: { method: o.method ?? 'GET', url: o.url ?? 'https://api.example.com/api/cart', headers: [] },
      response: { status: o.status ?? 502, headers: Object.entries(o.headers ?? {}).map(([name, value]) => ({ name, value })) },
    },
    o.body === undefined ? '' : o.body,
  );

describe('a condition', () => {
  const e = make({
    headers: { Server: 'nginx/1.22.1', 'Content-Length': '559' },
    body: '<h1>502  Bad\n Gateway</h1>&#32;Reference&#32;&#35;18',
  });
  it.each([
    [{ header: 'server', starts: 'NGINX' }, true],
    [{ header: 'server', is: 'nginx' }, false],
    [{ header: 'server', matches: /\/1\.\d+/ }, true],
    [{ absent: 'date' }, true],
    [{ body: '502 bad gateway' }, true],
    [{ body: 'Reference #18' }, true],
    [{ length: [150, 559] }, false],
    [{ host: '.example.com' }, true],
    [{ host: '.ample.com' }, false],
    [{ path: '/' }, true],
    [{ path: '/apis/' }, false],
    [{ all: [{ status: 502 }, { not: { header: 'via' } }] }, true],
    [{ any: [{ status: 500 }, { method: 'POST' }] }, false],
  ] as const)('%j', (m, holds) => expect(matches(m, e)).toBe(holds));
  it('takes nothing from the absence of headers in a capture that shows none', () => {
    expect(matches({ absent: 'date' }, make({ headers: {} }))).toBe(false);
  });
  it('takes a length for a body only where none is to be seen', () => {
    const headers = { 'content-length': '559' };
    expect(matches({ length: [559] }, make({ headers, body: null }))).toBe(true);
    expect(matches({ length: [559] }, make({ headers, body: '' }))).toBe(true);
    expect(matches({ length: [559] }, make({ headers, body: 'x'.repeat(559) }))).toBe(false);
  });
  it('reads members of a JSON body', () => {
    const json = make({ body: '{"error":{"code":"500"},"list":[1]}' });
    expect(matches({ json: 'error.code', is: '500' }, json)).toBe(true);
    expect(matches({ json: 'error.nothing' }, json)).toBe(false);
    expect(matches({ json: '__proto__' }, json)).toBe(false);
  });
  it('does not take a HEAD for an empty body', () => {
    expect(matches({ bodyEmpty: true }, make({ method: 'HEAD' }))).toBe(false);
    expect(matches({ bodyEmpty: true }, make({ headers: { date: 'x', 'content-length': '0' }, body: null }))).toBe(true);
  });
});

describe('the index of marks', () => {
  const cited = { source: 'https://example.com/', verified: '2026-11-22' };
  const vendor: Vendor = {
    id: 'acme',
    name: 'Acme',
    kind: 'proxy',
    depth: 4,
    onPath: [{ ...cited, when: { header: 'x-acme' }, says: 'a' }],
    issued: [
      { ...cited, when: { body: 'word' }, strength: 'strong', says: 'b' },
      { ...cited, when: { any: [{ body: 'says the acme gateway to you' }, { header: 'x-acme-error' }] }, strength: 'strong', says: 'c' },
      { ...cited, when: { json: 'acme.code' }, strength: 'strong', says: 'd' },
      { ...cited, when: { status: 599 }, strength: 'strong', says: 'e' },
    ],
    codes: [],
    timeouts: [],
    ids: [],
    steps: [],
  };
  const index = indexMarks([vendor]);
  const said = (o: Options): string =>
    index
      .collect(subjectOf(make(o)))
      .map((h) => h.mark.says)
      .join('');
  it('finds what trying every mark would find', () => {
    expect(said({ headers: { 'x-acme': '1' } })).toBe('a');
    expect(said({ body: 'foreword' })).toBe('b');
    expect(said({ body: 'So says the  Acme gateway to you.' })).toBe('c');
    expect(said({ headers: { 'X-Acme-Error': '1' } })).toBe('c');
    expect(said({ body: '{"acme":{"code":1}}' })).toBe('d');
    expect(said({ status: 599, headers: { 'x-acme': '1' } })).toBe('ae');
    expect(said({ body: 'nothing' })).toBe('');
  });
  it('quotes the header that the sentence names, whichever part of the condition was found first', () => {
    const mark = {
      ...cited,
      when: { all: [{ header: 'x-first' }, { header: 'server' }] },
      strength: 'strong',
      says: '`server: {value}` with another',
    } as const;
    const [hit] = indexMarks([{ ...vendor, issued: [mark] }]).collect(subjectOf(make({ headers: { 'x-first': '1', server: 'acme' } })));
    expect(hit?.found).toBe('acme');
  });
});

describe('two proxies that each name themselves in `server`', () => {
  const server = (...values: readonly string[]) =>
    subjectOf(
      exchangeFromHar({ response: { status: 502, headers: values.map((value) => ({ name: 'Server', value })) } }, null),
    ).headers.get('server');
  it.each([
    [
      ['Caddy', 'nginx/1.22.1'],
      ['Caddy', 'nginx/1.22.1'],
    ],
    [['Caddy, nginx/1.22.1'], ['Caddy', 'nginx/1.22.1']],
    [['Apache/2.4.71 (Debian, patched) OpenSSL/3.0.22, gunicorn'], ['Apache/2.4.71 (Debian, patched) OpenSSL/3.0.22', 'gunicorn']],
  ] as const)('%j are %j, joined or not', (sent, are) => expect(server(...sent)).toEqual(are));
});

describe('history', () => {
  it('profiles healthy responses only, by route first', () => {
    const h = createHistory();
    expect(h.profileOf(make())).toBeNull();
    h.record(make({ status: 200, headers: { 'x-request-id': '1' }, wait: 30 }));
    h.record(make({ status: 200, headers: { 'x-request-id': '2' }, wait: 10 }));
    h.record(make({ status: 500 }));
    h.record(make({ status: 404 }));
    expect(h.profileOf(make())).toMatchObject({ of: 'route', profile: { count: 2, headers: { 'x-request-id': 2 } } });
    expect(h.profileOf(make({ url: 'https://api.example.com/other' }))?.of).toBe('host');
    expect(medianWait(h.profileOf(make())?.profile ?? { count: 0, headers: {}, servers: {}, types: {}, waits: [], last: 0 })).toBe(30);
    expect(h.traffic(make()).host.requests).toBe(4);
  });
  it('has a new version with each of the first healthy responses, then seldom', () => {
    const h = createHistory();
    const versions = new Set([h.version(make())]);
    const seen = Array.from({ length: 1000 }, () => {
      h.record(make({ status: 200 }));
      h.record(make({ status: 500 }));
      return versions.add(h.version(make())).size;
    });
    expect(seen.slice(0, 8)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(seen.at(-1)).toBe(15);
    expect(h.version(make({ url: 'https://api.example.com/other' }))).not.toBe(h.version(make()));
    expect(h.version(make({ url: 'https://other.example/' }))).toBe(0);
  });
  it('stays within its bounds', () => {
    const h = createHistory();
    for (let i = 0; i < MAX_HOSTS + 10; i++) h.record(make({ url: `https://h${i}.example/`, status: 200 }));
    expect(h.profileOf(make({ url: 'https://h0.example/' }))).toBeNull();
    expect(h.profileOf(make({ url: `https://h${MAX_HOSTS + 9}.example/` }))).not.toBeNull();
    for (let i = 0; i < MAX_ROUTES + 10; i++) h.record(make({ url: `https://one.example/${i}/x`, status: 200 }));
    expect(h.profileOf(make({ url: 'https://one.example/0/x' }))?.of).toBe('host');
  });
  it('takes a header called constructor', () => {
    const h = createHistory();
    h.record(make({ status: 200, headers: { constructor: 'x', __proto__: 'y' } }));
    expect(h.profileOf(make())?.profile.headers['constructor']).toBe(1);
  });
});

describe('steps', () => {
  const e = make({ url: "https://api.example.com/it's;rm", headers: { 'cf-ray': '8e695a03eed4f9fd-SJC' } });
  it('carry this request’s own values, quoted for the shell', () => {
    expect(fillSteps([{ text: 'Search for `{cf-ray}`', command: 'grep {path} /var/log/x' }], e, null)).toEqual([
      { text: 'Search for `8e695a03eed4f9fd-SJC`', command: `grep ${quotePosix("/it's;rm")} /var/log/x` },
    ]);
  });
  it('are dropped when a value is missing', () => expect(fillSteps([{ text: 'Look up {x-amz-cf-id}' }], e, null)).toEqual([]));
  it('are dropped when a value would end the quotes of the command', () => {
    expect(fillSteps([{ text: 'a', command: "logs --filter 'path {path}'" }], e, null)).toEqual([]);
    expect(fillSteps([{ text: 'a', command: "logs --filter 'ray {cf-ray}'" }], e, null)).toHaveLength(1);
  });
  it('name the host without its port where a tool wants a name', () => {
    const port = make({ url: 'https://api.example.com:8443/x' });
    expect(fillSteps([{ text: 'a', command: 'dig +short {hostname} # {host}' }], port, null)[0]?.command).toBe(
      'dig +short api.example.com # api.example.com:8443',
    );
  });
  it('leave other braces alone', () =>
    expect(fillSteps([{ text: 'a', command: "jq '{status}' {host}" }], e, null)[0]?.command).toBe("jq '502' api.example.com"));
});

describe('ids', () => {
  it.each([
    ['cf-ray', '8e695a03eed4f9fd-SJC', 'data centre SJC'],
    ['amzn-trace', 'Root=1-65f1a2b3-0123456789abcdef01234567', 'made 2024-03-13T12:57:23Z'],
    ['vercel-id', 'fra1::iad1::abc12-1719464449663-222b593a5bd6', 'regions fra1 → iad1, made 2024-06-27T05:00:49Z'],
    ['ulid', '01ARZ3NDEKTSV4RRFFQ69G5FAV', 'made 2016-07-30T23:54:10Z'],
    ['uuid7', '01890a5d-ac96-774b-bcce-b302099a8057', 'made 2023-06-30T03:34:18Z'],
    ['cf-pop', 'FRA56-P11', 'edge location FRA'],
    ['azure-ref', '20260712T122117Z-15b7847f57b6glgshC1CYSgts4', 'made 2026-07-12T12:21:17Z'],
  ] as const)('%s is decoded', (how, value, said) => expect(decodeId(value, how)).toBe(said));
  it('of another form say nothing', () => expect(decodeId('nonsense', 'vercel-id')).toBeUndefined());
});

describe('proxy-status', () => {
  const report = (value: string) => proxyStatus(subjectOf(make({ headers: { 'proxy-status': value } })), []);
  it('is read as RFC 9209 writes it, the hop nearest to the origin first', () => {
    expect(report('r34.example.net; error=http_request_error, ExampleCDN')).toMatchObject({
      name: 'r34.example.net',
      error: 'http_request_error',
    });
    expect(report('ExampleCDN; received-status=502')).toMatchObject({ error: null, received: 502 });
  });
  it('is read in the older order, the type first', () =>
    expect(report('http_request_error; e_proxy="HTTP_PROXY_1"')).toMatchObject({ name: 'HTTP_PROXY_1', error: 'http_request_error' }));
  it('is kept and not guessed at when it does not parse', () =>
    expect(report('Fastly Proxy; error=x')).toMatchObject({ error: null, name: '' }));
});

describe('scope', () => {
  /** One response a second: `/api/cart 502`, `POST /x 200`. */
  const recorded = (...answers: readonly string[]) => {
    const h = createHistory();
    const all = answers.map((answer, i) => {
      const [status = '', path = '', method = 'GET'] = answer.split(' ').reverse();
      return make({ status: Number(status), method, url: `https://api.example.com${path}`, at: `2026-11-22T12:22:${10 + i}Z` });
    });
    for (const e of all) h.record(e);
    const failures = all.filter((e) => e.status >= 500);
    return scopeOf(failures[0] as Exchange, failures, h);
  };

  it('says how many, and where', () => {
    expect(recorded('POST /api/cart 502', '/other 200', 'POST /api/cart 502', 'POST /api/pay 503').sentences).toEqual([
      '3 of 4 requests to this host failed, between 12:22:10 UTC and 12:22:13 UTC',
      'Of this very path: 2 of 2',
      'All of them on `/api`',
      'All of them were POST',
      'Statuses: 502, 503',
    ]);
  });
  it('says nothing of a host that it does not know', () => {
    expect(scopeOf(make(), [], createHistory())).toEqual({ sentences: [], points: null });
    expect(recorded('/api 502')).toEqual({ sentences: ['1 of 1 request to this host failed, at 12:22:10 UTC'], points: null });
  });
  it.each([
    [['/a 502', '/a 200'], 'It came once, and this path is healthy again'],
    [['/a 200', '/a 502', '/a 502', '/a 200'], 'It is over, and lasted at most 2 s'],
    [['/a 200', '/a 502', '/a 200', '/a 502', '/a 200'], 'This path failed 2 of 5 times, now and then'],
    [['/a 502', '/a 200', '/a 502'], 'This path failed 2 of 3 times, now and then'],
    [['/a 200', '/a 502', '/a 502'], 'This path worked until 12:22:10 UTC'],
    [['/a 502', '/b 200', '/a 502'], 'Only this route fails; 1 response of this host was healthy'],
    [['/a 502', '/b 502', '/c 502'], 'All 3 requests failed, on 3 routes'],
    // Another path's health is none of this one's: neither over, nor now and then.
    [['/a/1 502', '/b 200'], null],
    [['/a/1 502', '/b 200', '/c 502', '/b 200'], null],
  ] as const)('%j points to: %s', (answers, points) => {
    const said = recorded(...answers).points;
    if (points === null) expect(said).toBeNull();
    else expect(said).toContain(points);
  });
});

describe('a hedged verdict', () => {
  it.each([
    ['nginx answered for your app.', 'likely', 'nginx most likely answered for your app.'],
    ['nginx answered for your app.', 'possible', 'nginx may have answered for your app.'],
    ['nginx gave up after 60 s.', 'possible', 'nginx may have given up after 60 s.'],
    ['nginx answered.', 'certain', 'nginx answered.'],
    ['Envoy turned it away: its service failed.', 'likely', 'Envoy most likely turned it away: its service failed.'],
  ] as const)('%s (%s)', (sentence, confidence, said) => expect(hedge(sentence, confidence)).toBe(said));
});
