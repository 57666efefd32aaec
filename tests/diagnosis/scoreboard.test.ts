import { describe, expect, it } from 'vitest';
import type { Confidence } from '../../diagnosis';
import { captures, diagnoseCapture, judge } from '../captures';

const results = captures.map((c) => {
  const d = diagnoseCapture(c);
  return { c, d, v: judge(c, d) };
});
type Result = (typeof results)[number];
const share = (rs: readonly Result[], key: 'issuer' | 'failed' | 'fault' | 'path' | 'exact'): number =>
  (100 * rs.filter((r) => r.v[key]).length) / Math.max(1, rs.length);
const misses = (key: 'issuer' | 'failed' | 'fault' | 'path'): string =>
  results
    .filter((r) => !r.v[key])
    .map(
      (r) =>
        `${r.c.id}: said ${r.d.issuer.id}/${r.d.failed.role}/${r.d.fault.type}, truth ${r.c.truth.issuer}/${r.c.truth.failed}/${r.c.truth.fault}`,
    )
    .join('\n');
/** Lower end of the 95 % Wilson interval, in percent: "4 of 4 right" does not show 100 %. */
function atLeast(right: number, n: number): number {
  if (n === 0) return 0;
  const z = 1.96;
  const p = right / n;
  return (100 * (p + (z * z) / (2 * n) - z * Math.sqrt((p * (1 - p) + (z * z) / (4 * n)) / n))) / (1 + (z * z) / n);
}

describe('verdicts on captures whose truth is known', () => {
  it('prints the scoreboard', () => {
    const headed = results.filter((r) => r.c.response.headers.length > 0);
    const line = (name: string, rs: readonly Result[]) =>
      `${name.padEnd(14)} ${String(rs.length).padStart(4)} captures  issuer ${share(rs, 'issuer').toFixed(1)} %  role ${share(rs, 'failed').toFixed(1)} %  fault ${share(rs, 'fault').toFixed(1)} %  path ${share(rs, 'path').toFixed(1)} %  all three at once ${share(rs, 'exact').toFixed(1)} %`;
    const levels: Confidence[] = ['certain', 'likely', 'possible', 'unknown'];
    console.log(
      [
        line('all', results),
        line('with headers', headed),
        ...levels.map((l) => {
          const at = results.filter((r) => r.d.issuer.confidence === l);
          const ok = at.filter((r) => r.v.issuer).length;
          return `says ${l.padEnd(9)} ${String(at.length).padStart(4)}, right in ${at.length === 0 ? '-' : ((100 * ok) / at.length).toFixed(1)} % (surely at least ${atLeast(ok, at.length).toFixed(1)} %)`;
        }),
      ].join('\n'),
    );
    expect(results.length).toBeGreaterThan(250);
  });

  it('is never wrong and certain', () => {
    expect(results.filter((r) => r.v.wrongAndCertain || r.v.overclaim).map((r) => r.c.id)).toEqual([]);
  });

  it('invents no hop', () => {
    expect(results.filter((r) => r.v.invented).map((r) => `${r.c.id}: ${r.d.path.map((h) => h.id).join(' > ')}`)).toEqual([]);
  });

  it('names the issuer in at least 95 of 100', () => expect(share(results, 'issuer'), misses('issuer')).toBeGreaterThanOrEqual(95));
  it('names who failed in at least 92 of 100', () => expect(share(results, 'failed'), misses('failed')).toBeGreaterThanOrEqual(92));
  it('names the fault in at least 88 of 100', () => expect(share(results, 'fault'), misses('fault')).toBeGreaterThanOrEqual(88));
  it('shows the path in at least 90 of 100', () => expect(share(results, 'path'), misses('path')).toBeGreaterThanOrEqual(90));

  it('keeps what its words of confidence promise', () => {
    const rate = (level: Confidence) => {
      const at = results.filter((r) => r.d.issuer.confidence === level);
      return at.length === 0 ? 100 : (100 * at.filter((r) => r.v.issuer).length) / at.length;
    };
    expect(rate('certain')).toBe(100);
    expect(rate('likely')).toBeGreaterThanOrEqual(85);
    expect(rate('possible')).toBeGreaterThanOrEqual(50);
  });

  it('builds no verdict without evidence', () => {
    expect(results.filter((r) => r.d.issuer.confidence !== 'unknown' && r.d.evidence.length === 0).map((r) => r.c.id)).toEqual([]);
  });

  it('leaves no placeholder unfilled', () => {
    const texts = results.flatMap((r) =>
      [
        r.d.verdict,
        r.d.cause,
        r.d.lookFirst,
        ...r.d.steps.flatMap((s) => [s.text, s.command ?? '']),
        ...r.d.evidence.map((e) => e.says),
      ].map((t) => `${r.c.id}: ${t}`),
    );
    expect(texts.filter((t) => /\{(?:value|host|path|url|time|from|to|code|method|status)\}/.test(t))).toEqual([]);
  });
});
