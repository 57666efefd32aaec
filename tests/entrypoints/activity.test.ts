import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ACTIVITY, readActivity } from '../../entrypoints/shared/activity';

const entry = (name: string, responseStatus: number, startTime = 5, responseEnd = 20) => ({
  name,
  responseStatus,
  startTime,
  duration: 15,
  responseEnd,
});
/** What the inspected page answers. */
const ask = (resources: readonly unknown[], navigation: readonly unknown[] = []): unknown =>
  runInNewContext(ACTIVITY, {
    performance: { timeOrigin: 1000, getEntriesByType: (t: string) => (t === 'resource' ? resources : navigation) },
  });

describe('what the inspected page tells', () => {
  it('is its finished requests and its 5xx', () => {
    const answer = ask([entry('https://a.example/ok', 200), entry('https://a.example/b', 503)], [entry('https://a.example/', 500, 0, 0)]);
    expect(readActivity(answer)).toEqual({
      origin: 1000,
      requests: 2,
      full: false,
      failed: [
        { url: 'https://a.example/', status: 500, startedAt: 1000, timeMs: 15 },
        { url: 'https://a.example/b', status: 503, startedAt: 1005, timeMs: 15 },
      ],
    });
  });

  it('is read from Firefox’s pair too, and says when its buffer is full', () => {
    expect(readActivity([ask(Array.from({ length: 250 }, () => entry('https://a.example/', 200))), undefined])?.full).toBe(true);
  });

  it.each([
    [undefined],
    [null],
    [7],
    ['no JSON'],
    ['null'],
    ['[]'],
    [JSON.stringify({ origin: 'x', resources: 1, requests: 1, failed: [] })],
    [JSON.stringify({ origin: 1e300, resources: 1, requests: 1, failed: [] })],
    [JSON.stringify({ origin: 1, resources: 1, requests: 1, failed: {} })],
  ])('%j is no answer', (answer) => expect(readActivity(answer)).toBeNull());

  it('may be made up: rows that make no sense are left out, and only so many are taken', () => {
    const rows = [null, ['x', '502', 1, 1], ['x', 502.5, 1, 1], ['x', 200, 1, 1], ['x', 502, -1, 1], [{}, 502, 1, 1], ['x', 502, 1, 1]];
    const answer = (failed: unknown) => readActivity(JSON.stringify({ origin: 1, resources: 1, requests: 1, failed }));
    expect(answer(rows)?.failed).toEqual([{ url: 'x', status: 502, startedAt: 2, timeMs: 1 }]);
    expect(answer(Array.from({ length: 9999 }, () => ['x', 502, 1, 1]))?.failed).toHaveLength(250);
  });
});
