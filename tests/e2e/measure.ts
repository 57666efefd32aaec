/** What `npm run bench` measures in a real browser. Times are this machine's; the page's slowdown is a ratio. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright';
import type { Recording } from '../../components/port';
import { type Chromium, type LaunchOptions, launchChromium } from './chromium';
import { startSource, traffic } from './source';
import { until } from './until';

const FIRST_PAINT_MS = 300;
const FILTER_MS = 50;
const LONG_TASK_MS = 100;
const SLOWDOWN = 1.05;

/** A page's traffic in the measurements of long tasks and of the slowdown: every tenth request fails. */
const REQUESTS = 2000;
const FAILING = 200;
const ROUNDS = 7;
const MANY = 10_000;
/** Shows the panel for the first time. Gives it, and the ms from there until it was first painted with something in it. */
async function firstPaint(browser: Chromium): Promise<{ readonly panel: Frame; readonly ms: number }> {
  await browser.extensionReady();
  const asked = await browser.askToShow();
  const panel = await browser.showPanel();
  const painted = await until(
    () =>
      panel.evaluate(() => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0];
        return paint === undefined ? null : performance.timeOrigin + paint.startTime;
      }),
    'the first paint',
  );
  return { panel, ms: painted - asked };
}

/** Types into the filter. Gives for each key the ms from the key until the list that answers it has been painted. */
async function filterTimes({ devtools }: Chromium, panel: Frame, text: string): Promise<readonly number[]> {
  await devtools.bringToFront();
  await panel.getByRole('searchbox', { name: 'Filter failures' }).focus();
  const times: number[] = [];
  for (const key of text) {
    await panel.evaluate(() => {
      const box = document.querySelector<HTMLInputElement>('header input[type=search]');
      const answered = (): boolean =>
        [...document.querySelectorAll('tr[aria-selected]')].every((row) => row.textContent?.includes(box?.value ?? '')) &&
        document.querySelector('tr[aria-selected]') !== null;
      const answer = new Promise<number>((resolve) => {
        box?.addEventListener(
          'input',
          (event) => {
            const look = (): void => {
              if (!answered()) {
                requestAnimationFrame(look);
                return;
              }
              // What a frame's callback puts off to a task of its own comes after that frame was painted.
              const painted = new MessageChannel();
              painted.port1.onmessage = () => resolve(performance.now() - event.timeStamp);
              painted.port2.postMessage(null);
            };
            requestAnimationFrame(look);
          },
          { once: true },
        );
      });
      Object.assign(window, { answer: () => answer });
    });
    await devtools.keyboard.press(key);
    times.push(await panel.evaluate(() => (window as unknown as { readonly answer: () => Promise<number> }).answer()));
  }
  return times;
}

/** Opens the first failure once it is listed. Without Playwright's locators, whose work in the panel would be measured too. */
const openFirst = (panel: Frame): Promise<void> =>
  panel.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          const row = document.querySelector<HTMLElement>('tr[aria-selected]');
          row?.click();
          if (document.querySelector('article') === null) requestAnimationFrame(look);
          else resolve();
        };
        look();
      }),
  );
/** How many failures have been recorded. */
const recorded = (extension: Frame): Promise<number> =>
  extension.evaluate(() => (window as unknown as { readonly recording: Recording }).recording.failures().length);

/** The page's traffic, and the first failure opened meanwhile: what a person does. Resolves once all failures are recorded. */
async function watched(browser: Chromium, panel: Frame): Promise<void> {
  const before = await recorded(panel);
  const storm = traffic(browser, REQUESTS, REQUESTS / FAILING);
  await openFirst(panel);
  await storm;
  await until(async () => (await recorded(panel)) === before + FAILING, `${FAILING} failures`, 60_000);
}

/**
 * The processor's ms for the costliest task of the extension while `work` runs. A task's time on the clock is longer where browser,
 * page and panel share too few cores: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
async function costliestTask({ browser }: Chromium, work: () => Promise<void>): Promise<number> {
  interface TraceEvent {
    readonly name: string;
    readonly pid: number;
    readonly tid: number;
    /** Microseconds on the processor. */
    readonly tdur?: number;
    readonly args?: unknown;
  }
  const cdp = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as readonly TraceEvent[])));
  const traceConfig = { includedCategories: ['toplevel', 'devtools.timeline'] };
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await work();
  const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await complete;
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const ours = new Set(events.filter(({ args }) => JSON.stringify(args ?? null).includes('chrome-extension://')).map(thread));
  const tasks = events.filter((e) => e.name.endsWith('RunTask') && ours.has(thread(e)));
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/** Collects what keeps the panel's process busy for more than 50 ms: the panel and the page that records share it. */
const watchTasks = (panel: Frame): Promise<void> =>
  panel.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: 'longtask' });
  });
const longTasks = (panel: Frame): Promise<readonly number[]> =>
  panel.evaluate(() => (window as unknown as { readonly tasks: readonly number[] }).tasks);

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const most = (times: readonly number[]): string => `${Math.max(0, ...times).toFixed(0)} ms`;

/** A folder with an extension of these files. */
function anExtension(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), '5xx-inspector-other-'));
  const page = 'devtools.html' in files ? { devtools_page: 'devtools.html' } : {};
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Other', version: '1', ...page }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Runs all measurements and prints them. Resolves to false when a bound does not hold. */
export async function run(launch: LaunchOptions): Promise<boolean> {
  const nothing = anExtension({});
  // What Chrome itself spends on handing every request over, whoever listens.
  const listener = anExtension({
    'devtools.html': '<script src="devtools.js"></script>',
    'devtools.js': 'chrome.devtools.network.onRequestFinished.addListener(() => {});',
  });
  const server = await startSource();
  const started: Chromium[] = [];
  const start = async (extension = launch.extension): Promise<Chromium> => {
    const browser = await launchChromium({ ...launch, extension });
    started.push(browser);
    return browser;
  };
  const atSource = async (browser: Chromium): Promise<Frame> => {
    const panel = await browser.showPanel();
    await browser.page.goto(server.origin);
    await browser.resize(1280, 800);
    return panel;
  };
  const closeAll = async (): Promise<void> => {
    for (const browser of started.splice(0)) await browser.close();
  };
  const verdicts: boolean[] = [];
  // What else the machine does makes every time longer; the ratio stands it best.
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before it began`);
  const judge = (what: string, value: number, bound: number, unit: string, more = ''): void => {
    verdicts.push(value <= bound);
    console.log(`${what.padEnd(44)} ${value.toFixed(unit === '' ? 3 : 0)}${unit} (bound ${bound}${unit})${more}`);
  };
  try {
    const full = await start();
    await full.extensionReady();
    await full.page.goto(server.origin);
    await traffic(full, MANY, 1);
    // The page is done long before Chrome has handed all of it over.
    const recorder = full.devtools.frames().find((f) => f.url().endsWith('/devtools.html'));
    if (recorder === undefined) throw new Error('No page of the extension records');
    await until(async () => (await recorded(recorder)) === MANY, `${MANY} failures`, 120_000);
    const late = await firstPaint(full);
    await full.resize(1280, 800);
    const keys = await filterTimes(full, late.panel, 'route-42/4');
    judge('filter over 10,000 failures, key to paint', middle(keys), FILTER_MS, ' ms', `, at most ${most(keys)}`);
    await closeAll();

    const traced = await start();
    const tracedPanel = await atSource(traced);
    const cost = await costliestTask(traced, () => watched(traced, tracedPanel));

    const paints: number[] = [];
    for (let i = 0; i < 3; i++) {
      await closeAll();
      paints.push((await firstPaint(await start())).ms);
    }
    judge('first paint after the tab is shown', middle(paints), FIRST_PAINT_MS, ' ms', `, at most ${most(paints)}`);
    judge('the same with 10,000 failures recorded', late.ms, FIRST_PAINT_MS, ' ms');

    const [using] = started as [Chromium];
    const panel = await atSource(using);
    await watchTasks(panel);
    await watched(using, panel);
    const tasks = await longTasks(panel);
    judge('longest task during 2,000 requests', Math.max(0, ...tasks), LONG_TASK_MS, ' ms', `, ${tasks.length} over 50 ms`);
    console.log(`${'  the processor needs for the costliest'.padEnd(44)} ${cost.toFixed(0)} ms`);

    const others: Chromium[] = [];
    for (const extension of [nothing, listener]) {
      const browser = await start(extension);
      await browser.page.goto(server.origin);
      await traffic(browser, REQUESTS, REQUESTS / FAILING);
      others.push(browser);
    }
    const rounds: (readonly [using: number, without: number, listening: number])[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const took = new Map<Chromium, number>();
      // Each goes first in turn: whatever the first gains, all gain.
      const turn = [using, ...others];
      for (const browser of i % 2 === 0 ? turn : turn.reverse()) took.set(browser, await traffic(browser, REQUESTS, REQUESTS / FAILING));
      const [without, listening] = others.map((browser) => took.get(browser) ?? Number.NaN);
      rounds.push([took.get(using) ?? Number.NaN, without ?? Number.NaN, listening ?? Number.NaN]);
    }
    const [own, none, bare] = [0, 1, 2].map((at) => middle(rounds.map((r) => r[at] ?? Number.NaN)).toFixed(0));
    judge(
      'the page, with the panel against without',
      middle(rounds.map(([a, b]) => a / b)),
      SLOWDOWN,
      '',
      ` (${own} ms against ${none} ms)`,
    );
    judge('the same against a mere listener', middle(rounds.map(([a, , c]) => a / c)), SLOWDOWN, '', ` (${own} ms against ${bare} ms)`);
    return verdicts.every(Boolean);
  } finally {
    await closeAll();
    await server.close();
    for (const folder of [nothing, listener]) rmSync(folder, { recursive: true, force: true });
  }
}
