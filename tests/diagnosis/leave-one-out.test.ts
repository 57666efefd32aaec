import { describe, expect, it } from 'vitest';
import { type Confidence, type Diagnosis, faults, ownErrors, statusCodes, vendors } from '../../diagnosis';
import { createEngine } from '../../diagnosis/engine';
import { type Capture, captures, exchangeOf, historyOf, judge } from '../captures';
import { kin } from '../kin';

const known = new Set(vendors.map((v) => v.id));
const issuers = [...new Set(captures.map((c) => c.truth.issuer))].filter((id) => known.has(id));

/** Every capture as it is judged when nobody has told of its issuer yet. */
const results: readonly { readonly c: Capture; readonly d: Diagnosis; readonly right: boolean }[] = issuers.flatMap((id) => {
  const engine = createEngine({ vendors: vendors.filter((v) => v.id !== id), faults, statusCodes, ownErrors });
  return captures
    .filter((c) => c.truth.issuer === id)
    .map((c) => {
      const d = engine.diagnose(exchangeOf(c), historyOf(c));
      return { c, d, right: judge(c, d).issuer || kin(d.issuer.id, id) };
    });
});
/** Lower end of the 95 % Wilson interval, in percent. */
function atLeast(right: number, n: number): number {
  const z = 1.96;
  const p = right / n;
  return n === 0 ? 0 : (100 * (p + (z * z) / (2 * n) - z * Math.sqrt((p * (1 - p) + (z * z) / (4 * n)) / n))) / (1 + (z * z) / n);
}

describe('a vendor that nobody has told of', () => {
  it('prints how reliable each word of confidence is then', () => {
    const levels: readonly Confidence[] = ['certain', 'likely', 'possible', 'unknown'];
    const line = (level: Confidence): string => {
      const at = results.filter((r) => r.d.issuer.confidence === level);
      const right = at.filter((r) => r.right).length;
      const app = at.filter((r) => !r.right && r.d.issuer.id === 'application').length;
      const silent = at.filter((r) => !r.right && r.d.issuer.id === 'unknown').length;
      const rest = at.length - right - app - silent;
      return `says ${level.padEnd(9)} ${String(at.length).padStart(4)}: the issuer or its kin ${right} (surely at least ${atLeast(right, at.length).toFixed(1)} %), the application ${app}, nobody ${silent}, another vendor ${rest}`;
    };
    console.log([`${issuers.length} vendors left out, ${results.length} captures`, ...levels.map(line)].join('\n'));
    expect(results.length).toBeGreaterThan(200);
  });

  it('is not taken for another with certainty or likelihood', () => {
    const bad = results.filter((r) => !r.right && (r.d.issuer.confidence === 'certain' || r.d.issuer.confidence === 'likely'));
    expect(bad.map((r) => `${r.c.id}: said ${r.d.issuer.id} (${r.d.issuer.confidence})`)).toEqual([]);
  });

  it('is not taken for another vendor at all in more than 2 of 100', () => {
    const bad = results.filter((r) => !r.right && r.d.issuer.id !== 'application' && r.d.issuer.id !== 'unknown');
    expect(bad.length, bad.map((r) => `${r.c.id}: said ${r.d.issuer.id}`).join('\n')).toBeLessThanOrEqual(results.length / 50);
  });
});
