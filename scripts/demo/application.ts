import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { site } from './page';

const json = (to: ServerResponse, status: number, value: unknown): void => {
  to.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  to.end(JSON.stringify(value));
};

interface Order {
  readonly total: number;
  readonly address: { readonly city: string };
}
/** The shop's orders as stored. The second has no address, which the type denies: the bug that the demo is about. */
const stored: Readonly<Record<string, string>> = { 1001: '{"total":4900,"address":{"city":"Lisbon"}}', 1002: '{"total":1250}' };

/** The city to ship to. Throws for an order without an address. */
const city = (id: string): string => (JSON.parse(stored[id] ?? '{}') as Order).address.city.toUpperCase();

function route(from: IncomingMessage, to: ServerResponse): void {
  const url = new URL(from.url ?? '/', 'http://shop');
  const order = /^\/orders\/(\d+)$/.exec(url.pathname)?.[1];
  if (url.pathname === '/') {
    to.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    to.end(site(['/orders/1001', '/orders/1001'], ['/orders/1002', '/reports/daily']));
  } else if (order !== undefined) json(to, 200, { order, city: city(order) });
  else json(to, 404, { ok: false, reason: 'No such page' });
}

/** A small JSON application. A route that throws becomes its own 500, with the request's id. */
export function createApplication(): Server {
  let requests = 0;
  return createServer((from, to) => {
    const id = `req-${String(++requests).padStart(6, '0')}`;
    to.setHeader('x-request-id', id);
    try {
      route(from, to);
    } catch {
      json(to, 500, { ok: false, reason: 'Something failed while handling this request', requestId: id });
    }
  });
}
