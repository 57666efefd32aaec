import type { Frame } from 'playwright';
import type { Recording } from '../../components/port';
import { MAX_FAILURES } from '../../components/recorder';
import { type LaunchOptions, launchChromium } from './chromium';
import { card, failures } from './panel';
import { startSource, traffic } from './source';
import { until } from './until';

/** A browser on a busy machine delivers what has piled up in this time. */
const PATIENCE_MS = 300_000;
/** Every fourth request of a storm fails. */
const EVERY = 4;

/** What the recording holds. */
export interface Counts {
  readonly requests: number;
  readonly failures: number;
  readonly dropped: number;
  readonly bodies: number;
}
const counts = (panel: Frame): Promise<Counts> =>
  panel.evaluate(() => {
    const { recording } = window as unknown as { recording: Recording };
    const list = recording.failures();
    const bodies = list.filter((f) => f.exchange.body !== null).length;
    return { requests: recording.requests(), failures: list.length, dropped: recording.dropped(), bodies };
  });

/** Clicks a drawn row that is not selected. Gives the milliseconds until its card has been painted. */
const click = (panel: Frame): Promise<number> =>
  panel.evaluate(async () => {
    const rows = [...document.querySelectorAll<HTMLElement>('tr[aria-selected="false"]')];
    const row = rows[Math.floor(rows.length / 2)];
    if (row === undefined) throw new Error('no row to click');
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const before = document.querySelector('article')?.textContent;
    const from = performance.now();
    row.click();
    while ((document.querySelector('article')?.textContent ?? before) === before) await frame();
    await frame();
    return performance.now() - from;
  });

/** What a storm left behind. */
export interface Storm {
  /** Milliseconds that the page needed. */
  readonly took: number;
  readonly counts: Counts;
  /** Milliseconds from a click to the painted card, while the storm blew. */
  readonly clicks: readonly number[];
  /** JavaScript heap of the extension's pages after it, in bytes, garbage left out. */
  readonly memory: number;
}

/** Lets a storm blow over the panel, clicking meanwhile. */
export async function storm(launch: LaunchOptions, requests: number): Promise<Storm> {
  const source = await startSource();
  // Heap sizes are rounded and old without these.
  const browser = await launchChromium({ ...launch, args: ['--enable-precise-memory-info', '--js-flags=--expose-gc'] });
  try {
    const panel = await browser.showPanel();
    await browser.resize(1200, 800);
    await browser.page.goto(`${source.origin}`);
    const clicks: number[] = [];
    let over = false;
    const clicking = async (): Promise<void> => {
      await until(async () => (await failures(panel).count()) > 5, 'the first failures', PATIENCE_MS);
      await failures(panel).first().click();
      await card(panel).waitFor();
      // As a person in a hurry, not as a machine.
      for (; !over || clicks.length === 0; await new Promise((resolve) => setTimeout(resolve, 250))) clicks.push(await click(panel));
    };
    const raging = traffic(browser, requests, EVERY).finally(() => {
      over = true;
    });
    const [took] = await Promise.all([raging, clicking()]);
    // The browser delivers what has piled up, and bodies last.
    await until(
      async () => {
        const { failures, dropped, bodies } = await counts(panel);
        return failures + dropped >= Math.floor(requests / EVERY) && bodies >= failures;
      },
      'all failures with their bodies',
      PATIENCE_MS,
    );
    const memory = await panel.evaluate(() => {
      (globalThis as unknown as { gc?: () => void }).gc?.();
      return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
    });
    return { took, counts: await counts(panel), clicks, memory };
  } finally {
    await browser.close();
    await source.close();
  }
}

/** What `npm run bench` holds a long storm to. Resolves to false when a bound does not hold. */
export async function run(launch: LaunchOptions, requests = 20_000): Promise<boolean> {
  const { took, counts, clicks, memory } = await storm(launch, requests);
  const failed = Math.floor(requests / EVERY);
  const kept = Math.min(failed, MAX_FAILURES);
  const p95 = [...clicks].sort((a, b) => a - b)[Math.floor(clicks.length * 0.95)] ?? Number.NaN;
  console.log(`${requests} requests in ${(took / 1000).toFixed(1)} s, ${Math.round((requests / took) * 1000)} a second`);
  const rows: readonly (readonly [what: string, value: string | number, holds: boolean])[] = [
    [`requests counted of ${requests} and the page`, counts.requests, counts.requests === requests + 1],
    [`failures kept of ${failed}`, counts.failures, counts.failures === kept],
    ['failures dropped, and counted', counts.dropped, counts.dropped === failed - kept],
    ['bodies read in time', counts.bodies, counts.bodies === counts.failures],
    ['heap of the extension afterwards (bound 150 MB)', `${(memory / 1024 / 1024).toFixed(1)} MB`, memory < 150 * 1024 * 1024],
    [`click to card meanwhile, p95 of ${clicks.length} (bound 200 ms)`, `${p95.toFixed(0)} ms`, p95 <= 200],
  ];
  for (const [what, value, holds] of rows) console.log(`${what.padEnd(52)} ${value}${holds ? '' : '  BROKEN'}`);
  return rows.every(([, , holds]) => holds);
}
