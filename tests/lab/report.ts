import type { Diagnosis, Exchange } from '../../diagnosis';
import { type Capture, judge, type Verdict } from '../captures';
import type { Injected } from './injections';
import { signatureOf } from './signature';
import type { Probe, Target } from './targets';

/** One failure as the panel recorded it, with what was injected. */
export interface Seen {
  readonly target: Target;
  readonly probe: Probe;
  readonly injected: Injected;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Healthy responses of the same host were recorded before. */
  readonly warm: boolean;
}

/** A failure held against its truth. */
export interface Row extends Seen {
  readonly verdict: Verdict;
  /** Other injected faults with the same response, as `issuer/role/fault`. */
  readonly twins: readonly string[];
}

/** Who made the response: the application, or the innermost front that was asked. PHP-FPM speaks no HTTP: nginx answers for it. */
function issuersOf({ target, injected }: Seen): readonly string[] {
  if (injected.by === 'application') return [target.app ?? 'application', 'application', 'node'];
  return [target.app === 'php-fpm' ? 'nginx' : (target.fronts.at(-1) ?? 'unknown')];
}

const truthOf = (x: Seen): Capture['truth'] => {
  const [issuer = 'unknown', ...issuerAlso] = issuersOf(x);
  const { failed, failedAlso, fault, faultAlso } = x.injected;
  return { issuer, issuerAlso, failed, failedAlso, fault, faultAlso, path: [] };
};

/** Judges all failures; faults of one stack whose responses are the same are each other's twins. */
export function judgeAll(seen: readonly Seen[]): readonly Row[] {
  const bySignature = new Map<string, Set<string>>();
  const keyOf = (x: Seen): string => `${x.target.name}\n${signatureOf(x.exchange)}`;
  for (const x of seen) {
    const truth = truthOf(x);
    const set = bySignature.get(keyOf(x)) ?? new Set();
    for (const role of [truth.failed, ...truth.failedAlso])
      for (const fault of [truth.fault, ...truth.faultAlso]) set.add(`${truth.issuer}/${role}/${fault}`);
    bySignature.set(keyOf(x), set);
  }
  return seen.map((x) => {
    const truth = truthOf(x);
    const twins = [...(bySignature.get(keyOf(x)) ?? [])];
    const capture = { truth, lab: { sameSignatureFaults: twins } } as unknown as Capture;
    return { ...x, verdict: judge(capture, x.diagnosis), twins };
  });
}

/** Shares of the rows that are right, in percent. */
export const scoreOf = (
  rows: readonly Row[],
): { readonly issuer: number; readonly failed: number; readonly fault: number; readonly exact: number } => {
  const share = (key: 'issuer' | 'failed' | 'fault' | 'exact'): number =>
    (100 * rows.filter((r) => r.verdict[key]).length) / Math.max(1, rows.length);
  return { issuer: share('issuer'), failed: share('failed'), fault: share('fault'), exact: share('exact') };
};

const yes = (right: boolean): string => (right ? 'right' : '**wrong**');

/** The table of one run, in Markdown: front × fault → status, verdict, confidence, right or wrong. */
export function reportOf(rows: readonly Row[]): string {
  const line = (name: string, of: readonly Row[]): string => {
    const s = scoreOf(of);
    return `| ${name} | ${of.length} | ${s.issuer.toFixed(1)} % | ${s.failed.toFixed(1)} % | ${s.fault.toFixed(1)} % | ${of.filter((r) => r.verdict.wrongAndCertain).length} |`;
  };
  const cold = rows.filter((r) => !r.warm);
  const warm = rows.filter((r) => r.warm);
  const table = cold.map((r) => {
    const d = r.diagnosis;
    const with_ = warm.find((w) => w.target === r.target && w.probe === r.probe);
    const others = r.twins
      .map((t) => t.split('/')[2])
      .filter((fault) => fault !== r.injected.fault && !r.injected.faultAlso.some((f) => f === fault));
    return `| ${r.target.name} | ${r.probe.method} ${r.probe.scheme === 'https' ? 'h2 ' : ''}${r.probe.path} | ${r.injected.what} | ${r.exchange.status} | ${d.issuer.id} (${d.issuer.confidence}) | ${d.failed.role} | ${d.fault.type} (${d.fault.confidence}) | ${yes(r.verdict.issuer && r.verdict.failed && r.verdict.fault)} | ${with_ === undefined ? '' : `${with_.diagnosis.issuer.id} (${with_.diagnosis.issuer.confidence}) ${yes(with_.verdict.issuer)}`} | ${[...new Set(others)].sort().join(', ')} |`;
  });
  return `# The lab: faults injected into real servers

Each line is one fault, fetched by a page in real Chromium and read from the panel. The truth is what was injected. The last column names the other injected faults whose response is the same: from outside they cannot be told apart, and naming one of them is right.

| | failures | issuer | failed role | fault | wrong and certain |
| --- | --: | --: | --: | --: | --: |
${line('without healthy responses', cold)}
${line('with healthy responses', warm)}

| stack | request | injected | status | issued by | failed | fault | | with healthy responses | looks the same as |
| --- | --- | --- | --: | --- | --- | --- | --- | --- | --- |
${table.join('\n')}
`;
}
