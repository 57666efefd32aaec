import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright';
import type { Recording } from '../../components/port';
import { type Chromium, launchChromium } from './chromium';
import { card, failures } from './panel';
import { nginx502, type Site, startSite } from './site';
import { until } from './until';

/** How Chromium is launched: see LaunchOptions. */
type Launch = Parameters<typeof launchChromium>[0];

/** A browser on a busy machine delivers what has piled up in this time. */
const PATIENCE_MS = 300_000;

const startSource = (): Promise<Site> =>
  startSite({
    '/ok': (_, to) => void to.writeHead(200, { server: 'nginx/1.25.3', 'content-type': 'application/json' }).end('{"ok":true}'),
    '/fail': nginx502,
  });

/** Sends requests from the page, every fourth to fail, as fast as the browser delivers them. Gives the milliseconds that it took. */
const rage = (browser: Chromium, requests: number): Promise<number> =>
  browser.page.evaluate(async (count) => {
    const from = performance.now();
    let next = 0;
    const work = async (): Promise<void> => {
      for (let i = next++; i < count; i = next++) await (await fetch(`${i % 4 === 3 ? '/fail' : '/ok'}?${i}`)).text();
    };
    await Promise.all(Array.from({ length: 32 }, work));
    return performance.now() - from;
  }, requests);

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
export async function storm(launch: Launch, requests: number): Promise<Storm> {
  const site = await startSource();
  // Heap sizes are rounded and old without these.
  const browser = await launchChromium({ ...launch, args: ['--enable-precise-memory-info', '--js-flags=--expose-gc'] });
  try {
    const panel = await browser.showPanel();
    await browser.resize(1200, 800);
    await browser.page.goto(`${site.origin}/`);
    const clicks: number[] = [];
    let over = false;
    const clicking = async (): Promise<void> => {
      await until(async () => (await failures(panel).count()) > 5, 'the first failures', PATIENCE_MS);
      await failures(panel).first().click();
      await card(panel).waitFor();
      // As a person in a hurry, not as a machine.
      for (; !over || clicks.length === 0; await new Promise((resolve) => setTimeout(resolve, 250))) clicks.push(await click(panel));
    };
    const raging = rage(browser, requests).finally(() => {
      over = true;
    });
    const [took] = await Promise.all([raging, clicking()]);
    // The browser delivers what has piled up, and bodies last.
    await until(
      async () => {
        const { failures, dropped, bodies } = await counts(panel);
        return failures + dropped >= Math.floor(requests / 4) && bodies >= failures;
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
    await site.close();
  }
}

/** How much longer the page needs with the extension recording than without it, DevTools open both times: 1.02 is two percent. Median of rounds in turn. */
export async function slowdown(launch: Launch, requests: number, rounds: number): Promise<number> {
  const nothing = mkdtempSync(join(tmpdir(), '5xx-inspector-none-'));
  writeFileSync(join(nothing, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'Nothing', version: '1' }));
  const site = await startSource();
  const open: Chromium[] = [];
  const start = async (extension: string): Promise<Chromium> => {
    const browser = await launchChromium({ ...launch, extension });
    open.push(browser);
    if (extension !== nothing) await browser.extensionReady();
    await browser.page.goto(`${site.origin}/`);
    // The first time everything is slow.
    await rage(browser, requests);
    return browser;
  };
  try {
    const without = await start(nothing);
    const using = await start(launch.extension);
    const ratios: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const took = new Map<Chromium, number>();
      for (const browser of i % 2 === 0 ? [without, using] : [using, without]) took.set(browser, await rage(browser, requests));
      ratios.push((took.get(using) ?? Number.NaN) / (took.get(without) ?? Number.NaN));
    }
    return ratios.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  } finally {
    for (const browser of open) await browser.close();
    await site.close();
    rmSync(nothing, { recursive: true, force: true });
  }
}
