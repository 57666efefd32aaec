import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './chromium';
import { inChromium } from './environment';
import { failures } from './panel';
import { answer, page, type RawSite, raw, startRawSite } from './raw-site';
import { until } from './until';

const failing = answer('502 Bad Gateway', ['server: nginx/1.25.3', 'content-type: text/html'], '<hr><center>nginx/1.25.3</center>');

let site: RawSite;
let browser: Chromium;
/** Of the tab under test; another one after DevTools were closed. */
let panel: Frame;
beforeAll(async () => {
  site = await startRawSite({
    '/one': failing,
    '/two': failing,
    '/three': failing,
    // Asks by itself: a crashed tab can be driven by nobody.
    '/asking': page('<script>fetch("/one")</script>'),
    '/endless': (to) =>
      void to.write(raw('503 Service Unavailable', []).toString('latin1').replace('content-length: 0', 'content-length: 99')),
    '/empty': answer('500 Internal Server Error'),
  });
  browser = await launchChromium(inChromium);
  panel = await browser.showPanel();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  await panel.getByRole('button', { name: /^Clear/ }).click();
  await until(async () => (await failures(panel).count()) === 0, 'an empty list');
});

/** The extension's tab in any DevTools window, selected. */
async function panelIn(devtools: Page): Promise<Frame> {
  // Whoever imports its modules before it has drawn itself breaks it.
  await devtools.locator('.tabbed-pane-header').first().waitFor();
  await until(
    () =>
      devtools.evaluate<boolean>(`(async () => {
        const UI = await import('./ui/legacy/legacy.js');
        const tabs = UI.InspectorView.InspectorView.instance().tabbedPane;
        const tab = tabs.tabIds().find((id) => id.endsWith('5xxInspector'));
        if (tab === undefined) return false;
        await UI.ViewManager.ViewManager.instance().showView(tab);
        return tabs.selectedTabId === tab;
      })()`),
    'the tab 5xx Inspector',
  );
  return until(
    () => devtools.frames().find((f) => f.url().startsWith('chrome-extension://') && f.url().endsWith('/panel.html')),
    'the panel',
  );
}
const pagesOf = ({ browser }: Chromium): readonly Page[] => browser.contexts().flatMap((c) => c.pages());
const pages = (): readonly Page[] => pagesOf(browser);
/** Opens DevTools for a tab whose DevTools have closed; gives the extension's tab in them. */
async function reopen(on: Chromium): Promise<Frame> {
  const page = await on.page.context().newCDPSession(on.page);
  const { targetInfo } = await page.send('Target.getTargetInfo');
  await until(() => !pagesOf(on).some((p) => p.url().startsWith('devtools://')), 'DevTools to close');
  const whole = await on.browser.newBrowserCDPSession();
  // Of this protocol's newest part: the driver's types do not know it.
  await (whole.send as (method: string, params: object) => Promise<unknown>)('Target.openDevTools', { targetId: targetInfo.targetId });
  return panelIn(await until(() => pagesOf(on).find((p) => p.url().startsWith('devtools://')), 'DevTools to open'));
}
const rows = (panel: Frame, path: string): Promise<number> => failures(panel).filter({ hasText: path }).count();
const shown = (panel: Frame, path: string, times = 1): Promise<true> =>
  until(async () => (await rows(panel, path)) === times, `${path} in the list`);
const ask = (from: Page, path: string): Promise<void> =>
  from.evaluate(
    (url) =>
      fetch(url)
        .then((r) => r.text())
        .then(() => undefined),
    path,
  );

test('a navigation while requests are open: the panel goes on', async () => {
  await browser.page.goto(`${site.origin}/`);
  await browser.page.evaluate(() => {
    for (let i = 0; i < 5; i++) void fetch(`/endless?${i}`).then((r) => r.text());
  });
  await until(() => site.requests.filter((r) => r === 'GET /endless').length === 5, 'five open requests');
  await browser.page.goto(`${site.origin}/asking`);
  await shown(panel, '/one');
});

test('back and forward through the cache of pages: failures stay with a mark of each page', async () => {
  await browser.page.goto(`${site.origin}/`);
  await ask(browser.page, '/one');
  await browser.page.goto(`${site.origin}/second`);
  await ask(browser.page, '/two');
  // Such a page does not load: it is there again.
  await browser.page.goBack({ waitUntil: 'commit' });
  await ask(browser.page, '/three');
  await shown(panel, '/three');
  const lines = await panel.locator('tbody tr').allInnerTexts();
  const of = (line: string): string => (line.startsWith('Page load: ') ? line : (/\/(?:one|two|three)/.exec(line)?.[0] ?? line));
  const loads = ['/', '/second', '/'].map((path) => `Page load: ${site.origin}${path}`);
  expect(lines.map(of)).toEqual([loads[0], '/one', loads[1], '/two', loads[2], '/three']);
});

test('the browser’s own page for an empty 500: the failure is listed, and recording goes on at the next page', async () => {
  await browser.page.goto(`${site.origin}/`);
  await browser.page.goto(`${site.origin}/empty`).catch(() => undefined);
  await browser.page.waitForURL('chrome-error://**');
  await shown(panel, '/empty');
  await browser.page.goto(`${site.origin}/asking`);
  await shown(panel, '/one');
});

test('two tabs with DevTools: each lists its own failures only', async () => {
  const other = await browser.page.context().newPage();
  const devtools = await until(
    () => pages().find((p) => p.url().startsWith('devtools://') && p !== browser.devtools),
    'the other DevTools',
  );
  const second = await panelIn(devtools);
  await Promise.all([browser.page.goto(`${site.origin}/`), other.goto(`${site.origin}/`)]);
  await Promise.all([ask(browser.page, '/one'), ask(other, '/two')]);
  await shown(panel, '/one');
  await shown(second, '/two');
  expect([await rows(panel, '/two'), await rows(second, '/one')]).toEqual([0, 0]);
  await other.close();
  await ask(browser.page, '/three');
  await shown(panel, '/three');
});

// From here on DevTools are others than those that the browser started with, and in the end the tab is driven by nobody.
test('DevTools closed and opened again: a new recording, which records', async () => {
  await browser.page.goto(`${site.origin}/asking`);
  await browser.devtools.close();
  panel = await reopen(browser);
  await ask(browser.page, '/two');
  await shown(panel, '/two');
  expect(await rows(panel, '/one')).toBe(0);
});

test('a tab that crashes and is loaded again: what was recorded stays, and recording goes on', async () => {
  await browser.page.goto(`${site.origin}/asking`);
  await shown(panel, '/one');
  await ask(browser.page, '/two');
  await shown(panel, '/two');
  const crashed = new Promise((resolve) => browser.page.once('crash', resolve));
  await browser.page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await shown(panel, '/two');
  await panel.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { devtools: { inspectedWindow: { reload(): void } } } };
    chrome.devtools.inspectedWindow.reload();
  });
  await shown(panel, '/one', 2);
  await shown(panel, '/two');
});

test('DevTools docked at each side and undocked: nothing is lost', async () => {
  // Its own browser: undocking leaves pages behind that the other tests would take for DevTools.
  const own = await launchChromium(inChromium);
  try {
    const list = await own.showPanel();
    await own.page.goto(`${site.origin}/asking`);
    await shown(list, '/one');
    for (const [i, side] of (['bottom', 'left', 'undocked', 'right'] as const).entries()) {
      await own.dock(side);
      await ask(own.page, '/two');
      await shown(list, '/two', i + 1);
      await shown(list, '/one');
    }
  } finally {
    await own.close();
  }
});

test('the extension reloaded, as an update does: Chrome closes DevTools; opened again, they record', async () => {
  const own = await launchChromium(inChromium);
  try {
    const list = await own.showPanel();
    await own.page.goto(`${site.origin}/asking`);
    await shown(list, '/one');
    // Its page ends while it does so.
    await list
      .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
      .catch(() => undefined);
    await until(() => !pagesOf(own).some((p) => p.url().startsWith('devtools://')), 'DevTools to close');
    // DevTools take up the extensions that are there when they open.
    await until(() => own.page.goto(list.url().replace('panel', 'popup')).then(() => true), 'the extension to be back');
    await own.page.goto(`${site.origin}/`);
    const again = await reopen(own);
    await ask(own.page, '/two');
    await shown(again, '/two');
    expect(await rows(again, '/one')).toBe(0);
  } finally {
    await own.close();
  }
});
