import { createServer, type Server } from 'node:http';
import { type Capture, captures } from '../../tests/captures';
import { createApplication } from './application';
import { type DemoIssuer, issuers } from './issuers';
import { icon, overview, type Row, site } from './page';
import { type RunningProxy, startProxy } from './proxy';
import { replay } from './replay';

/** The demo site, running on this machine alone. */
export interface Demo {
  readonly url: string;
  /** The real reverse proxy in use, with its version. */
  readonly proxy: string;
  /** Every failure that loading `url` causes, in the order of the page's table. */
  readonly failures: readonly Row[];
  close(): Promise<void>;
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
    });
  });
const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Headers that speak of one body, or forbid that the demo shows the site in a frame. */
const NOT_OF_THE_SITE = ['content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'etag', 'date', 'x-frame-options'];

function captureOf(issuer: DemoIssuer): Capture {
  const found = captures.find((c) => c.id === issuer.capture);
  if (found === undefined) throw new Error(`The demo needs the capture ${issuer.capture}, which is not in tests/captures.`);
  return found;
}

/** Starts everything on free ports of 127.0.0.1. `nginx` is its path, or null for the proxy that is always there. */
export async function startDemo(nginx: string | null): Promise<Demo> {
  const application = createApplication();
  const proxy: RunningProxy = await startProxy(nginx, await listen(application));
  const sites = new Map(issuers.map((issuer) => [issuer.label, { issuer, capture: captureOf(issuer) }]));
  let rows: readonly Row[] = [];
  const server = createServer((from, to) => {
    const host = from.headers.host ?? '';
    const entry = sites.get(host.split('.localhost')[0] ?? '');
    const path = from.url ?? '/';
    if (path === '/favicon.ico' || path === '/icon.svg') {
      to.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' }).end(icon);
    } else if (entry === undefined) {
      to.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(overview(rows, proxy.name));
    } else if (path === entry.issuer.path) {
      // As slow as it was: the waiting time is evidence too.
      setTimeout(() => replay(to, entry.capture.response), Math.min(entry.capture.timeMs ?? 0, 5000));
    } else {
      const headers = entry.issuer.healthy ?? entry.capture.baseline?.headers ?? [];
      const own = headers.filter(([name]) => !NOT_OF_THE_SITE.includes(name.toLowerCase()));
      const page = path === '/';
      const date: [string, string] = ['date', new Date().toUTCString()];
      const type: [string, string] = ['content-type', page ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8'];
      const body = page ? site([entry.issuer.healthyPath, entry.issuer.healthyPath], [entry.issuer.path]) : '{"ok":true}';
      const kept = page ? own : [...own, ...headers.filter(([name]) => name.toLowerCase() === 'x-frame-options')];
      replay(to, { status: 200, statusText: 'OK', headers: [...kept, date, type, ['content-length', '']], body });
    }
  });
  const port = await listen(server);
  const vite = proxy.name.startsWith('Vite');
  const shop = `shop.localhost:${proxy.port}`;
  rows = [
    ...[...sites.values()].map(
      ({ issuer, capture }): Row => ({
        name: issuer.name,
        host: `${issuer.label}.localhost:${port}`,
        path: issuer.path,
        status: capture.response.status,
        truth: issuer.truth,
        source: capture.source.startsWith('https://') ? capture.source : null,
        kind: 'replayed',
      }),
    ),
    {
      name: 'A Node application',
      host: shop,
      path: '/orders/1002',
      status: 500,
      truth: `A route of the application behind ${proxy.name} throws, now, for real. The proxy only passes the 500 on.`,
      source: null,
      kind: 'real',
    },
    {
      name: vite ? 'Vite’s development proxy' : 'nginx',
      host: shop,
      path: '/reports/daily',
      status: 502,
      truth: `Nothing listens on the port behind ${proxy.name}. The 502 is its own; the application never saw the request.`,
      source: null,
      kind: 'real',
    },
  ];
  return {
    url: `http://127.0.0.1:${port}/`,
    proxy: proxy.name,
    failures: rows,
    close: async () => {
      await Promise.all([stop(server), proxy.close()]);
      await stop(application);
    },
  };
}
