import { expect, test } from 'vitest';
import { launchChromium } from './chromium';
import { inChromium, inFirefox } from './environment';
import { launchFirefox } from './firefox';
import { copySummary, failures, openFailure } from './panel';
import { nginx502, startSite } from './site';
import { recordTraffic, targetsOf } from './traffic';
import { until } from './until';

/** The page's own, and what Chromium's DevTools ask of every site on this machine: is there a workspace? */
const EXPECTED: readonly string[] = ['GET /', 'GET /bad-gateway', 'GET /.well-known/appspecific/com.chrome.devtools.json'];

test('in Chromium nothing goes anywhere but to the page’s own site', async () => {
  const [site, traffic] = [await startSite({ '/bad-gateway': nginx502 }), await recordTraffic()];
  const browser = await launchChromium({
    ...inChromium,
    args: [`--proxy-server=127.0.0.1:${traffic.port}`, '--proxy-bypass-list=<-loopback>'],
  });
  try {
    const panel = await browser.showPanel();
    await browser.page.goto(`${site.origin}/`);
    await browser.page.evaluate(() => fetch('/bad-gateway').then((r) => r.text()));
    await until(async () => (await failures(panel).count()) === 1, 'the failure');
    await browser.resize(1200, 800);
    await openFailure(panel, '/bad-gateway');
    await copySummary(browser, panel);
    // Everything else that the panel does.
    const press = (name: string | RegExp): Promise<void> => panel.getByRole('button', { name }).first().click();
    await press('Codes');
    await press('Back to the list');
    await press('Settings');
    await press('Team knowledge');
    await panel
      .getByRole('textbox')
      .last()
      .fill(JSON.stringify({ version: 1, hosts: [] }));
    await press('Team knowledge');
    const saved = browser.devtools.waitForEvent('download');
    await press(/^Export 1 failure as HAR/);
    const file = await (await saved).path();
    await panel.locator('input[type=file]').first().setInputFiles(file);
    await panel.getByText('1 request read').waitFor();
    await openFailure(panel, '/bad-gateway');
    expect(targetsOf(traffic)).toEqual([`127.0.0.1:${site.port}`]);
    expect(site.requests.filter((r) => !EXPECTED.includes(r))).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
    await traffic.close();
  }
});

test('in Firefox nothing goes anywhere but to the page’s own site', async () => {
  const [site, traffic] = [await startSite({ '/bad-gateway': nginx502 }), await recordTraffic()];
  const firefox = await launchFirefox({
    ...inFirefox,
    prefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': traffic.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': traffic.port,
      'network.proxy.allow_hijacking_localhost': true,
    },
  });
  try {
    await firefox.showPanel();
    await firefox.goto(`${site.origin}/`);
    await firefox.inPage(`fetch('/bad-gateway').then((r) => r.text())`);
    await until(() => firefox.inPanel<boolean>(`document.querySelectorAll('tr[aria-selected]').length === 1`), 'the failure');
    await firefox.click(`document.querySelector('tr[aria-selected]')`);
    await until(() => firefox.inPanel<boolean>(`document.querySelector('article') !== null`), 'the card');
    expect(targetsOf(traffic)).toEqual([`127.0.0.1:${site.port}`]);
    expect(site.requests.filter((r) => !EXPECTED.includes(r))).toEqual([]);
  } finally {
    await firefox.close();
    await site.close();
    await traffic.close();
  }
});
