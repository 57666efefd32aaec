import type { Diagnosis, Exchange } from '../../diagnosis';
import { type Capture, judge, type Verdict } from '../captures';
import { fronts } from './fronts';
import { type Injected, races } from './injections';
import { signatureOf } from './signature';
import type { Probe, Target } from './targets';

/** A healthy response, as the page could see it. */
export interface Healthy {
  readonly status: number;
  readonly httpVersion: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly timeMs: number;
}

/** One failure as the panel recorded it, with what was injected. */
export interface Seen {
  readonly target: Target;
  readonly probe: Probe;
  readonly injected: Injected;
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Healthy responses of the same host were recorded before. */
  readonly warm: boolean;
  readonly healthy: Healthy | null;
}

/** A fault that did not end in a 5xx. */
export interface Passed {
  readonly target: Target;
  readonly probe: Probe;
  /** 0: the page got no response. */
  readonly status: number;
  readonly whole: boolean;
}

/** A failure held against its truth. */
export interface Row extends Seen {
  readonly truth: Capture['truth'];
  readonly verdict: Verdict;
  /** What was injected wherever the response was this same one, as `issuer/role/fault`: the first is its own. */
  readonly twins: readonly string[];
  /** Faults injected with this same response. One: it can be told. */
  readonly alike: readonly string[];
  /** Of several faults that look the same it names none, or all as candidates; and it offers a test. */
  readonly honest: boolean;
  readonly signature: string;
}

/** `varnish app/bad-chunk` */
const raceKey = (x: { readonly target: Target; readonly probe: Probe }): string => `${x.target.name} ${x.probe.injected}`;
export const isRace = (x: { readonly target: Target; readonly probe: Probe }): boolean => raceKey(x) in races;

/** Who made the response: the application, or the innermost front that was asked. PHP-FPM speaks no HTTP: nginx answers for it. */
function issuersOf({ target: { app, fronts: running }, injected }: Seen): readonly [string, ...string[]] {
  if (injected.by === 'application') return app === null ? ['application', 'node'] : [app.id, ...app.also];
  return [app?.id === 'php-fpm' ? 'nginx' : (running.at(-1) ?? 'unknown')];
}

/** The components that this response shows: fronts that leave their trace on it, and the issuer. */
function pathOf(x: Seen, issuer: string): readonly string[] {
  // PHP-FPM's nginx is a front too.
  const running = [...x.target.fronts, ...(x.target.app?.id === 'php-fpm' ? ['nginx'] : [])];
  const traced = running.filter((id) => {
    const trace = fronts.find((f) => f.id === id)?.trace ?? null;
    // DevTools join two fields of one name, or not.
    return (
      trace !== null &&
      x.exchange.responseHeaders.some((h) => h.name === trace.name && h.value.split(', ').some((v) => trace.value.test(v)))
    );
  });
  return [...new Set([...traced, ...(x.injected.by === 'front' ? [issuer] : [])])];
}

function truthOf(x: Seen): Capture['truth'] {
  const [issuer, ...issuerAlso] = issuersOf(x);
  const { failed, failedAlso, fault, faultAlso } = x.injected;
  return { issuer, issuerAlso, failed, failedAlso, fault, faultAlso, path: pathOf(x, issuer) };
}

/** Judges all failures. Faults whose responses are the same, in whichever stack, are each other's twins; a race, which ends in one or another, is nobody's. */
export function judgeAll(seen: readonly Seen[]): readonly Row[] {
  const groups = new Map<string, { readonly twins: Set<string>; readonly faults: Map<string, readonly string[]> }>();
  const known = seen.map((x) => ({ x, truth: truthOf(x), signature: signatureOf(x.exchange) }));
  for (const { x, truth, signature } of known) {
    if (isRace(x)) continue;
    const group = groups.get(signature) ?? { twins: new Set(), faults: new Map() };
    groups.set(signature, group);
    for (const role of [truth.failed, ...truth.failedAlso])
      for (const fault of [truth.fault, ...truth.faultAlso]) group.twins.add(`${truth.issuer}/${role}/${fault}`);
    group.faults.set(x.injected.what, [truth.fault, ...truth.faultAlso]);
  }
  return known.map(({ x, truth, signature }) => {
    const group = groups.get(signature);
    const twins = [...(group?.twins ?? [])];
    const faults = [...(group?.faults.values() ?? [])];
    const d = x.diagnosis;
    const named: readonly string[] = [d.fault.type, ...d.fault.candidates];
    const honest =
      faults.length < 2 || ((d.fault.type === 'unknown' || faults.every((f) => f.some((one) => named.includes(one)))) && d.test !== null);
    return {
      ...x,
      truth,
      verdict: judge({ truth, lab: { sameSignatureFaults: twins } }, d),
      twins,
      alike: [...(group?.faults.keys() ?? [])],
      honest,
      signature,
    };
  });
}

/** Shares of the rows that are right, in percent. */
export const scoreOf = (
  rows: readonly Row[],
): { readonly issuer: number; readonly failed: number; readonly fault: number; readonly path: number } => {
  const share = (key: 'issuer' | 'failed' | 'fault' | 'path'): number =>
    (100 * rows.filter((r) => r.verdict[key]).length) / Math.max(1, rows.length);
  return { issuer: share('issuer'), failed: share('failed'), fault: share('fault'), path: share('path') };
};

const cell = (text: string): string => text.replaceAll('|', '\\|');
const line = (...cells: readonly (string | number)[]): string => `| ${cells.map((c) => cell(String(c))).join(' | ')} |`;
const requestOf = ({ probe: p }: { readonly probe: Probe }): string =>
  `${p.method}${p.scheme === 'https' ? ' h2' : ''}${p.cross ? ' from another origin' : ''} \`${p.path}\``;
const mark = (r: Row): string => {
  const wrong = (['issuer', 'failed', 'fault'] as const).filter((key) => !r.verdict[key]);
  return wrong.length === 0 ? 'right' : `**wrong: ${wrong.map((w) => (w === 'failed' ? 'role' : w)).join(', ')}**`;
};
const said = ({ diagnosis: d }: Row): string =>
  `${d.issuer.id} (${d.issuer.confidence}), ${d.failed.role} (${d.failed.confidence}), ${d.fault.type} (${d.fault.confidence})`;

function scoreTable(rows: readonly Row[]): string {
  const score = (name: string, of: readonly Row[]): string => {
    const s = scoreOf(of);
    const count = (test: (r: Row) => boolean): number => of.filter(test).length;
    return line(
      name,
      of.length,
      ...[s.issuer, s.failed, s.fault, s.path].map((share) => `${share.toFixed(1)} %`),
      count((r) => r.verdict.wrongAndCertain || r.verdict.overclaim),
      count((r) => r.alike.length > 1),
      count((r) => r.alike.length > 1 && r.honest),
    );
  };
  return [
    line(
      '',
      'failures',
      'issuer',
      'failed role',
      'fault',
      'path',
      'wrong and certain',
      'have twins',
      'all twins named, or unknown, and a test offered',
    ),
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    score(
      'without healthy responses',
      rows.filter((r) => !r.warm),
    ),
    score(
      'with healthy responses',
      rows.filter((r) => r.warm),
    ),
  ].join('\n');
}

function faultTable(rows: readonly Row[]): string {
  const warm = new Map(rows.filter((r) => r.warm).map((r) => [`${r.target.name}\n${requestOf(r)}`, r]));
  return [
    line(
      'stack',
      'request',
      'injected',
      'status',
      'without healthy responses: issuer, failed role, fault',
      '',
      'with healthy responses',
      '',
    ),
    '| --- | --- | --- | --: | --- | --- | --- | --- |',
    ...rows
      .filter((r) => !r.warm)
      .map((r) => {
        const other = warm.get(`${r.target.name}\n${requestOf(r)}`);
        const same = other !== undefined && said(other) === said(r);
        return line(
          r.target.name,
          requestOf(r),
          r.injected.what,
          r.exchange.status,
          said(r),
          mark(r),
          other === undefined ? '' : same ? 'the same' : said(other),
          other === undefined || same ? '' : mark(other),
        );
      }),
  ].join('\n');
}

/** Groups of different faults with one and the same response. */
function twinTable(rows: readonly Row[]): string {
  const groups = new Map<string, Row[]>();
  for (const r of rows) if (r.alike.length > 1 && !r.warm) groups.set(r.signature, [...(groups.get(r.signature) ?? []), r]);
  return [
    line('answered by', 'response', 'injected', 'what reaches a browser', 'what does not', 'the test that tells'),
    '| --- | --- | --- | --- | --- | --- |',
    ...[...groups.values()].map((of) => {
      const [first] = of;
      if (first === undefined) return '';
      const e = first.exchange;
      const all = (list: readonly string[]): string => [...new Set(list)].join('; ');
      return line(
        all(of.map((r) => r.truth.issuer)),
        `${e.method} ${e.httpVersion} ${e.status} ${e.reason}${e.corsBlocked ? ', hidden by CORS' : ''}`.trim(),
        all(of.map((r) => r.injected.what)),
        all(of.map((r) => r.injected.visible)),
        all(of.map((r) => r.injected.hidden)),
        // Its host and port are those of this run.
        (first.diagnosis.test?.text ?? 'none').replace(/[a-z0-9-]+\.test(?::\d+)?/g, 'HOST'),
      );
    }),
  ].join('\n');
}

/** What of the faults is no 5xx. */
const passedTable = (passed: readonly Passed[]): string =>
  [
    line('stack', 'request', 'the page gets'),
    '| --- | --- | --- |',
    ...passed.map((p) =>
      line(
        p.target.name,
        requestOf(p),
        p.status === 0 ? 'no response' : `${p.status}${p.whole ? ', as if nothing were missing' : ', cut off'}`,
      ),
    ),
  ].join('\n');

/** The report of one run, in Markdown. Two runs give the same text, whatever the machine's speed: no times, ports or ids. */
export function reportOf(all: readonly Row[], passed: readonly Passed[], skipped: readonly string[]): string {
  const rows = all.filter((r) => !isRace(r));
  const racing = Object.entries(races);
  const whole = passed.filter((p) => !isRace(p));
  const unique = whole.filter((p, i) => whole.findIndex((q) => q.target === p.target && requestOf(q) === requestOf(p)) === i);
  return `# The lab: faults injected into real servers

Generated by \`npm run lab -- --save\`. Each line is one fault, fetched by a page in real Chromium and read from the panel; the truth is what was injected. The wait is left out, as the lab's timeouts are shorter than anyone's. Each is fetched twice: from a host that the panel knows nothing of, and from one of which it has seen three healthy responses.

${scoreTable(rows)}
${skipped.length === 0 ? '' : `\nSkipped, as its programs are missing: ${skipped.join(', ')}.\n`}
## Front by front, fault by fault

Right means that the issuer, who failed and the fault are what was injected, or what was injected elsewhere with the very same response.

${faultTable(rows)}

## What cannot be told apart

Different faults, one response. The component that answered writes one page for all of them; what tells them apart stays in its log. The wait would tell some apart, but only where the timeouts are known, and the lab shortens them.

${twinTable(rows)}

## Races

What happens depends on which of two things comes first. They count in no share.

| stack and fault | |
| --- | --- |
${racing.map(([key, why]) => line(key, why)).join('\n')}

## Faults that are no 5xx

The panel lists failures with a 5xx status. These end otherwise, and it has nothing to list.

${passedTable(unique)}
`;
}
