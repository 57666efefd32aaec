import type { Frame } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './chromium';
import { inChromium, inFirefox } from './environment';
import { type Firefox, launchFirefox } from './firefox';
import { failures, openFailure } from './panel';
import { html, nginx502, type Site, startSite } from './site';
import { until } from './until';

let site: Site;
beforeAll(async () => {
  site = await startSite({
    '/bad-gateway': nginx502,
    '/nothing': (_, to) => void to.writeHead(503).end(),
    '/fails': html(`<script>fetch('/bad-gateway').then(() => { document.documentElement.dataset.done = '' })</script>`),
  });
});
afterAll(() => site?.close());

describe('in Chromium', () => {
  let browser: Chromium;
  let panel: Frame;
  const errorPage = async (): Promise<void> => {
    await browser.page.goto(`${site.origin}/nothing`).catch(() => undefined);
    await until(() => browser.page.url().startsWith('chrome-error:'), 'Chrome’s own error page');
  };
  beforeAll(async () => {
    browser = await launchChromium(inChromium);
  });
  afterAll(() => browser?.close());

  test('a panel that is opened only once Chrome shows its own error page lists what failed and says what is hidden', async () => {
    await browser.extensionReady();
    await errorPage();
    panel = await browser.showPanel();
    await failures(panel).filter({ hasText: '/nothing' }).waitFor();
    await panel.getByText('Chrome shows its own error page').waitFor();
  });

  test('the note goes when a page of the site is open again, and comes back with the error page', async () => {
    const note = panel.getByText('Chrome shows its own error page');
    await browser.page.goto(`${site.origin}/ok`);
    await note.waitFor({ state: 'detached' });
    await errorPage();
    await note.waitFor();
  });

  test('a HAR file opens beside the recording, and closes', async () => {
    await browser.page.goto(`${site.origin}/fails`);
    await failures(panel).filter({ hasText: '/bad-gateway' }).waitFor();
    const entry = { request: { method: 'GET', url: 'https://shop.example.com/from-file' }, response: { status: 502, headers: [] } };
    const buffer = Buffer.from(JSON.stringify({ log: { entries: [entry] } }));
    await panel.locator('input[type=file]').first().setInputFiles({ name: 'shop.har', mimeType: 'application/json', buffer });
    await openFailure(panel, '/from-file');
    // The Network panel does not have what a file holds.
    expect(await panel.getByRole('button', { name: /Network/ }).count()).toBe(0);
    await panel.getByRole('button', { name: 'Back to the live recording' }).click();
    await failures(panel).filter({ hasText: '/bad-gateway' }).waitFor();
    expect(await failures(panel).filter({ hasText: '/from-file' }).count()).toBe(0);
  });

  // From here on nothing is recorded.
  test('the panel says what to do when the page that records is gone', async () => {
    await browser.devtools.evaluate(() => {
      for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src$="/devtools.html"]')) frame.remove();
    });
    await panel.evaluate(() => location.reload());
    await panel.getByRole('alert').getByText('close DevTools, open them again').waitFor();
  });
});

describe('in Firefox', () => {
  let firefox: Firefox;
  afterEach(() => firefox?.close());
  const text = (): Promise<string> => firefox.inPanel<string>('document.body.innerText');
  const listed = (path: string): Promise<boolean> =>
    firefox.inPanel<boolean>(
      `[...document.querySelectorAll('tr[aria-selected]')].some((row) => row.innerText.includes(${JSON.stringify(path)}))`,
    );
  const button = (name: string): string => `[...document.querySelectorAll('button')].find((b) => b.innerText === ${JSON.stringify(name)})`;

  test('what failed before the toolbox was opened is listed without headers, and whole after a reload', async () => {
    firefox = await launchFirefox({ ...inFirefox, before: `${site.origin}/fails` });
    await firefox.showPanel();
    await until(async () => (await text()).includes('1 failure from before DevTools was opened'), 'the failure from before');
    expect(await text()).toContain(`${site.origin}/bad-gateway`);
    expect(await listed('/bad-gateway')).toBe(false);
    await firefox.click(button('Reload the page'));
    await until(() => listed('/bad-gateway'), 'the failure in the list');
    await until(async () => !(await text()).includes('from before DevTools'), 'the note to go');
  });

  test('a filter of the Network panel is noticed, and a rescan brings what it hid', async () => {
    firefox = await launchFirefox({ ...inFirefox, prefs: { 'devtools.netmonitor.filters': '["css"]' } });
    await firefox.showPanel();
    await firefox.goto(`${site.origin}/fails`);
    await until(async () => (await text()).includes('a filter in the Network panel hides them'), 'the filter to be noticed', 30_000);
    expect(await listed('/bad-gateway')).toBe(false);
    await firefox.click(button('Rescan'));
    await until(async () => /Rescan done: 1 failure added/.test(await text()), 'the rescan', 30_000);
    await until(() => listed('/bad-gateway'), 'the hidden failure in the list');
    // Told once: a second rescan adds nothing.
    await firefox.click(button('Rescan'));
    await until(async () => /Rescan done: 0 failures added/.test(await text()), 'the second rescan', 30_000);
  });
});
