/** Where the browser tests get a lot of traffic from. */
import { createServer } from 'node:http';
import type { Chromium } from './chromium';
import { NGINX_502 } from './site';

/** Requests that are open at once. */
const OPEN = 32;

/** `/ok/…` succeeds, `/fail/…` is nginx's 502, anything else is a page. */
export async function startSource(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer(({ url = '' }, to) => {
    if (url.startsWith('/ok/')) to.writeHead(200, { server: 'nginx/1.25.3', 'content-type': 'application/json' }).end('{"ok":true}');
    else if (url.startsWith('/fail/')) to.writeHead(502, { server: 'nginx/1.25.3', 'content-type': 'text/html' }).end(NGINX_502);
    else to.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Traffic</title><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Lets the page make so many requests, of which every `nth` fails. Gives the ms that it needed. */
export const traffic = ({ page }: Chromium, requests: number, nth: number): Promise<number> =>
  page.evaluate(
    async ([count, every, open]) => {
      const from = performance.now();
      let next = 0;
      const work = async (): Promise<void> => {
        for (let i = next++; i < count; i = next++)
          await (await fetch(`/${i % every === 0 ? 'fail' : 'ok'}/route-${i % 97}/${i}`)).arrayBuffer();
      };
      await Promise.all(Array.from({ length: open }, work));
      return performance.now() - from;
    },
    [requests, nth, OPEN] as const,
  );
