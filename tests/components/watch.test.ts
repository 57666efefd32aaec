// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Activity, Port, Recording, Seen } from '../../components/port';
import { createWatch, unseen, type Watch } from '../../components/watch';
import { exchange, fakePort, T0 } from './fake';

const seen = (s: Partial<Seen> = {}): Seen => ({ url: 'https://app.example.com/api/cart', status: 502, startedAt: T0, timeMs: 12, ...s });
const opened = (openedAt: number, missedFrom = 0) => ({ openedAt, missedFrom: () => missedFrom, dropped: () => 0 });
const LATER = T0 + 60_000;

describe('failures that the browser did not report', () => {
  it('are those that the page knows and the recording does not', () => {
    const other = seen({ url: 'https://app.example.com/other' });
    expect(unseen([seen(), other], [exchange()], opened(T0 - 1), LATER)).toEqual([{ ...other, early: false }]);
  });

  it('are told apart by whether they began before the recording', () => {
    expect(unseen([seen(), seen({ startedAt: T0 + 10 })], [], opened(T0 + 5), LATER).map((m) => m.early)).toEqual([true, false]);
  });

  it('are not those of another time, status or address', () => {
    const recorded = [exchange({ at: T0 + 5000 }), exchange({ status: 503 }), exchange({ url: 'https://app.example.com/x' })];
    expect(unseen([seen()], recorded, opened(0), LATER)).toHaveLength(1);
  });

  it('each need a record of their own', () => {
    expect(unseen([seen(), seen({ startedAt: T0 + 20 })], [exchange()], opened(0), LATER)).toHaveLength(1);
    expect(unseen([seen(), seen({ startedAt: T0 + 20 })], [exchange(), exchange({ at: T0 + 21 })], opened(0), LATER)).toEqual([]);
  });

  it('are not taken for each other when they ran at the same time', () => {
    const [slow, fast] = ['https://app.example.com/slow', 'https://app.example.com/fast'];
    const page = [seen({ url: slow, timeMs: 100 }), seen({ url: fast, startedAt: T0 + 10, timeMs: 40 })];
    const recorded = [exchange({ url: fast, at: T0 + 10, time: 40 }), exchange({ url: slow, time: 100 })];
    expect(unseen(page, recorded, opened(0), LATER)).toEqual([]);
  });

  it('are not those that were dropped for want of room', () => {
    const kept = exchange({ url: 'https://app.example.com/kept', at: T0 + 5000 });
    expect(unseen([seen()], [kept], opened(0), LATER)).toHaveLength(1);
    expect(unseen([seen()], [kept], { ...opened(0), dropped: () => 1 }, LATER)).toEqual([]);
  });

  it('are not those that were redirected: the recording has the last address', () => {
    const last = exchange({ url: 'https://app.example.com/login', at: T0 + 400, time: 80 });
    expect(unseen([seen({ timeMs: 500 })], [last], opened(0), LATER)).toEqual([]);
  });

  it('are not those that were cleared away, nor those that may still be reported', () => {
    expect(unseen([seen()], [], opened(T0 - 1, T0 + 1), LATER)).toEqual([]);
    expect(unseen([seen()], [], opened(T0 - 1), T0 + 100)).toEqual([]);
    expect(unseen([seen()], [], opened(T0 + 50), T0 + 100)).toHaveLength(1);
  });
});

describe('the watch', () => {
  let watch: Watch;
  let activity: Activity | null | Error | 'never';
  let reported: number;
  let asked: number;
  let rescans: number;
  let duringRescan: () => void;
  const start = (browser: 'chrome' | 'firefox' = 'firefox', recording: Partial<Recording> = {}): void => {
    const base = fakePort();
    const port: Port = {
      ...base,
      browser,
      recording: {
        ...base.recording,
        openedAt: T0,
        requests: () => reported,
        rescan: async () => {
          rescans++;
          duringRescan();
          return 3;
        },
        ...recording,
      },
      page: {
        activity: async () => {
          asked++;
          if (activity instanceof Error) throw activity;
          if (activity === 'never') return new Promise<never>(() => undefined);
          return activity;
        },
        reload: () => undefined,
      },
    };
    watch = createWatch(port, () => undefined);
  };
  const page = (requests: number, more: Partial<Activity> = {}): Activity => ({
    origin: T0 + 1000,
    requests,
    full: false,
    failed: [],
    ...more,
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    vi.useFakeTimers({ now: T0 + 2000 });
    activity = page(0);
    reported = 0;
    asked = 0;
    rescans = 0;
    duringRescan = () => undefined;
  });
  afterEach(() => {
    watch.dispose();
    vi.useRealTimers();
  });

  it('says that extensions are cut off, until they are not', async () => {
    activity = null;
    start('chrome');
    await pass(0);
    expect(watch.cutOff.value).toBe(true);
    activity = page(1);
    await pass(3000);
    expect(watch.cutOff.value).toBe(false);
  });

  it('asks a page that was cut off as soon as something is reported', async () => {
    const heard = new Set<() => void>();
    activity = null;
    start('chrome', {
      subscribe(listener) {
        heard.add(listener);
        return () => heard.delete(listener);
      },
    });
    await pass(0);
    activity = page(1);
    for (const listener of heard) listener();
    await pass(0);
    expect(watch.cutOff.value).toBe(false);
    expect(asked).toBe(2);
    for (const listener of heard) listener();
    await pass(0);
    expect(asked).toBe(2);
    watch.dispose();
    expect(heard.size).toBe(0);
  });

  it('lists what failed before, and counts what was loaded before', async () => {
    activity = page(7, { origin: T0 - 5000, failed: [seen({ startedAt: T0 - 4000 })] });
    start();
    await pass(0);
    expect(watch.unseen.value).toEqual([{ ...seen({ startedAt: T0 - 4000 }), early: true }]);
    expect(watch.before.value).toBe(7);
    reported = 1;
    await pass(3000);
    expect(watch.before.value).toBe(0);
  });

  it('lists nothing while the recording is paused', async () => {
    activity = page(1, { failed: [seen({ startedAt: T0 - 4000 })] });
    start('firefox', { isRecording: () => false });
    await pass(30_000);
    expect(watch.unseen.value).toEqual([]);
    expect(watch.silent.value).toBe(false);
  });

  it('hears Firefox fall silent, and speak again', async () => {
    start();
    await pass(0);
    activity = page(20);
    await pass(3000);
    expect(watch.silent.value).toBe(false);
    await pass(6000);
    expect(watch.silent.value).toBe(true);
    reported = 21;
    await pass(3000);
    expect(watch.silent.value).toBe(false);
  });

  it('hears silence across page loads', async () => {
    start();
    activity = page(5);
    reported = 5;
    await pass(3000);
    activity = page(9, { origin: T0 + 9000 });
    await pass(9000);
    expect(watch.silent.value).toBe(true);
  });

  it.each([
    ['requests are reported', 5],
    ['the page is idle', 0],
  ])('hears no silence while %s', async (_, each) => {
    for (let i = 0; i < 10; i++) {
      reported += each;
      activity = page(40 + reported, { origin: T0 - 9000 });
      if (i === 0) start();
      await pass(3000);
    }
    expect(watch.silent.value).toBe(false);
  });

  it('does not suspect Chrome, which has no such filter', async () => {
    start('chrome');
    activity = page(50);
    await pass(20_000);
    expect(watch.silent.value).toBe(false);
  });

  it('goes on when the page never answers', async () => {
    activity = 'never';
    start();
    await pass(0);
    activity = null;
    await pass(9000);
    expect(watch.cutOff.value).toBe(true);
  });

  it("tells of a page that never answers by what is reported: Chrome's own error page, until something else is", async () => {
    const failure = (id: number, error: string | null) => [{ id, page: 0, exchange: { ...exchange(), error } }];
    activity = 'never';
    let failures = failure(1, null);
    start('chrome', { failures: () => failures });
    await pass(9000);
    expect(watch.cutOff.value).toBe(false);
    failures = failure(2, 'net::ERR_HTTP_RESPONSE_CODE_FAILURE');
    reported++;
    await pass(9000);
    expect(watch.cutOff.value).toBe(true);
    await pass(30_000);
    expect(watch.cutOff.value).toBe(true);
    reported++;
    await pass(9000);
    expect(watch.cutOff.value).toBe(false);
  });

  it('goes on when the page cannot be asked, and ends with the panel', async () => {
    activity = new Error('between two pages');
    start();
    await pass(3000);
    activity = null;
    await pass(3000);
    expect(watch.cutOff.value).toBe(true);
    watch.dispose();
    const before = asked;
    await pass(30_000);
    expect(asked).toBe(before);
  });

  it('rescans only after 2 s of quiet', async () => {
    start();
    void watch.startRescan();
    for (let i = 1; i <= 8; i++) {
      activity = page(i);
      await pass(1000);
    }
    expect(rescans).toBe(0);
    expect(watch.rescan.value).toEqual({ step: 'waiting' });
    await pass(2500);
    expect(rescans).toBe(1);
    expect(watch.rescan.value).toEqual({ step: 'done', added: 3, lost: false });
  });

  it('says when requests came in during the rescan', async () => {
    start();
    duringRescan = () => {
      activity = page(9);
    };
    void watch.startRescan();
    await pass(3000);
    expect(watch.rescan.value).toEqual({ step: 'done', added: 3, lost: true });
  });

  it('does not rescan a page that is never quiet, or of which that cannot be told', async () => {
    start();
    let n = 0;
    const noise = setInterval(() => {
      activity = page(++n);
    }, 500);
    void watch.startRescan();
    await pass(31_000);
    clearInterval(noise);
    expect(watch.rescan.value).toEqual({ step: 'busy' });
    activity = page(250, { full: true });
    void watch.startRescan();
    await pass(3000);
    expect(watch.rescan.value).toEqual({ step: 'full' });
    expect(rescans).toBe(0);
  });

  it('says when the rescan fails', async () => {
    start('firefox', { rescan: () => Promise.reject(new Error('no HAR')) });
    void watch.startRescan();
    await pass(3000);
    expect(watch.rescan.value).toEqual({ step: 'failed' });
  });
});
