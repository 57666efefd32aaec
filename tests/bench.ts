/** What `npm run bench` measures. Absolute times are this machine's; the ratios are what counts. */
import { Bench } from 'tinybench';
import { diagnose, exchangeFromHar, faults, formats, ownErrors, statusCodes, vendors } from '../diagnosis';
import { createEngine } from '../diagnosis/engine';
import type { Match, Vendor } from '../diagnosis/types';
import { captures, exchangeOf, harEntry, historyOf } from './captures';

/** The same condition on names and texts that no response carries. */
function estranged(m: Match, n: number): Match {
  const text = (t: string): string => `${t.slice(0, t.length / 2)} zq${n} ${t.slice(t.length / 2)}`;
  if ('header' in m) return { ...m, header: `${m.header}-q${n}` };
  if ('body' in m) return { body: text(m.body) };
  if ('bodyMatches' in m) return { ...m, near: text(m.near) };
  if ('bodyIs' in m) return { bodyIs: text(m.bodyIs) };
  if ('host' in m) return { host: `.q${n}${m.host}` };
  if ('reason' in m) return { reason: text(m.reason) };
  if ('json' in m) return { ...m, json: `${m.json}q${n}` };
  if ('all' in m) return { all: m.all.map((x) => estranged(x, n)) };
  if ('any' in m) return { any: m.any.map((x) => estranged(x, n)) };
  return m;
}
const stranger = (v: Vendor, n: number): Vendor => ({
  ...v,
  id: `${v.id}-${n}`,
  onPath: v.onPath.map((mark) => ({ ...mark, when: estranged(mark.when, n) })),
  issued: v.issued.map((mark) => ({ ...mark, when: estranged(mark.when, n) })),
});

/** Milliseconds that one run of a task took. */
function latency(bench: Bench, name: string) {
  const stats = bench.getTask(name)?.result;
  if (stats === undefined || !('latency' in stats)) throw new Error(`no result for ${name}`);
  return stats.latency;
}
/** A quantile of a sorted list. */
const at = (sorted: readonly number[], q: number): number => sorted[Math.floor((sorted.length - 1) * q)] ?? Number.NaN;

/** Runs all measurements and prints them. Resolves to false when a ratio or bound does not hold. */
export async function run(): Promise<boolean> {
  const cases = captures.map((c) => ({ exchange: exchangeOf(c), history: historyOf(c), entry: harEntry(c), body: c.response.body }));
  const four = [...vendors, ...[1, 2, 3].flatMap((n) => vendors.map((v) => stranger(v, n)))];
  const engine = createEngine({ vendors, faults, statusCodes, ownErrors });
  const wide = createEngine({ vendors: four, faults, statusCodes, ownErrors });
  const inputs = Array.from({ length: 1000 }, (_, i) => {
    const e = exchangeOf(captures[i % captures.length] as (typeof captures)[number]);
    return { exchange: { ...e, url: `${e.url}?n=${i}` }, diagnosis: diagnose(e) };
  });
  const bodies = '<html><b>502 Bad Gateway from the acme gateway</b>'.repeat(20_000);
  const many = Array.from({ length: 5000 }, (_, i) => ({ name: `x-h-${i}`, value: 'v'.repeat(20) }));
  const bench = new Bench({ time: 1000, warmupTime: 200 })
    .add('HAR entry to exchange, all captures', () => {
      for (const c of cases) exchangeFromHar(c.entry, c.body);
    })
    .add('diagnose a body of 1 MB with 5,000 headers', () => {
      engine.diagnose(exchangeFromHar({ response: { status: 502, headers: many } }, bodies));
    });
  await bench.run();
  const entry = latency(bench, 'HAR entry to exchange, all captures').p50 / cases.length;
  const big = latency(bench, 'diagnose a body of 1 MB with 5,000 headers');
  /** Each capture by itself, both engines in turn, so that what slows the machine slows both. */
  const each = new Bench({ time: 15, warmupTime: 5 });
  for (const [i, c] of cases.entries()) {
    each.add(`one ${i}`, () => engine.diagnose(c.exchange, c.history));
    each.add(`wide ${i}`, () => wide.diagnose(c.exchange, c.history));
  }
  // All code is compiled by then, whichever capture comes first.
  for (let i = 0; i < 50; i++) for (const c of cases) for (const e of [engine, wide]) e.diagnose(c.exchange, c.history);
  await each.run();
  const sorted = (kind: string): readonly number[] => cases.map((_, i) => latency(each, `${kind} ${i}`).p50).sort((a, b) => a - b);
  const [one, wideOne] = [sorted('one'), sorted('wide')];
  const ratio = at(wideOne, 0.5) / at(one, 0.5);
  console.log(`${cases.length} captures, ${vendors.length} vendors (${four.length} in the wide run)`);
  const µs = (ms: number): string => `${(ms * 1000).toFixed(1)} µs`;
  console.log(
    `diagnosis            median ${µs(at(one, 0.5))} (bound 50 µs), p90 ${µs(at(one, 0.9))}, p99 ${µs(at(one, 0.99))} over the captures`,
  );
  console.log(`with 4 × the vendors median ${µs(at(wideOne, 0.5))}: ratio ${ratio.toFixed(2)} (bound 1.2)`);
  console.log(`HAR to exchange      median ${µs(entry)}`);
  for (const f of formats) {
    const cost = (n: number): number => {
      const from = performance.now();
      f.render(inputs.slice(0, n));
      return performance.now() - from;
    };
    cost(50);
    console.log(`${f.name.padEnd(20)} one failure ${cost(1).toFixed(1)} ms (bound 50), 1,000 ${cost(1000).toFixed(0)} ms (bound 500)`);
  }
  console.log(`1 MB, 5,000 headers  median ${big.p50.toFixed(1)} ms, p99 ${big.p99.toFixed(1)} ms (bound 20 ms)`);
  return at(one, 0.5) <= 0.05 && ratio <= 1.2 && big.p50 <= 20;
}
