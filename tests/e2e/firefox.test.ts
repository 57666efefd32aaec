import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../scripts/demo/server';
import { inFirefox, nginx } from './environment';
import { type Firefox, launchFirefox } from './firefox';
import { html, nginx502, type Site, startSite } from './site';
import { until } from './until';

let demo: Demo;
let site: Site;
let firefox: Firefox;
beforeAll(async () => {
  demo = await startDemo(nginx);
  site = await startSite({
    '/bad-gateway': nginx502,
    '/second': html('<h1>Second page</h1><img alt="" src="/during">'),
    '/during': nginx502,
  });
  firefox = await launchFirefox(inFirefox);
});
afterAll(async () => {
  await firefox?.close();
  await site?.close();
  await demo?.close();
});

const ROWS = `[...document.querySelectorAll('tr[aria-selected]')]`;
const rows = (): Promise<readonly string[]> => firefox.inPanel<readonly string[]>(`${ROWS}.map((row) => row.innerText)`);
const button = (name: string): string =>
  `[...document.querySelectorAll('button')].find((b) => (b.getAttribute('aria-label') ?? b.innerText) === ${JSON.stringify(name)})`;
const cardText = (): Promise<string | null> => firefox.inPanel<string | null>(`document.querySelector('article')?.innerText ?? null`);
const open = async (path: string): Promise<string> => {
  await firefox.click(`${ROWS}.find((row) => row.innerText.includes(${JSON.stringify(path)}))`);
  return until(async () => {
    const text = await cardText();
    return text?.includes(path) && text;
  }, `the card of ${path}`);
};
const fetchIn = (url: string): Promise<number | string> =>
  firefox.inPage<number | string>(`fetch(${JSON.stringify(url)}).then((r) => r.text().then(() => r.status)).catch((e) => e.name)`);

// One browser, in the order in which a person would go: each test goes on where the one before ended.
test('records what fails before the tab is first shown, and lists all of it', async () => {
  await firefox.goto(demo.url);
  await until(() => firefox.inPage<boolean>(`document.documentElement.dataset.done === 'true'`), 'the demo to have failed', 30_000);
  await firefox.showPanel();
  await until(async () => (await rows()).length === demo.failures.length, 'all failures', 30_000);
});

test('a click shows who answered, and the body read in time', async () => {
  const proxy = demo.proxy.split(' ')[0] ?? '';
  expect(await open('/reports/daily')).toContain(`${proxy} answered`);
  expect(await open('/orders/1002')).toContain('Your application');
});

test('the summary gets into the clipboard', async () => {
  await open('/orders/1002');
  await firefox.click(button('Copy triage summary'));
  const summary = await until(async () => {
    const text = await firefox.clipboard();
    return text.startsWith('### 500 on GET /orders/1002') && text;
  }, 'the summary in the clipboard');
  expect(summary).toContain('Something failed while handling this request');
});

test('a cross-origin 502 that the page sees as a CORS error is listed, with its body', async () => {
  await firefox.click(`[...document.querySelectorAll('button')].find((b) => b.getAttribute('aria-label')?.startsWith('Clear'))`);
  await until(async () => (await rows()).length === 0, 'an empty list');
  await firefox.goto(`${site.origin}/`);
  expect(await fetchIn(`${site.otherOrigin}/bad-gateway`)).toBe('TypeError');
  await until(async () => (await rows()).some((row) => row.includes('502') && row.includes('other.localhost')), 'the failure');
  expect(await open('/bad-gateway')).toContain('nginx answered');
});

test('keeps its failures over a navigation, and marks it before what failed while the page loaded', async () => {
  await firefox.goto(`${site.origin}/second`);
  await fetchIn('/bad-gateway');
  const mark = `Page load: ${site.origin}/second`;
  await until(async () => {
    const lines = await firefox.inPanel<readonly string[]>(`[...document.querySelectorAll('tbody tr')].map((line) => line.innerText)`);
    const places = [mark, '/during', '/bad-gateway', 'Other sites'].map((text) => lines.findIndex((line) => line.includes(text)));
    return places.join() === '0,1,2,3';
  }, 'the mark, then the failures of the new page');
});

test('without Preserve log a new page keeps what failed while it loaded, and nothing older', async () => {
  await firefox.click(`[...document.querySelectorAll('label')].find((l) => l.innerText.trim() === 'Preserve log')`);
  await firefox.goto(`${site.origin}/second`);
  await until(async () => {
    const list = await rows();
    return list.length === 1 && list[0]?.includes('/during');
  }, 'the one failure of the new page');
});

test('follows the theme of the toolbox', async () => {
  const theme = (): Promise<string | null> => firefox.inPanel<string | null>(`document.documentElement.dataset.theme ?? null`);
  await firefox.setTheme('dark');
  await until(async () => (await theme()) === 'dark', 'the dark theme');
  await firefox.setTheme('light');
  await until(async () => (await theme()) === 'light', 'the light theme');
});
