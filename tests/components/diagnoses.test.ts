import { expect, test, vi } from 'vitest';
import { createDiagnoses } from '../../components/diagnoses';
import { createHistory, diagnose } from '../../diagnosis';
import { exchange } from './fake';

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
