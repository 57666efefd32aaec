import { gzipSync } from 'node:zlib';
import type { Frame } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './chromium';
import { inChromium } from './environment';
import { card, copySummary, failures, openFailure } from './panel';
import { type Answer, html, nginx502, type Site, startSite } from './site';
import { until } from './until';

const MARKUP = '<img src=x onerror="top.pwned=1;window.pwned=1"><script>window.pwned=1</script><svg onload="window.pwned=1">';
const answer =
  (status: number, headers: Readonly<Record<string, string>>, body: string | Buffer): Answer =>
  (_, to) => {
    to.writeHead(status, headers).end(body);
  };

/** What a page does, and the path that must then be in the list. */
interface Case {
  readonly path: string;
  readonly route?: Answer;
  /** Runs in the page; a plain fetch of the path unless given. */
  readonly act?: string;
}
const cases: Readonly<Record<string, Case>> = {
  'markup in body and headers': {
    path: '/markup',
    route: answer(500, { 'content-type': 'text/html', server: MARKUP, 'x-powered-by': MARKUP }, MARKUP),
  },
  'control characters, bidi marks and escapes in the body': {
    path: '/controls',
    route: answer(500, { 'content-type': 'text/plain' }, '\u202e\u0000\u001b[31mred\u001b[0m\u2066\ufeff'),
  },
  'invalid UTF-8': {
    path: '/utf8',
    route: answer(500, { 'content-type': 'text/html; charset=utf-8' }, Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80])),
  },
  'a charset that does not exist': { path: '/charset', route: answer(500, { 'content-type': 'text/plain; charset=klingon' }, 'nuqneH') },
  'a lone surrogate in JSON': { path: '/surrogate', route: answer(500, { 'content-type': 'application/json' }, '{"error":"\\ud800"}') },
  'an image that is none': {
    path: '/image',
    route: answer(503, { 'content-type': 'image/png' }, 'not an image'),
    act: `new Promise((done) => { const i = new Image(); i.onerror = done; i.src = '/image'; })`,
  },
  'a gzip bomb of 64 MB': {
    path: '/bomb',
    route: answer(502, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(64 * 1024 * 1024))),
  },
  'a redirect to a failure': { path: '/landing', route: nginx502, act: `fetch('/hop').then((r) => r.text())` },
  'an event stream': {
    path: '/events',
    route: answer(503, { 'content-type': 'text/event-stream' }, 'data: no\n\n'),
    act: `new Promise((done) => { const s = new EventSource('/events'); s.onerror = () => { s.close(); done(); }; })`,
  },
  'a beacon': { path: '/beacon', route: nginx502, act: `navigator.sendBeacon('/beacon', 'x')` },
  'a frame': {
    path: '/frame',
    route: nginx502,
    act: `new Promise((done) => { const f = document.createElement('iframe'); f.onload = done; f.src = '/frame'; document.body.append(f); })`,
  },
};

let site: Site;
let browser: Chromium;
let panel: Frame;
beforeAll(async () => {
  const routes = Object.fromEntries(Object.values(cases).flatMap(({ path, route }) => (route === undefined ? [] : [[path, route]])));
  site = await startSite({
    ...routes,
    '/hop': answer(302, { location: '/landing' }, ''),
    '/six-hundred': answer(600, {}, ''),
    '/preflight': (from, to) => (from.method === 'OPTIONS' ? nginx502(from, to) : html('')(from, to)),
  });
  browser = await launchChromium(inChromium);
  panel = await browser.showPanel();
  await browser.resize(1200, 800);
  await browser.page.goto(`${site.origin}/`);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The card answers and nothing of the page ran in the panel. */
async function holds(path: string): Promise<void> {
  await until(async () => (await failures(panel).filter({ hasText: path }).count()) > 0, `${path} in the list`);
  await openFailure(panel, path);
  await until(async () => (await card(panel).innerText()).includes(path), `the card of ${path}`);
  expect(await panel.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await card(panel).locator('img, script, iframe, [onerror], [onload]').count()).toBe(0);
}

for (const [name, { path, act }] of Object.entries(cases))
  test(`${name}: listed, diagnosed, nothing runs`, async () => {
    await browser.page.evaluate(act ?? `fetch(${JSON.stringify(path)}).then((r) => r.text()).then(() => undefined)`);
    await holds(path);
  });

test('a preflight that fails is listed', async () => {
  const seen = await browser.page.evaluate(
    (url) => fetch(url, { method: 'PUT', headers: { 'x-custom': '1' } }).catch((e: Error) => e.name),
    `${site.otherOrigin}/preflight`,
  );
  expect(seen).toBe('TypeError');
  await holds('/preflight');
});

test('a status above 599 is no 5xx and does no harm', async () => {
  await browser.page.evaluate(() => fetch('/six-hundred').catch(() => undefined));
  await browser.page.evaluate(() => fetch('/landing?after').then((r) => r.text()));
  await until(async () => (await failures(panel).filter({ hasText: '/landing' }).count()) > 1, 'the failure after it');
  expect(await failures(panel).filter({ hasText: '/six-hundred' }).count()).toBe(0);
});

test('what is copied has no control characters', async () => {
  await openFailure(panel, '/controls');
  const summary = await copySummary(browser, panel);
  expect([...summary].filter((c) => c < ' ' && c !== '\n' && c !== '\t')).toEqual([]);
});
