import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecorder, MAX_BODY_BYTES, MAX_FAILURES, MAX_KEPT_BYTES } from '../../components/recorder';
import { isLetGo, weigh } from '../../components/weight';
import { exchangeFromHar } from '../../diagnosis/exchange';

const entry = (status: unknown, url = 'https://api.example.com/a', size = 3) => ({
  startedDateTime: '2026-11-22T12:22:15.000Z',
  request: { method: 'GET', url, headers: [] },
  response: { status, headers: [{ name: 'server', value: 'nginx' }], content: { size } },
});
const body = (text: string | null) => () => Promise.resolve(text);

describe('the recorder', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('keeps responses from 500 to 599 and counts all', () => {
    const r = createRecorder();
    for (const status of [200, 499, 500, 599, 600, '503', null]) r.finished(entry(status), body(''));
    expect(r.failures().map((f) => f.exchange.status)).toEqual([500, 599, 503]);
    expect(r.requests()).toBe(7);
    expect(r.history.traffic(exchangeFromHar(entry(200), null)).host.requests).toBe(7);
  });

  it('reads a body only of what failed, at once, and adds it when it comes', async () => {
    const r = createRecorder();
    const read = vi.fn(body('<h1>502</h1>'));
    r.finished(entry(200), read);
    expect(read).not.toHaveBeenCalled();
    r.finished(entry(502), read);
    expect(read).toHaveBeenCalledOnce();
    expect(r.failures()[0]?.exchange.body).toBeNull();
    await vi.advanceTimersByTimeAsync(0);
    expect(r.failures()[0]?.exchange.body).toBe('<h1>502</h1>');
  });

  it('tells a failed preflight what started it, whenever its body comes', async () => {
    const r = createRecorder();
    const asks = {
      ...entry(502),
      _resourceType: 'preflight',
      _initiator: { type: 'preflight', url: 'https://api.example.com/a' },
      request: { method: 'OPTIONS', url: 'https://api.example.com/a', headers: [{ name: 'access-control-request-method', value: 'PUT' }] },
    };
    r.finished(asks, body('late'));
    r.finished(
      {
        ...entry(0),
        _initiator: { type: 'script', url: 'https://app.example.com/app.js', lineNumber: 11 },
        request: { method: 'PUT', url: 'https://api.example.com/a', headers: [] },
      },
      body(null),
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(r.failures()).toHaveLength(1);
    expect(r.failures()[0]?.exchange).toMatchObject({ initiator: { url: 'https://app.example.com/app.js', line: 12 }, body: 'late' });
  });

  describe('what CORS blocks, told before its status is known', () => {
    const early = { ...entry(0), response: { status: 0, headers: [], content: { size: 0 }, _error: 'net::ERR_FAILED' } };
    const whole = { ...entry(502), response: { ...entry(502).response, _error: 'net::ERR_FAILED' } };
    const other = { ...entry(503, 'https://api.example.com/b') };

    it('is listed once the browser’s log has its status, and counted once', async () => {
      const log = vi.fn(async () => [other, whole]);
      const r = createRecorder(log);
      r.finished(entry(200), body(''));
      r.finished(early, body(null));
      r.navigated('https://shop.example.com/next');
      await vi.advanceTimersByTimeAsync(1000);
      expect(r.failures()).toMatchObject([{ exchange: { status: 502, url: 'https://api.example.com/a', body: null }, page: 0 }]);
      expect(r.requests()).toBe(2);
      expect(r.history.traffic(exchangeFromHar(whole, null)).path).toMatchObject({ requests: 2, healthy: 1 });
      expect(log).toHaveBeenCalledOnce();
    });

    it('is not looked for when its preflight failed, or when it was not sent for another reason', async () => {
      const log = vi.fn(async () => []);
      const r = createRecorder(log);
      r.finished({ ...early, response: { ...early.response, _error: 'net::ERR_CONNECTION_REFUSED' } }, body(null));
      const method = { name: 'access-control-request-method', value: 'PUT' };
      r.finished(
        { ...entry(502), _resourceType: 'preflight', request: { method: 'OPTIONS', url: 'https://api.example.com/a', headers: [method] } },
        body(null),
      );
      const main = { method: 'PUT', url: 'https://api.example.com/a', headers: [] };
      r.finished({ ...early, _initiator: { type: 'script', url: 'https://app.example.com/app.js' }, request: main }, body(null));
      await vi.advanceTimersByTimeAsync(100_000);
      expect(log).not.toHaveBeenCalled();
      expect(r.failures()).toHaveLength(1);
    });

    it('stays away when it was cleared away meanwhile', async () => {
      const r = createRecorder(async () => [whole]);
      r.finished(early, body(null));
      r.clear();
      await vi.advanceTimersByTimeAsync(1000);
      expect(r.failures()).toEqual([]);
    });

    it('is looked for less and less often when the log never knows more, or cannot be read', async () => {
      const log = vi.fn(() => Promise.reject(new Error('cut off')));
      const r = createRecorder(log);
      for (let second = 0; second < 600; second++) {
        r.finished({ ...early, startedDateTime: new Date(second * 1000).toISOString() }, body(null));
        await vi.advanceTimersByTimeAsync(1000);
      }
      expect(log.mock.calls.length).toBeGreaterThan(10);
      expect(log.mock.calls.length).toBeLessThan(25);
      expect(r.history.traffic(exchangeFromHar(early, null)).host.requests).toBeGreaterThan(500);
    });
  });

  it('does not read a body of more than 2 MB', () => {
    const r = createRecorder();
    const read = vi.fn(body(''));
    r.finished(entry(502, undefined, MAX_BODY_BYTES + 1), read);
    expect(read).not.toHaveBeenCalled();
    expect(r.failures()).toHaveLength(1);
  });

  it('keeps the failure when its body fails or never comes', async () => {
    const r = createRecorder();
    r.finished(entry(502), () => Promise.reject(new Error('gone')));
    r.finished(entry(503), () => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(r.failures().map((f) => f.exchange.body)).toEqual([null, null]);
  });

  it('gives a late body to its own failure, or to none when that was cleared', async () => {
    const r = createRecorder();
    let answer: (text: string) => void = () => undefined;
    r.finished(entry(502), () => new Promise((resolve) => (answer = resolve)));
    r.clear();
    r.finished(entry(503), body(null));
    answer('late');
    await vi.advanceTimersByTimeAsync(0);
    expect(r.failures().map((f) => f.exchange.body)).toEqual([null]);
  });

  it('drops the oldest past its bound and says how many', () => {
    const r = createRecorder();
    for (let i = 0; i < MAX_FAILURES + 3; i++) r.finished(entry(500, `https://a.example/${i}`), body(null));
    expect(r.failures()).toHaveLength(MAX_FAILURES);
    expect(r.failures()[0]?.exchange.path).toBe('/3');
    expect(r.dropped()).toBe(3);
  });

  it('keeps no more than its memory: the oldest bodies go first, their beginning and end stay', async () => {
    const r = createRecorder();
    const long = `HEAD${'…'.repeat(60_000)}TAIL`;
    const count = Math.ceil(MAX_KEPT_BYTES / (2 * long.length)) + 100;
    for (let i = 0; i < count; i++) r.finished(entry(502, `https://a.example/${i}`), body(long));
    await vi.advanceTimersByTimeAsync(0);
    const kept = r.failures().map((f) => f.exchange);
    expect([kept.length, r.dropped()]).toEqual([count, 0]);
    expect(kept.reduce((sum, e) => sum + weigh(e), 0)).toBeLessThanOrEqual(MAX_KEPT_BYTES);
    const letGo = kept.filter(isLetGo).length;
    expect(kept.map(isLetGo)).toEqual(kept.map((_, i) => i < letGo));
    expect(letGo).toBeLessThan(200);
    expect(kept[0]?.body).toMatch(/^HEAD[\s\S]{1000,3000}TAIL$/);
    expect(kept.at(-1)?.body).toBe(long);
  });

  it('lets a body go that comes when the bodies around it have gone', async () => {
    const r = createRecorder();
    const long = 'x'.repeat(60_000);
    let answer: (text: string) => void = () => undefined;
    r.finished(entry(502), () => new Promise((resolve) => (answer = resolve)));
    for (let i = 0; i * long.length < MAX_KEPT_BYTES; i++) r.finished(entry(502), body(long));
    await vi.advanceTimersByTimeAsync(0);
    answer(long);
    await vi.advanceTimersByTimeAsync(0);
    expect(
      r
        .failures()
        .slice(0, 2)
        .map((f) => isLetGo(f.exchange)),
    ).toEqual([true, true]);
  });

  it('drops the oldest failures when their headers alone are too much', () => {
    const r = createRecorder();
    const headers = Array.from({ length: 60 }, (_, i) => ({ name: `x-${i}`, value: 'h'.repeat(8000) }));
    const big = { ...entry(502), response: { status: 502, headers, content: { size: 0 } } };
    for (let i = 0; i < 200; i++) r.finished(big, body(null));
    expect(r.dropped()).toBeGreaterThan(50);
    expect(r.failures().length + r.dropped()).toBe(200);
    expect(r.failures().reduce((sum, f) => sum + weigh(f.exchange), 0)).toBeLessThanOrEqual(MAX_KEPT_BYTES);
  });

  it('forgets what it weighed when it is cleared', async () => {
    const r = createRecorder();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 600; i++) r.finished(entry(502), body('x'.repeat(60_000)));
      await vi.advanceTimersByTimeAsync(0);
      expect(r.failures().filter((f) => isLetGo(f.exchange))).toEqual([]);
      r.clear();
    }
  });

  it('takes entries of any shape', () => {
    const r = createRecorder();
    for (const bad of [null, undefined, 7, {}, { response: null }, { response: { status: {} } }]) r.finished(bad as never, body(null));
    expect(r.failures()).toEqual([]);
  });

  it('preserves its log over a navigation unless told otherwise', () => {
    const r = createRecorder();
    r.finished(entry(500), body(null));
    r.navigated('https://example.com/2');
    r.finished(entry(502), body(null));
    expect(r.failures().map((f) => f.page)).toEqual([0, 1]);
    r.setPreserveLog(false);
    r.navigated('https://example.com/3');
    expect(r.failures()).toEqual([]);
    expect(r.navigations().at(-1)?.url).toBe('https://example.com/3');
  });

  it('gives a page that has loaded whole before it is told of what began since, and keeps that', () => {
    const began = Date.parse('2026-11-22T12:22:20.000Z');
    const during = (status: number, second: number) => ({ ...entry(status), startedDateTime: `2026-11-22T12:22:${second}.000Z` });
    for (const preserved of [true, false]) {
      const r = createRecorder();
      r.setPreserveLog(preserved);
      r.finished(entry(500), body('old'));
      r.finished(during(502, 21), body('new'));
      r.finished(during(200, 22), body(null));
      // It began on the page before and was told late.
      r.finished(during(503, 19), body(null));
      r.navigated('https://example.com/2', began);
      const kept = r.failures().map((f) => [f.exchange.status, f.page]);
      expect(kept).toEqual(
        preserved
          ? [
              [500, 0],
              [502, 1],
              [503, 0],
            ]
          : [
              [502, 1],
              [503, 0],
            ],
      );
      expect(r.requests()).toBe(preserved ? 4 : 2);
    }
  });

  it('puts the body of a failure where it belongs after a navigation that kept it', async () => {
    const r = createRecorder();
    r.setPreserveLog(false);
    r.finished(entry(500), body('old'));
    let read: (text: string) => void = () => undefined;
    r.finished({ ...entry(502), startedDateTime: '2026-11-22T12:22:21.000Z' }, () => new Promise((resolve) => (read = resolve)));
    r.navigated('https://example.com/2', Date.parse('2026-11-22T12:22:20.000Z'));
    read('new');
    await vi.advanceTimersByTimeAsync(0);
    expect(r.failures().map((f) => [f.exchange.status, f.exchange.body, f.page])).toEqual([[502, 'new', 1]]);
  });

  it('counts the traffic anew once cleared, and still knows what healthy responses look like', () => {
    const r = createRecorder();
    for (const status of [502, 502, 200]) r.finished(entry(status), body(null));
    r.clear();
    r.finished(entry(502), body(null));
    const [failure] = r.failures();
    if (failure === undefined) throw new Error('nothing recorded');
    expect(r.history.traffic(failure.exchange).host).toMatchObject({ requests: 1, healthy: 0 });
    expect(r.history.traffic(failure.exchange).path).toMatchObject({ requests: 1, healthy: 0 });
    expect(r.history.profileOf(failure.exchange)?.profile.count).toBe(1);
  });

  it('records nothing while paused', () => {
    const r = createRecorder();
    r.setRecording(false);
    r.finished(entry(500), body(null));
    expect([r.failures(), r.requests()]).toEqual([[], 0]);
  });

  it('tells its listeners once for many changes, and forgets one that throws', () => {
    const r = createRecorder();
    const good = vi.fn();
    const bad = vi.fn(() => {
      throw new Error("can't access dead object");
    });
    r.subscribe(bad);
    const end = r.subscribe(good);
    for (let i = 0; i < 20; i++) r.finished(entry(500), body(null));
    vi.advanceTimersByTime(100);
    expect([good.mock.calls.length, bad.mock.calls.length]).toEqual([1, 1]);
    r.clear();
    vi.advanceTimersByTime(100);
    expect([good.mock.calls.length, bad.mock.calls.length]).toEqual([2, 1]);
    end();
    r.clear();
    vi.advanceTimersByTime(100);
    expect(good).toHaveBeenCalledTimes(2);
  });

  it('tells of a first change soon, of a storm now and then, of what a person did at once', () => {
    const r = createRecorder();
    const told = vi.fn();
    r.subscribe(told);
    r.finished(entry(500), body(null));
    vi.advanceTimersByTime(50);
    expect(told).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 100; i++) {
      r.finished(entry(500), body(null));
      vi.advanceTimersByTime(10);
    }
    expect(told.mock.calls.length).toBeGreaterThan(3);
    expect(told.mock.calls.length).toBeLessThan(7);
    told.mockClear();
    r.setRecording(false);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('hands out the same array until something changes', () => {
    const r = createRecorder();
    r.finished(entry(500), body(null));
    const first = r.failures();
    expect(r.failures()).toBe(first);
    r.finished(entry(500), body(null));
    expect(r.failures()).not.toBe(first);
    expect(first).toHaveLength(1);
  });

  describe('a rescan', () => {
    const at = (startedDateTime: string, status = 502) => exchangeFromHar({ ...entry(status), startedDateTime }, 'body');
    const T = '2026-11-22T12:22:15.000Z';

    it('adds what was not reported, and nothing twice', () => {
      const r = createRecorder();
      r.finished(entry(502), body(null));
      r.finished(entry(200, 'https://api.example.com/ok'), body(null));
      const later = at('2026-11-22T12:22:16.000Z');
      const healthy = exchangeFromHar({ ...entry(200, 'https://api.example.com/ok') }, null);
      expect(r.missed([at(T), later, healthy])).toBe(1);
      expect(r.missed([at(T), later, healthy])).toBe(0);
      expect(r.failures().map((f) => f.exchange.body)).toEqual([null, 'body']);
      expect(r.requests()).toBe(3);
      expect(r.history.traffic(exchangeFromHar(entry(200), null)).host.requests).toBe(3);
    });

    it('brings nothing back that was cleared away or came while paused', () => {
      vi.setSystemTime('2026-11-22T13:00:00Z');
      const r = createRecorder();
      expect(r.openedAt).toBe(Date.parse('2026-11-22T13:00:00Z'));
      expect(r.missedFrom()).toBe(0);
      r.clear();
      expect(r.missed([at('2026-11-22T12:59:59Z')])).toBe(0);
      r.setRecording(false);
      expect(r.missed([at('2026-11-22T13:00:01Z')])).toBe(0);
      vi.setSystemTime('2026-11-22T13:01:00Z');
      r.setRecording(true);
      expect(r.missed([at('2026-11-22T13:00:30Z')])).toBe(0);
      expect(r.missed([at('2026-11-22T13:01:01Z')])).toBe(1);
    });
  });
});
