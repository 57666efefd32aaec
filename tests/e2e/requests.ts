import { answer, page, type RawAnswer, script } from './raw-site';

const NGINX = ['server: nginx/1.25.3', 'content-type: text/html'];
const BODY = '<html><head><title>502 Bad Gateway</title></head><body><hr><center>nginx/1.25.3</center></body></html>';
export const failing: RawAnswer = answer('502 Bad Gateway', NGINX, BODY);

/** A way to make a browser ask for something. `act` runs in the page, where `FAIL` is the path to fail and `OTHER` the other origin. */
export const kinds: Readonly<Record<string, string>> = {
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
export const hidden: Readonly<Record<string, string>> = {
  'a worker that does not load': `new Promise((done) => { new Worker(FAIL).onerror = done; })`,
  'a download': `(() => { const e = document.createElement('a'); e.href = FAIL; e.download = 'file'; document.body.append(e); e.click(); })()`,
  'a request kept alive while the page unloads': `(() => { addEventListener('pagehide', () => void fetch(FAIL, { keepalive: true, method: 'POST', body: 'x' })); location.href = '/next'; })()`,
  'a WebSocket': `new Promise((done) => { new WebSocket(location.origin.replace('http', 'ws') + FAIL).onerror = done; })`,
};
export const pathOf = (name: string): string => `/${name.replaceAll(/\W+/g, '-')}`;

/** The code that makes the page ask for `path`. */
export const asking = (code: string, path: string, otherOrigin: string): string =>
  `(() => { const FAIL = ${JSON.stringify(path)}, OTHER = ${JSON.stringify(otherOrigin)}; return ${code}; })()`;

/** What a site answers to all of them. */
export const requestRoutes: Readonly<Record<string, RawAnswer>> = {
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
};
