import type { Frame } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './chromium';
import { inChromium } from './environment';
import { card, failureCount, failures, openFailure } from './panel';
import { answer, page, type RawAnswer, type RawSite, script, startRawSite } from './raw-site';
import { until } from './until';

const NGINX = ['server: nginx/1.25.3', 'content-type: text/html'];
const BODY = '<html><head><title>502 Bad Gateway</title></head><body><hr><center>nginx/1.25.3</center></body></html>';
const failing: RawAnswer = answer('502 Bad Gateway', NGINX, BODY);

/** A way to make a browser ask for something. `act` runs in the page, where `FAIL` is the path to fail and `OTHER` the other origin. */
const kinds: Readonly<Record<string, string>> = {
  'a script': `new Promise((done) => { const e = document.createElement('script'); e.onerror = done; e.src = FAIL; document.head.append(e); })`,
  'a module': `import(FAIL).catch(() => undefined)`,
  'a style sheet': `new Promise((done) => { const e = document.createElement('link'); e.rel = 'stylesheet'; e.onerror = done; e.href = FAIL; document.head.append(e); })`,
  'a preload': `new Promise((done) => { const e = document.createElement('link'); e.rel = 'preload'; e.as = 'fetch'; e.onload = e.onerror = done; e.href = FAIL; document.head.append(e); })`,
  'an image': `new Promise((done) => { const e = new Image(); e.onerror = done; e.src = FAIL; })`,
  'a video': `new Promise((done) => { const e = document.createElement('video'); e.onerror = done; e.src = FAIL; document.body.append(e); })`,
  'a font': `new FontFace('x', 'url(' + FAIL + ')').load().catch(() => undefined)`,
  'a frame of the same origin': `new Promise((done) => { const e = document.createElement('iframe'); e.onload = done; e.src = FAIL; document.body.append(e); })`,
  'a frame of another origin': `new Promise((done) => { const e = document.createElement('iframe'); e.onload = done; e.src = OTHER + FAIL; document.body.append(e); })`,
  'a request from a frame of another origin': `new Promise((done) => { const e = document.createElement('iframe'); e.onload = done; e.src = OTHER + '/fetching?' + FAIL; document.body.append(e); })`,
  'a request from a worker': `new Promise((done) => { const w = new Worker(URL.createObjectURL(new Blob(['fetch("' + location.origin + FAIL + '").then(() => postMessage(0))']))); w.onmessage = done; })`,
  'an event stream': `new Promise((done) => { const s = new EventSource(FAIL); s.onerror = () => { s.close(); done(); }; })`,
  'a beacon': `navigator.sendBeacon(FAIL, 'x')`,
  'a synchronous XMLHttpRequest': `(() => { const x = new XMLHttpRequest(); x.open('GET', FAIL, false); x.send(); })()`,
  'a request without CORS': `fetch(OTHER + FAIL, { mode: 'no-cors' }).then(() => undefined)`,
  'a request with CORS': `fetch(OTHER + FAIL).catch(() => undefined)`,
  'a preflight': `fetch(OTHER + FAIL, { method: 'PUT', headers: { 'x-custom': '1' } }).catch(() => undefined)`,
  'a redirect': `fetch('/hop?' + FAIL).then(() => undefined)`,
  'a redirect to another origin': `fetch('/hop?' + OTHER + FAIL, { mode: 'no-cors' }).then(() => undefined)`,
  'a HEAD': `fetch(FAIL, { method: 'HEAD' }).then(() => undefined)`,
  'a range': `fetch(FAIL, { headers: { range: 'bytes=0-3' } }).then(() => undefined)`,
  'a form': `(() => { const f = document.createElement('form'); f.method = 'post'; f.action = FAIL; document.body.append(f); f.submit(); })()`,
  'a page': `void (location.href = FAIL)`,
  'a request of a service worker while it installs': `navigator.serviceWorker.register('/installing.js?' + FAIL).then((r) => r.unregister(), () => undefined)`,
  'the script of a service worker': `navigator.serviceWorker.register(FAIL).catch(() => undefined)`,
};
/** What Chrome tells no extension of. The panel cannot list it, and must not stumble over it. */
const hidden: Readonly<Record<string, string>> = {
  'a worker that does not load': `new Promise((done) => { new Worker(FAIL).onerror = done; })`,
  'a download': `(() => { const e = document.createElement('a'); e.href = FAIL; e.download = 'file'; document.body.append(e); e.click(); })()`,
  'a request kept alive while the page unloads': `(() => { addEventListener('pagehide', () => void fetch(FAIL, { keepalive: true, method: 'POST', body: 'x' })); location.href = '/next'; })()`,
  'a WebSocket': `new Promise((done) => { new WebSocket(location.origin.replace('http', 'ws') + FAIL).onerror = done; })`,
};
/** Chrome keeps headers and body of an opaque HTML answer from everybody: who answered cannot be known. */
const OPAQUE = new Set(['a request without CORS', 'a redirect to another origin']);
const pathOf = (name: string): string => `/${name.replaceAll(/\W+/g, '-')}`;

let site: RawSite;
let browser: Chromium;
let panel: Frame;
beforeAll(async () => {
  site = await startRawSite({
    ...Object.fromEntries([...Object.keys(kinds), ...Object.keys(hidden)].map((name) => [pathOf(name), failing])),
    '/hop': (to, from) => answer('302 Found', [`location: ${decodeURIComponent(from.query)}`, 'access-control-allow-origin: *'])(to, from),
    '/fetching': page(`<script>fetch(location.search.slice(1))</script>`),
    '/plain': failing,
    '/from-the-network': failing,
    '/installing.js': script(`oninstall = (e) => e.waitUntil(caches.open('all').then((c) => c.add(location.search.slice(1))))`),
    '/worker.js': script(
      `oninstall = () => skipWaiting(); onactivate = (e) => e.waitUntil(clients.claim());
       onfetch = (e) => { const { pathname } = new URL(e.request.url);
         if (pathname === '/made-up') e.respondWith(new Response('made up here', { status: 504 }));
         if (pathname === '/from-the-network') e.respondWith(fetch(e.request));
         if (pathname === '/rejected') e.respondWith(Promise.reject(new Error('no'))); };`,
    ),
  });
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
  browser.page
    .evaluate(`(() => { const FAIL = ${JSON.stringify(path)}, OTHER = ${JSON.stringify(site.otherOrigin)}; return ${code}; })()`)
    .then(
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
