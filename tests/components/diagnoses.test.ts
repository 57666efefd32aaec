// @vitest-environment happy-dom
import { effect } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createDiagnoses } from '../../components/diagnoses';
import { createFiles } from '../../components/files';
import { loadKnowledge } from '../../components/knowledge';
import { createState } from '../../components/state';
import { createHistory, diagnose } from '../../diagnosis';
import { exchange, fakePort } from './fake';

test('a diagnosis is renewed when healthy traffic came since, and not otherwise', () => {
  const history = createHistory();
  const engine = vi.fn(diagnose);
  const { of } = createDiagnoses(history, () => engine);
  const e = exchange();
  expect(of(e)).toBe(of(e));
  expect(engine).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 1000; i++) {
    history.record(exchange({ status: 200 }));
    of(e);
  }
  // Each of the first eight, then each doubling.
  expect(engine).toHaveBeenCalledTimes(1 + 8 + 6);
});

test('past its budget a view gets what was made before, or nothing, and is told once', () => {
  const history = createHistory();
  const { of, within } = createDiagnoses(history, () => diagnose);
  const [old, fresh, never] = [exchange(), exchange({ url: 'https://other.example/' }), exchange()];
  const before = of(old);
  history.record(exchange({ status: 200 }));
  const known = of(fresh);
  const unfinished = vi.fn();
  const late = within(0, unfinished);
  expect([late(old), late(fresh), late(never)]).toEqual([before, known, undefined]);
  expect(unfinished).toHaveBeenCalledOnce();
  const early = within(10_000, unfinished);
  expect(early(never)).toBe(of(never));
  expect(early(old)).not.toBe(before);
  expect(unfinished).toHaveBeenCalledOnce();
});

test('before the knowledge has come there is no diagnosis, and no budget is used up', () => {
  const { of, within } = createDiagnoses(createHistory(), () => null);
  const unfinished = vi.fn();
  expect(of(exchange())).toBeNull();
  expect(within(0, unfinished)(exchange())).toBeUndefined();
  expect(unfinished).not.toHaveBeenCalled();
});

test('each line gets its diagnosis in the end, however slow the machine and however frames and turns overlap', async () => {
  await loadKnowledge();
  vi.useFakeTimers();
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const urls = ['a', 'b', 'c', 'd'].map((name) => `https://app.example.com/${name}`);
  const port = fakePort(...urls.map((url) => exchange({ url })));
  const state = createState(port, createFiles(port));
  const found: unknown[] = [];
  const draw = (i: number): void => {
    const row = state.shown.value[i];
    if (row === undefined) throw new Error(`no row ${i}`);
    effect(() => {
      found[i] = state.diagnosisInList(row);
    });
    // Whatever comes next comes when the budget is used up.
    now += 100;
  };
  draw(0);
  draw(1);
  expect(found[1]).toBeUndefined();
  vi.advanceTimersToNextTimer();
  draw(2);
  draw(3);
  vi.advanceTimersByTime(100);
  state.dispose();
  expect(found.filter((d) => d === undefined)).toEqual([]);
  clock.mockRestore();
  vi.useRealTimers();
});
