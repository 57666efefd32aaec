import type { Frame } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { BODY, listed, NGINX, NOT_LISTED, passed, pathOf, routes } from './answers';
import { type Chromium, launchChromium } from './chromium';
import { inChromium } from './environment';
import { card, copySummary, failures, openFailure } from './panel';
import { answer, type RawSite, raw, startRawSite } from './raw-site';
import { until } from './until';

let site: RawSite;
let browser: Chromium;
let panel: Frame;
/** What the panel threw or its policy refused. */
const complaints: string[] = [];
/** Each breaks off an answer that has no end. */
const endless: (() => void)[] = [];
beforeAll(async () => {
  site = await startRawSite({
    ...routes(listed),
    ...routes(passed),
    '/plain': answer('502 Bad Gateway', NGINX, BODY),
    '/endless': (to) => {
      to.write(raw('503 Service Unavailable', NGINX).toString('latin1').replace('content-length: 0', 'transfer-encoding: chunked'));
      to.write('5\r\nbegin\r\n');
      endless.push(() => to.destroy());
    },
  });
  browser = await launchChromium(inChromium);
  panel = await browser.showPanel();
  browser.devtools.on('pageerror', (error) => complaints.push(String(error)));
  browser.devtools.on('console', (message) => {
    if (message.type() === 'error' && message.location().url.startsWith('chrome-extension:')) complaints.push(message.text());
  });
  await browser.resize(1200, 800);
  await browser.page.goto(`${site.origin}/`);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
afterEach(async () => {
  await panel.getByRole('button', { name: /^Clear/ }).click();
  await until(async () => (await failures(panel).count()) === 0, 'an empty list');
});

/** Fetches and reads to the end, keeping nothing. */
const read = (path: string): Promise<void> =>
  browser.page.evaluate(async (url) => {
    await fetch(url)
      .then((r) => r.body?.pipeTo(new WritableStream()))
      .catch(() => undefined);
  }, path);
const shown = (path: string): Promise<true> =>
  until(async () => (await failures(panel).filter({ hasText: path }).count()) > 0, `${path} in the list`);

/** Nothing of the page became part of the panel, and nothing was fetched or thrown. */
async function unharmed(): Promise<void> {
  expect(
    await panel.evaluate(() => ({
      pwned: 'pwned' in window,
      at: location.pathname,
      base: document.baseURI.startsWith('chrome-extension:'),
    })),
  ).toEqual({ pwned: false, at: '/panel.html', base: true });
  expect(
    await panel
      .locator(
        'body :is(img, script, iframe, object, embed, base, meta, link, form, [onerror], [onload], [onclick], [href^="javascript:"])',
      )
      .count(),
  ).toBe(0);
  expect(site.requests.filter((r) => r.includes('leak'))).toEqual([]);
  expect(complaints).toEqual([]);
}

for (const name of Object.keys(listed))
  test(`${name}: listed, diagnosed and copied as text`, async () => {
    const path = pathOf(name);
    await read(path);
    await shown(path);
    await openFailure(panel, path);
    await until(async () => (await card(panel).innerText()).includes(path), `the card of ${path}`);
    const summary = await copySummary(browser, panel);
    expect(summary).toContain(path);
    // GitHub's limit for a comment.
    expect(summary.length).toBeLessThan(65_536);
    // Not a character that moves a cursor, hides text or turns its direction.
    expect([...summary].filter((c) => c !== '\n' && c !== '\t' && /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(c))).toEqual([]);
    await unharmed();
  });

for (const name of Object.keys(passed))
  test(`${name}: the panel goes on`, async () => {
    await read(pathOf(name));
    await read('/plain');
    await shown('/plain');
    for (const none of NOT_LISTED)
      expect(
        await failures(panel)
          .filter({ hasText: pathOf(none) })
          .count(),
      ).toBe(0);
    await unharmed();
  });

test('a body that never ends: it holds nothing up, and is listed once it breaks off', async () => {
  const broken = read('/endless');
  await until(() => endless.length > 0, 'the endless answer to begin');
  await read('/plain');
  await shown('/plain');
  for (const end of endless) end();
  await broken;
  await shown('/endless');
  await openFailure(panel, '/endless');
  await unharmed();
});
