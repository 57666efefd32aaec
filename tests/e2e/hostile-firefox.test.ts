import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BODY, listed, NGINX, passed, pathOf, routes } from './answers';
import { inFirefox } from './environment';
import { type Firefox, launchFirefox } from './firefox';
import { answer, type RawSite, startRawSite } from './raw-site';
import { asking, hidden, kinds, pathOf as pathOfKind, requestRoutes } from './requests';
import { until } from './until';

/** The worst of what is tried in Chromium. */
const LISTED = [
  'a header value of 200 KB',
  'markup in every header and in the body',
  'bidirectional marks in header, reason and body',
  'terminal escapes in header, reason and body',
  'bytes that are no UTF-8, said to be UTF-8',
  'a body of NULs',
  'a body of 20 MB',
];
const PASSED = ['a header value of 1 MB', 'NULs in a header', 'a status of 600', 'a status of 999'];
const STORM = 1000;

let site: RawSite;
let firefox: Firefox;
beforeAll(async () => {
  site = await startRawSite({
    ...routes(listed),
    ...routes(passed),
    ...requestRoutes,
    '/plain': answer('502 Bad Gateway', NGINX, BODY),
    '/ok': answer('200 OK', ['content-type: text/plain'], 'fine'),
  });
  firefox = await launchFirefox(inFirefox);
  await firefox.showPanel();
  await firefox.goto(`${site.origin}/`);
});
afterAll(async () => {
  await firefox?.close();
  await site?.close();
});

beforeEach(async () => {
  await firefox.click(`[...document.querySelectorAll('button')].find((b) => b.getAttribute('aria-label')?.startsWith('Clear'))`);
  await until(() => firefox.inPanel<boolean>(`recording.failures().length === 0`), 'an empty list');
});

const ROWS = `[...document.querySelectorAll('tr[aria-selected]')]`;
const rowOf = (path: string): string => `${ROWS}.find((row) => row.innerText.includes(${JSON.stringify(path)}))`;
const shown = (path: string): Promise<boolean> =>
  until(() => firefox.inPanel<boolean>(`${rowOf(path)} !== undefined`), `${path} in the list`);
/** Fetches and reads to the end, keeping nothing. */
const read = (path: string): Promise<unknown> =>
  firefox.inPage(`fetch(${JSON.stringify(path)}).then((r) => r.body?.pipeTo(new WritableStream())).catch(() => null).then(() => true)`);
/** Nothing of the page became part of the panel, and nothing was fetched. */
async function unharmed(): Promise<void> {
  const state = `({ pwned: 'pwned' in window, at: location.pathname, parts: document.body.querySelectorAll('img, script, iframe, object, embed, base, meta, link, form, [onerror], [onload], [onclick], [href^="javascript:"]').length })`;
  expect(await firefox.inPanel<unknown>(state)).toEqual({ pwned: false, at: '/panel.html', parts: 0 });
  expect(site.requests.filter((r) => r.includes('leak'))).toEqual([]);
}

for (const name of LISTED)
  test(`${name}: listed and diagnosed as text`, async () => {
    const path = pathOf(name);
    await read(path);
    await shown(path);
    await firefox.click(rowOf(path));
    await until(
      () => firefox.inPanel<boolean>(`document.querySelector('article')?.innerText.includes(${JSON.stringify(path)}) === true`),
      `the card of ${path}`,
    );
    await unharmed();
  });

for (const name of PASSED)
  test(`${name}: the panel goes on`, async () => {
    await read(pathOf(name));
    await read('/plain');
    await shown('/plain');
    if (name.includes('status')) expect(await firefox.inPanel<boolean>(`${rowOf(pathOf(name))} === undefined`)).toBe(true);
    await unharmed();
  });

/** Firefox lists what Chrome hides, but not what a service worker asks for while it starts. */
const starts = ([name]: readonly [string, string]): boolean => name.includes('service worker');
const all = Object.entries({ ...kinds, ...hidden });
for (const [name, code] of all.filter((kind) => !starts(kind)))
  test(`${name}: its 502 is listed with who issued it`, async () => {
    await firefox.goto(`${site.origin}/`);
    const path = pathOfKind(name);
    // A page that leaves meanwhile never answers.
    await firefox.inPage(`void ${asking(code, path, site.otherOrigin)}, true`);
    await shown(path);
    await firefox.click(rowOf(path));
    await until(
      () => firefox.inPanel<boolean>(`/nginx .*answered/.test(document.querySelector('article')?.innerText ?? '')`),
      `the verdict on ${path}`,
    );
  });

for (const [name, code] of all.filter(starts))
  test(`${name}: Firefox tells no extension of its failure, and it does no harm`, async () => {
    await firefox.goto(`${site.origin}/`);
    const path = pathOfKind(name);
    await firefox.inPage(`${asking(code, path, site.otherOrigin)}.then(() => true)`);
    expect(site.requests.some((r) => r.endsWith(path))).toBe(true);
    await read('/plain');
    await shown('/plain');
    expect(await firefox.inPanel<boolean>(`${rowOf(path)} === undefined`)).toBe(true);
  });

test('a service worker: its own answer is told from one of the network, a rejected one does no harm', async () => {
  await firefox.goto(`${site.origin}/`);
  await firefox.inPage(`navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then(() => true)`);
  await until(() => firefox.inPage<boolean>(`navigator.serviceWorker.controller !== null`), 'the service worker in control');
  for (const path of ['/rejected', '/made-up', '/from-the-network']) await read(path);
  await shown('/from-the-network');
  const card = async (path: string): Promise<string> => {
    await firefox.click(rowOf(path));
    return until(async () => {
      const text = await firefox.inPanel<string>(`document.querySelector('article')?.innerText ?? ''`);
      return text.includes(path) && text;
    }, `the card of ${path}`);
  };
  expect(await card('/from-the-network')).toContain('nginx answered');
  expect(await card('/made-up')).toMatch(/service worker/i);
  await firefox.inPage(`navigator.serviceWorker.getRegistration().then((r) => r.unregister()).then(() => true)`);
});

test(`a storm of ${STORM.toLocaleString('en')} requests with ${STORM / 4} failures: none is lost, nor its body`, async () => {
  await firefox.inPage(`(async () => {
    let next = 0;
    const work = async () => { for (let i = next++; i < ${STORM}; i = next++) await (await fetch((i % 4 === 3 ? '/plain?' : '/ok?') + i)).text(); };
    await Promise.all(Array.from({ length: 16 }, work));
    return true;
  })()`);
  const counts = `({ requests: recording.requests(), failures: recording.failures().length, bodies: recording.failures().filter((f) => f.exchange.body !== null).length })`;
  const wanted = { requests: STORM, failures: STORM / 4, bodies: STORM / 4 };
  await until(async () => JSON.stringify(await firefox.inPanel(counts)) === JSON.stringify(wanted), 'every request of the storm', 90_000);
});

test('the extension reloaded, as an update does: its tab comes back in the open toolbox, and records', async () => {
  await firefox.reloadExtension();
  await firefox.showPanel();
  await read('/plain');
  await shown('/plain');
  expect(await firefox.inPanel<number>(`${ROWS}.length`)).toBe(1);
});
