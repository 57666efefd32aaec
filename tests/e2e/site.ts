import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A site under test. Both addresses are the same server; to a browser they are two origins. */
export interface Site {
  readonly origin: string;
  readonly otherOrigin: string;
  readonly port: number;
  /** Every request so far, as `METHOD /path`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export type Answer = (from: IncomingMessage, to: ServerResponse) => void;

/** nginx's own page, as version 1.25.3 sends it. */
export const NGINX_502 =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.25.3</center>\r\n</body>\r\n</html>\r\n';

export const nginx502: Answer = (_, to) => {
  to.writeHead(502, { server: 'nginx/1.25.3', 'content-type': 'text/html' }).end(NGINX_502);
};

export const html =
  (body: string): Answer =>
  (_, to) => {
    // The empty icon keeps the browser from asking for /favicon.ico.
    to.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
      `<!doctype html><html lang="en"><head><title>Site</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
    );
  };

/** Starts a server on a free port of 127.0.0.1. Paths without a route get an empty page. */
export async function startSite(routes: Readonly<Record<string, Answer>>): Promise<Site> {
  const requests: string[] = [];
  const server: Server = createServer((from, to) => {
    const path = from.url?.split('?')[0] ?? '/';
    requests.push(`${from.method} ${from.url}`);
    (routes[path] ?? html(''))(from, to);
  });
  // What a test breaks off on purpose is no error of the server.
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://other.localhost:${port}`,
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
