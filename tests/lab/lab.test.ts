import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../e2e/chromium';
import { leftBehind, openSite, type Site } from './processes';
import { installPrograms, isMissing } from './programs';
import { isRace, judgeAll, type Passed, type Row, reportOf, type Seen, scoreOf } from './report';
import { saveCaptures } from './save';
import { plan } from './targets';
import { type Behind, startUpstreams } from './upstreams';
import { visit } from './visit';

const inCi = Boolean(process.env['CI']) && process.env['CI'] !== 'false';
installPrograms();
const skipped = plan.filter((p) => p.programs.some(isMissing));
const running = plan.filter((p) => !skipped.includes(p));
if (skipped.length > 0)
  console.log(
    `Skipped: ${skipped.map((p) => p.name).join(', ')}. Missing: apt-get install ${[...new Set(skipped.flatMap((p) => p.programs.filter(isMissing).flatMap((x) => x.packages)))].join(' ')}`,
  );

// Everything that this run writes outside of the project lies in here, the browser's profile too.
const outside = tmpdir();
const temporary = mkdtempSync(join(outside, 'lab-run-'));
process.env['TMPDIR'] = temporary;

/** What came of each stack, in the order of the plan. */
const visits: { readonly seen: readonly Seen[]; readonly passed: readonly Passed[] }[] = [];

/** Asked to end, Chromium takes its temporary files along; killed, it leaves them. */
async function quit(browser: Chromium): Promise<void> {
  try {
    await (await browser.browser.newBrowserCDPSession()).send('Browser.close');
    await browser.ended;
  } finally {
    await browser.close();
  }
}

/** A browser, and what stands behind the stacks that it visits. */
interface Lane {
  readonly browser: Chromium;
  readonly panel: Frame;
  readonly behind: Behind;
  readonly site: Site;
}

async function openLane(): Promise<Lane> {
  const site = openSite();
  const behind = await startUpstreams(site);
  const browser = await launchChromium({
    extension: fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)),
    executable: process.env['CHROMIUM'] ?? '',
    headless: Boolean(process.env['HEADLESS']),
    args: [
      // Host names of nowhere, all of them on this machine.
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      // Signed by the lab's own authority.
      '--ignore-certificate-errors',
      // Nobody looks at these windows: their timers would run once a second.
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
  });
  await browser.extensionReady();
  const panel = await browser.showPanel();
  // Wide enough for list and card; the smaller, the less there is to draw.
  await browser.resize(900, 500);
  return { browser, panel, behind, site };
}

describe('the lab', () => {
  const lanes: Lane[] = [];
  /** Those that nobody uses. */
  const idle: Lane[] = [];

  beforeAll(async () => {
    // As many as tests run at once: maxConcurrency in vitest.config.ts.
    for (let i = 0; i < 2; i++) {
      const lane = await openLane();
      lanes.push(lane);
      idle.push(lane);
    }
  });

  afterAll(async () => {
    const errors: unknown[] = [];
    // One that fails, as when a browser has crashed, must not keep the others from ending.
    for (const { browser, behind, site } of lanes)
      for (const step of [() => quit(browser), () => behind.close(), () => site.close()])
        await Promise.resolve(step()).catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw new AggregateError(errors, 'not everything could be ended');
  });

  it.concurrent.each(running.map((planned, at) => ({ name: planned.name, planned, at })))(
    '$name fails as injected, and the panel says what the engine says',
    async ({ planned, at }) => {
      const lane = idle.pop();
      if (lane === undefined) throw new Error('more tests at once than browsers');
      const { browser, panel, behind } = lane;
      const stack = openSite();
      const [seen, passed]: [Seen[], Passed[]] = [[], []];
      try {
        const target = await planned.start(stack, behind.up);
        for (const scheme of ['http', 'https'] as const)
          for (const warm of [false, true]) {
            const result = await visit({ page: browser.page, panel, behind }, target, scheme, warm);
            seen.push(...result.seen);
            passed.push(...result.passed);
          }
        expect(seen.length).toBeGreaterThan(0);
        visits[at] = { seen, passed };
      } finally {
        await stack.close();
        idle.push(lane);
      }
    },
  );
});

describe('its verdicts', () => {
  let rows: readonly Row[] = [];
  beforeAll(() => {
    const judged = judgeAll(visits.flatMap((v) => v.seen));
    rows = judged.filter((r) => !isRace(r));
    const report = reportOf(
      judged,
      visits.flatMap((v) => v.passed),
      skipped.map((p) => p.name),
    );
    const folder = new URL('../../.output/lab/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL('report.md', folder), report);
    console.log(report.split('\n').slice(4, 8).join('\n'));
    if (process.env['LAB_SAVE'] === undefined) return;
    // Captures take the place of those before: half of them would be lost with half of a run.
    const missing = plan.filter((p) => !visits[running.indexOf(p)]).map((p) => p.name);
    if (missing.length > 0) throw new Error(`Not saved, as these stacks were not visited to the end: ${missing.join(', ')}`);
    console.log(`${saveCaptures(judged)} captures saved`);
    writeFileSync(new URL('REPORT.md', import.meta.url), report);
  });
  const wrong = (bad: (r: Row) => boolean): string[] =>
    rows
      .filter(bad)
      .map(
        (r) =>
          `${r.target.name} ${r.probe.method} ${r.probe.scheme} ${r.probe.path}${r.warm ? ' (warm)' : ''}: said ${r.diagnosis.issuer.id}/${r.diagnosis.failed.role}/${r.diagnosis.fault.type}, truth ${r.truth.issuer}/${r.truth.failed}/${r.truth.fault}; path ${r.diagnosis.path.map((h) => h.id).join(' > ')}, truth ${r.truth.path.join(' > ')}`,
      );
  const cold = (): readonly Row[] => rows.filter((r) => !r.warm);
  const warm = (): readonly Row[] => rows.filter((r) => r.warm);

  it('stand on at least 120 combinations that end in a 5xx', () => expect(cold().length).toBeGreaterThanOrEqual(120));
  it('stand on at least 5 fronts with at least 15 faults each, and 6 application servers', () => {
    const faults = (name: string): number =>
      new Set(
        cold()
          .filter((r) => r.target.name === name)
          .map((r) => r.probe.injected),
      ).size;
    const fronts = [
      ...new Set(
        cold()
          .filter((r) => r.target.app === null && r.target.fronts.length === 1)
          .map((r) => r.target.name),
      ),
    ];
    expect(
      fronts.filter((name) => faults(name) >= 15).length,
      fronts.map((name) => `${name} ${faults(name)}`).join(', '),
    ).toBeGreaterThanOrEqual(5);
    expect(new Set(cold().flatMap((r) => (r.target.app === null ? [] : [r.target.app.id]))).size).toBeGreaterThanOrEqual(6);
  });
  it('name the issuer in at least 98 of 100', () =>
    expect(scoreOf(rows).issuer, wrong((r) => !r.verdict.issuer).join('\n')).toBeGreaterThanOrEqual(98));
  it('name who failed in at least 93 of 100', () =>
    expect(scoreOf(rows).failed, wrong((r) => !r.verdict.failed).join('\n')).toBeGreaterThanOrEqual(93));
  it('are never wrong and certain', () => expect(wrong((r) => r.verdict.wrongAndCertain || r.verdict.overclaim)).toEqual([]));
  it('invent no hop', () => expect(wrong((r) => r.verdict.invented)).toEqual([]));
  it('are no worse with healthy responses than without', () => {
    const name = (r: Row): string => [r.target.name, ...Object.values(r.probe)].join(' ');
    const [without, having] = [new Set(cold().map(name)), new Set(warm().map(name))];
    const score = (of: readonly Row[], other: ReadonlySet<string>) => scoreOf(of.filter((r) => other.has(name(r))));
    for (const key of ['issuer', 'failed', 'fault'] as const)
      expect(score(warm(), without)[key], key).toBeGreaterThanOrEqual(score(cold(), having)[key]);
  });
  it.runIf(inCi)('skip nothing', () => expect(skipped.map((p) => p.name)).toEqual([]));
});

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
  process.env['TMPDIR'] = outside;
});

describe('afterwards', () => {
  it('no process is left', () => expect(leftBehind()).toEqual([]));
  it('no file is left', () => expect(readdirSync(temporary)).toEqual([]));
});
