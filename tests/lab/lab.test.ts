import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from '../e2e/chromium';
import type { Upstreams } from './fronts/front';
import { leftBehind, openSite, type Site } from './processes';
import { installPrograms, isMissing } from './programs';
import { isRace, judgeAll, type Passed, type Row, reportOf, type Seen, scoreOf } from './report';
import { saveCaptures } from './save';
import { plan, type Target } from './targets';
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

const seen: Seen[] = [];
const passed: Passed[] = [];
/** Stacks that were visited to the end. */
const visited = new Set<string>();

/** Asked to end, Chromium takes its temporary files along; killed, it leaves them. */
async function quit(browser: Chromium): Promise<void> {
  try {
    await (await browser.browser.newBrowserCDPSession()).send('Browser.close');
    await browser.ended;
  } finally {
    await browser.close();
  }
}

describe('the lab', () => {
  let site: Site | undefined;
  let browser: Chromium | undefined;
  let panel: Frame;
  let behind: Behind | undefined;
  interface Started {
    readonly stack: Site;
    readonly target: Target;
  }
  /** By place in the plan. A stack starts while the one before it is visited. */
  const started = new Map<number, Promise<Started>>();

  function start(at: number, up: Upstreams): Promise<Started> {
    const known = started.get(at);
    if (known !== undefined) return known;
    const planned = running[at];
    const begin = async (): Promise<Started> => {
      if (planned === undefined) throw new Error('no such stack');
      const stack = openSite();
      try {
        return { stack, target: await planned.start(stack, up) };
      } catch (error) {
        await stack.close();
        throw error;
      }
    };
    const promise = begin();
    // Whoever waits for it hears of it; until then it is nobody's.
    promise.catch(() => undefined);
    started.set(at, promise);
    return promise;
  }

  beforeAll(async () => {
    site = openSite();
    behind = await startUpstreams(site);
    browser = await launchChromium({
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
    panel = await browser.showPanel();
    // Wide enough for list and card; the smaller, the less there is to draw.
    await browser.resize(900, 500);
  });

  afterAll(async () => {
    const steps = [
      () => browser !== undefined && quit(browser),
      ...[...started.values()].map((one) => async () => (await one.catch(() => null))?.stack.close()),
      () => behind?.close(),
      () => site?.close(),
    ];
    const errors: unknown[] = [];
    // One that fails, as when the browser has crashed, must not keep the others from ending.
    for (const step of steps) await Promise.resolve(step()).catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw new AggregateError(errors, 'not everything could be ended');
  });

  it.each(running.map((planned, at) => ({ name: planned.name, at })))(
    '$name fails as injected, and the panel says what the engine says',
    async ({ at }) => {
      if (behind === undefined || browser === undefined) throw new Error('the lab did not start');
      const { stack, target } = await start(at, behind.up);
      if (at + 1 < running.length) void start(at + 1, behind.up);
      try {
        const before = seen.length;
        for (const scheme of ['http', 'https'] as const)
          for (const warm of [false, true]) {
            const result = await visit({ page: browser.page, panel, behind }, target, scheme, warm);
            seen.push(...result.seen);
            passed.push(...result.passed);
          }
        expect(seen.length).toBeGreaterThan(before);
        visited.add(target.name);
      } finally {
        await stack.close();
      }
    },
  );
});

describe('its verdicts', () => {
  let rows: readonly Row[] = [];
  beforeAll(() => {
    const judged = judgeAll(seen);
    rows = judged.filter((r) => !isRace(r));
    const report = reportOf(
      judged,
      passed,
      skipped.map((p) => p.name),
    );
    const folder = new URL('../../.output/lab/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL('report.md', folder), report);
    console.log(report.split('\n').slice(4, 8).join('\n'));
    if (process.env['LAB_SAVE'] === undefined) return;
    // Captures take the place of those before: half of them would be lost with half of a run.
    const missing = plan.map((p) => p.name).filter((name) => !visited.has(name));
    if (missing.length > 0) throw new Error(`Not saved, as these stacks were not visited to the end: ${missing.join(', ')}`);
    console.log(`${saveCaptures(judged)} captures saved`);
    writeFileSync(new URL('REPORT.md', import.meta.url), report);
  });
  const wrong = (bad: (r: Row) => boolean): string[] =>
    rows
      .filter(bad)
      .map(
        (r) =>
          `${r.target.name} ${r.probe.method} ${r.probe.scheme} ${r.probe.path}${r.warm ? ' (warm)' : ''}: said ${r.diagnosis.issuer.id}/${r.diagnosis.failed.role}/${r.diagnosis.fault.type}, truth ${r.truth.issuer}/${r.truth.failed}/${r.truth.fault}`,
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
