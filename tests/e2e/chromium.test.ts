import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../scripts/demo/server';
import { type Chromium, launchChromium } from './chromium';
import { inChromium, nginx } from './environment';
import { card, copySummary, failureCount, failures, openFailure } from './panel';
import { html, nginx502, type Site, startSite } from './site';
import { until } from './until';

/** Fetches from the inspected page; gives the status, or the name of the error that the page gets. */
const fetchIn = (browser: Chromium, url: string): Promise<number | string> =>
  browser.page.evaluate(
    (to) =>
      fetch(to)
        .then((r) => r.text().then(() => r.status))
        .catch((e: Error) => e.name),
    url,
  );
const listed = (panel: Frame, text: string): Promise<true> =>
  until(async () => (await failures(panel).filter({ hasText: text }).count()) > 0, `${text} in the list`);

describe('the demo in Chromium', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo(nginx);
  });
  afterAll(() => demo.close());
  const fail = async (browser: Chromium): Promise<void> => {
    await browser.page.goto(demo.url);
    await browser.page.locator('html[data-done]').waitFor({ timeout: 30_000 });
  };

  test('lists every failure as it happens; the card and the copied summary say who answered', async () => {
    const browser = await launchChromium(inChromium);
    try {
      const panel = await browser.showPanel();
      await fail(browser);
      await until(async () => (await failureCount(panel)) === demo.failures.length, 'all failures');
      await browser.resize(1200, 800);
      await openFailure(panel, '/reports/daily');
      const proxy = demo.proxy.split(' ')[0] ?? '';
      expect(await card(panel).getByRole('heading').first().innerText()).toContain(proxy);
      const summary = await copySummary(browser, panel);
      expect(summary).toMatch(new RegExp(`^### 502 on GET /reports/daily: ${proxy} answered`));
      expect(summary).toContain('- [ ]');
      await openFailure(panel, '/orders/1002');
      await until(
        async () => (await card(panel).getByRole('heading').first().innerText()).includes('Your application'),
        'the verdict on the application',
      );
      expect(await copySummary(browser, panel)).toMatch(/^### 500 on GET \/orders\/1002: Your application/);
    } finally {
      await browser.close();
    }
  });

  test('loses nothing that came before the tab was first shown, bodies included', async () => {
    const browser = await launchChromium(inChromium);
    try {
      await browser.extensionReady();
      await fail(browser);
      // The bodies of the first page are gone from the browser by now.
      await browser.page.goto('about:blank');
      const panel = await browser.showPanel();
      await until(async () => (await failureCount(panel)) === demo.failures.length, 'all failures');
      await browser.resize(1200, 800);
      await openFailure(panel, 'varnish.localhost');
      await browser.page.goto(demo.url);
      expect(await copySummary(browser, panel)).toContain('Guru Meditation');
    } finally {
      await browser.close();
    }
  });
});

describe('a page in Chromium', () => {
  let site: Site;
  let browser: Chromium;
  let panel: Frame;
  beforeAll(async () => {
    site = await startSite({
      '/bad-gateway': nginx502,
      '/secrets': (_, to) => {
        to.writeHead(500, { 'set-cookie': 'session=s3cr3t-cookie-value; Path=/', 'content-type': 'application/json' }).end(
          '{"access_token":"s3cr3t-body-token"}',
        );
      },
      '/second': html('<h1>Second page</h1>'),
    });
    browser = await launchChromium(inChromium);
    panel = await browser.showPanel();
    await browser.resize(1200, 800);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(async () => {
    await panel.getByRole('button', { name: /^Clear/ }).click();
    await until(async () => (await failures(panel).count()) === 0, 'an empty list');
  });

  test('a cross-origin 502 that the page sees as a CORS error is listed with its status', async () => {
    await browser.page.goto(`${site.origin}/`);
    expect(await fetchIn(browser, `${site.otherOrigin}/bad-gateway`)).toBe('TypeError');
    await listed(panel, 'other.localhost');
    const row = failures(panel).filter({ hasText: 'other.localhost' });
    expect(await row.innerText()).toMatch(/502[\s\S]*CORS/);
    await openFailure(panel, 'other.localhost');
    expect(await card(panel).innerText()).toContain('CORS');
  });

  test('preserve log keeps failures over a navigation and marks it; off, a navigation clears them', async () => {
    await browser.page.goto(`${site.origin}/`);
    await fetchIn(browser, '/bad-gateway');
    await listed(panel, '/bad-gateway');
    await browser.page.goto(`${site.origin}/second`);
    await fetchIn(browser, '/bad-gateway?again');
    await panel.getByText(`Page load: ${site.origin}/second`).waitFor();
    expect(await failures(panel).count()).toBe(2);
    const preserve = panel.getByRole('checkbox', { name: 'Preserve log' });
    await preserve.uncheck();
    await browser.page.goto(`${site.origin}/`);
    await until(async () => (await failures(panel).count()) === 0, 'the failures to be cleared');
    await preserve.check();
  });

  test('cookies and tokens do not get into the clipboard', async () => {
    await browser.page.goto(`${site.origin}/`);
    await fetchIn(browser, '/secrets?api_key=s3cr3t-query-value');
    await listed(panel, '/secrets');
    await openFailure(panel, '/secrets');
    const summary = await copySummary(browser, panel);
    expect(summary).toContain('/secrets');
    expect(summary).not.toContain('s3cr3t');
  });

  test('follows the dark theme', async () => {
    await browser.devtools.emulateMedia({ colorScheme: 'dark' });
    await until(async () => (await panel.locator('html').getAttribute('data-theme')) === 'dark', 'the dark theme');
    await browser.devtools.emulateMedia({ colorScheme: 'light' });
    await until(async () => (await panel.locator('html').getAttribute('data-theme')) === 'light', 'the light theme');
  });

  test('the keyboard alone walks the list, opens the card and copies', async () => {
    await browser.page.goto(`${site.origin}/`);
    await fetchIn(browser, '/bad-gateway');
    await fetchIn(browser, '/secrets');
    await listed(panel, '/secrets');
    await browser.devtools.bringToFront();
    await panel.getByRole('button', { name: /^Clear/ }).focus();
    const inList = (): Promise<boolean> => panel.evaluate(() => document.activeElement?.matches('tr[aria-selected]') === true);
    while (!(await inList())) await browser.devtools.keyboard.press('Tab');
    await browser.devtools.keyboard.press('Enter');
    await card(panel).waitFor();
    expect(await failures(panel).first().getAttribute('aria-selected')).toBe('true');
    await browser.devtools.keyboard.press('Escape');
    await card(panel).waitFor({ state: 'detached' });
    await browser.devtools.keyboard.press('End');
    await until(async () => (await failures(panel).last().getAttribute('aria-selected')) === 'true', 'the last row selected');
    await browser.devtools.keyboard.press('c');
    await until(async () => (await browser.clipboard()).includes('/secrets'), 'the summary in the clipboard');
  });
});

test('the extension asks for no permission, and its policy forbids connections', () => {
  const manifest = JSON.parse(readFileSync(`${inChromium.extension}/manifest.json`, 'utf8')) as Record<string, unknown>;
  for (const key of [
    'permissions',
    'host_permissions',
    'optional_permissions',
    'optional_host_permissions',
    'content_scripts',
    'background',
  ])
    expect(manifest[key], key).toBeUndefined();
  expect(manifest['content_security_policy']).toMatchObject({ extension_pages: expect.stringContaining("connect-src 'none'") });
});
