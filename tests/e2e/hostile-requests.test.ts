import type { Frame } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './chromium';
import { inChromium } from './environment';
import { card, failureCount, failures, openFailure } from './panel';
import { type RawSite, startRawSite } from './raw-site';
import { asking, hidden, kinds, pathOf, requestRoutes } from './requests';
import { until } from './until';

/** Chrome keeps headers and body of an opaque HTML answer from everybody: who answered cannot be known. */
const OPAQUE = new Set(['a request without CORS', 'a redirect to another origin']);

let site: RawSite;
let browser: Chromium;
let panel: Frame;
beforeAll(async () => {
  site = await startRawSite(requestRoutes);
  browser = await launchChromium(inChromium);
  panel = await browser.showPanel();
  await browser.resize(1200, 800);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  await panel.getByRole('button', { name: /^Clear/ }).click();
  await until(async () => (await failures(panel).count()) === 0, 'an empty list');
  await browser.page.goto(`${site.origin}/`);
});

/** Runs in the page; a page that leaves while it runs is no error. */
const act = (code: string, path: string): Promise<void> =>
  browser.page.evaluate(asking(code, path, site.otherOrigin)).then(
    () => undefined,
    (error: unknown) => {
      if (!/navigat|destroyed|detached/i.test(String(error))) throw error;
    },
  );
const row = (text: string): ReturnType<typeof failures> => failures(panel).filter({ hasText: text });
async function shown(path: string): Promise<string> {
  await until(async () => (await row(path).count()) > 0, `${path} in the list`);
  await openFailure(panel, path);
  return until(async () => {
    const text = await card(panel).innerText();
    return text.includes(path) && text;
  }, `the card of ${path}`);
}

for (const [name, code] of Object.entries(kinds))
  test(`${name}: its 502 is listed with who issued it, as far as Chrome shows that`, async () => {
    const path = pathOf(name);
    await act(code, path);
    const text = await shown(path);
    expect(text).toContain('502');
    expect(text).toContain(OPAQUE.has(name) ? 'cannot be' : 'nginx');
  });

test('many requests that CORS blocks: each is listed, also those that Chrome tells before it knows their status', async () => {
  const path = pathOf('a request with CORS');
  const many = 300;
  // One by one: what waits in a queue has its status in time.
  await act(`(async () => { for (let i = 0; i < ${many}; i++) await fetch(OTHER + FAIL + '?' + i).catch(() => undefined); })()`, path);
  await until(async () => (await failureCount(panel)) === many, `${many} failures in the list`);
});

for (const [name, code] of Object.entries(hidden))
  test(`${name}: Chrome tells no extension of its failure, and it does no harm`, async () => {
    const path = pathOf(name);
    await act(code, path);
    await until(() => site.requests.some((r) => r.endsWith(path)), `${path} to be asked for`);
    if (code.includes('/next')) await browser.page.waitForURL('**/next');
    await act(`fetch('/plain').then(() => undefined)`, '');
    expect(await shown('/plain')).toContain('nginx');
    expect(await row(path).count()).toBe(0);
  });

test('a service worker: its own answer is told from one of the network, a rejected one does no harm', async () => {
  await act(`navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then(() => undefined)`, '');
  await until(() => browser.page.evaluate(() => navigator.serviceWorker.controller !== null), 'the service worker in control');
  await act(`fetch('/rejected').catch(() => undefined)`, '');
  await act(`fetch('/made-up').then(() => undefined)`, '');
  expect(await shown('/made-up')).toMatch(/service worker/i);
  await act(`fetch('/from-the-network').then(() => undefined)`, '');
  expect(await shown('/from-the-network')).toContain('nginx answered');
  expect(await row('/from-the-network').count()).toBe(1);
  await act(`navigator.serviceWorker.getRegistration().then((r) => r.unregister()).then(() => undefined)`, '');
});
