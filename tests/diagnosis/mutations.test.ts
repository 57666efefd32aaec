import { describe, expect, it } from 'vitest';
import type { Confidence, Diagnosis } from '../../diagnosis';
import { type Capture, captures, diagnoseCapture, judge } from '../captures';
import { mutations } from '../mutations';

const RANK: readonly Confidence[] = ['unknown', 'possible', 'likely', 'certain'];
const rank = (c: Confidence): number => RANK.indexOf(c);

interface Result {
  readonly mutation: (typeof mutations)[number];
  readonly was: Diagnosis;
  readonly c: Capture;
  readonly d: Diagnosis;
}
const originals = captures.map((c) => ({ c, d: diagnoseCapture(c) }));
const results: readonly Result[] = mutations.flatMap((mutation) =>
  originals.flatMap(({ c, d }) => {
    const mutated = mutation.apply(c);
    return mutated === null ? [] : [{ mutation, was: d, c: mutated, d: diagnoseCapture(mutated) }];
  }),
);
const said = ({ mutation, c, d }: Result): string =>
  `${mutation.name}: ${c.id}: said ${d.issuer.id}/${d.failed.role}/${d.fault.type} (${d.issuer.confidence}, ${d.failed.confidence}, ${d.fault.confidence}), truth ${c.truth.issuer}/${c.truth.failed}/${c.truth.fault}`;

describe('the same failures, seen otherwise', () => {
  it('prints how often the verdict is still right', () => {
    const share = (rs: readonly Result[], key: 'issuer' | 'failed' | 'fault' | 'path'): string =>
      ((100 * rs.filter((r) => judge(r.c, r.d)[key]).length) / Math.max(1, rs.length)).toFixed(1).padStart(5);
    const lines = mutations.map((mutation) => {
      const rs = results.filter((r) => r.mutation === mutation);
      const rest =
        mutation.issuerOnly === true ? '' : `  role ${share(rs, 'failed')} %  fault ${share(rs, 'fault')} %  path ${share(rs, 'path')} %`;
      const silent = rs.filter((r) => r.d.issuer.confidence === 'unknown').length;
      return `${mutation.name.padEnd(26)} ${String(rs.length).padStart(4)} captures  issuer ${share(rs, 'issuer')} %${rest}  says unknown ${silent}`;
    });
    console.log(lines.join('\n'));
    expect(results.length).toBeGreaterThan(2000);
  });

  it('are never judged wrongly and with certainty', () => {
    const bad = results.filter((r) => {
      const v = judge(r.c, r.d);
      return r.mutation.issuerOnly === true ? r.d.issuer.confidence === 'certain' && !v.issuer : v.wrongAndCertain || v.overclaim;
    });
    expect(bad.map(said)).toEqual([]);
  });

  it('show no invented hop', () => {
    expect(results.filter((r) => judge(r.c, r.d).invented).map((r) => `${said(r)}, path ${r.d.path.map((h) => h.id).join(' > ')}`)).toEqual(
      [],
    );
  });

  it('make no verdict surer by taking evidence away', () => {
    const bad = results.filter(
      ({ mutation, was, d }) =>
        mutation.removes === true &&
        ((d.issuer.id === was.issuer.id && rank(d.issuer.confidence) > rank(was.issuer.confidence)) ||
          (d.issuer.id === was.issuer.id && d.failed.role === was.failed.role && rank(d.failed.confidence) > rank(was.failed.confidence)) ||
          (d.issuer.id === was.issuer.id && d.fault.type === was.fault.type && rank(d.fault.confidence) > rank(was.fault.confidence)) ||
          (d.issuer.id !== was.issuer.id && d.issuer.confidence === 'certain')),
    );
    expect(
      bad.map(
        (r) => `${said(r)}, was ${r.was.issuer.id} (${r.was.issuer.confidence}, ${r.was.failed.confidence}, ${r.was.fault.confidence})`,
      ),
    ).toEqual([]);
  });

  it('make no verdict surer by losing a header that spoke for it', () => {
    const bad = originals.flatMap(({ c, d }) =>
      d.evidence
        .filter((e) => e.weighs === 'for' && e.about === d.issuer.id && e.where.startsWith('header '))
        .flatMap((e) => {
          const name = e.where.slice('header '.length);
          const headers = c.response.headers.filter(([n]) => n.toLowerCase() !== name);
          const is = diagnoseCapture({ ...c, response: { ...c.response, headers } });
          const surer = is.issuer.id === d.issuer.id && rank(is.issuer.confidence) > rank(d.issuer.confidence);
          return headers.length < c.response.headers.length && surer
            ? [`${c.id} without ${name}: ${d.issuer.confidence}, then ${is.issuer.confidence}`]
            : [];
        }),
    );
    expect(bad).toEqual([]);
  });

  it('keep what their words of confidence promise', () => {
    const right = (level: Confidence): number => {
      const at = results.filter((r) => r.d.issuer.confidence === level);
      return (100 * at.filter((r) => judge(r.c, r.d).issuer).length) / Math.max(1, at.length);
    };
    expect(right('certain')).toBe(100);
    expect(right('likely')).toBeGreaterThanOrEqual(85);
    expect(right('possible')).toBeGreaterThanOrEqual(50);
  });
});
