import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What the backend does with a request, by the last segment of its path. */
export const BEHAVIOURS = [
  'ok',
  'reset',
  'close',
  'empty',
  'bad-status',
  'bad-header',
  'huge-header',
  'half-headers',
  'headers-only',
  'bad-chunk',
  'short-chunk',
  'short-body',
  'hang',
  'slow-body',
  'app-500-json',
  'app-500-html',
  'app-500-text',
  'app-500-empty',
  'app-500-problem',
  'app-500-gzip',
  'app-500-brotli',
  'app-502-json',
  'app-503-retry',
  'app-504-json',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

const APP = ['x-request-id: 9b2f6c1e-7a53-4c0e-9b6a-5f0d5c1a2e77', 'x-frame-options: SAMEORIGIN', 'cache-control: no-store'];
const HTML = '<!doctype html><title>Cart</title><h1>We lost your cart</h1><p>Our team has been told. <a href="/">Home</a></p>';
const json = (error: string): string => JSON.stringify({ error, message: `The ${error} happened while the cart was read`, id: 4711 });

function answer(status: string, type: string, body: string | Buffer, extra: readonly string[] = []): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const head = [
    `HTTP/1.1 ${status}`,
    ...APP,
    ...(type === '' ? [] : [`content-type: ${type}`]),
    `date: ${new Date().toUTCString()}`,
    `content-length: ${bytes.length}`,
    ...extra,
    'connection: close',
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(head.join('\r\n')), bytes]);
}

const ANSWERS: Readonly<Partial<Record<Behaviour, () => Buffer | string>>> = {
  ok: () => answer('200 OK', 'application/json', '{"items":[]}'),
  empty: () => '',
  'bad-status': () => 'HELLO 200 nonsense\r\n\r\nthis is no HTTP',
  'bad-header': () => `HTTP/1.1 200 OK\r\ncontent-length: 12\r\nthis line has no colon\r\n: and this no name\r\n\r\n{"items":[]}`,
  'huge-header': () => `HTTP/1.1 200 OK\r\nset-cookie: session=${'x'.repeat(200_000)}\r\ncontent-length: 2\r\n\r\n{}`,
  'half-headers': () => 'HTTP/1.1 200 OK\r\ncontent-type: application/js',
  'bad-chunk': () => 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{"items":[]}\r\n0\r\n\r\n',
  'headers-only': () => 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n',
  'short-chunk': () => 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nb\r\n{"items":[]\r\n',
  'short-body': () => 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{"items":[',
  'app-500-json': () => answer('500 Internal Server Error', 'application/json; charset=utf-8', json('database_error')),
  'app-500-html': () => answer('500 Internal Server Error', 'text/html; charset=utf-8', HTML),
  'app-500-text': () => answer('500 Internal Server Error', 'text/plain; charset=utf-8', 'TypeError: cart is undefined'),
  'app-500-empty': () => answer('500 Internal Server Error', '', ''),
  'app-500-problem': () =>
    answer(
      '500 Internal Server Error',
      'application/problem+json',
      '{"type":"https://shop.example/errors/cart","title":"Cart failed","status":500}',
    ),
  'app-500-gzip': () => answer('500 Internal Server Error', 'text/html; charset=utf-8', gzipSync(HTML), ['content-encoding: gzip']),
  'app-500-brotli': () =>
    answer('500 Internal Server Error', 'text/html; charset=utf-8', brotliCompressSync(HTML), ['content-encoding: br']),
  'app-502-json': () => answer('502 Bad Gateway', 'application/json', json('payment_provider_down')),
  'app-503-retry': () => answer('503 Service Unavailable', 'application/json', json('overloaded'), ['retry-after: 30']),
  'app-504-json': () => answer('504 Gateway Timeout', 'application/json', json('upstream_timeout')),
};

/** Not a fault: the answer goes on until its client has had enough, and takes up a place meanwhile. */
export const HOLD = 'hold';

function behave(socket: Socket, behaviour: string): void {
  switch (behaviour) {
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'close':
      socket.destroy();
      return;
    case 'hang':
      return;
    case HOLD: {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n');
      const beat = setInterval(() => socket.write('1\r\n.\r\n'), 100);
      socket.once('close', () => clearInterval(beat));
      return;
    }
    // Longer than any timeout of those that have one; Caddy has none here.
    case 'slow-body':
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
      setTimeout(() => socket.destroy(), 3000).unref();
      return;
    default:
      socket.end(ANSWERS[behaviour as Behaviour]?.() ?? answer('404 Not Found', 'text/plain', 'no such behaviour'));
  }
}

/** A TCP server that reads one request and then misbehaves as the request's path asks. */
export interface Backend {
  readonly port: number;
  /** Requests of `hold` that are being answered. */
  held(): number;
  close(): Promise<void>;
}

function listen(server: Server, sockets: Set<Socket>, held: () => number): Promise<Backend> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || address === null) return reject(new Error('no port'));
      resolve({
        port: address.port,
        held,
        close: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => done());
          }),
      });
    });
  });
}

/** Starts the misbehaving backend, over TLS when a certificate is given. */
export function startBackend(tls?: { readonly key: string; readonly cert: string }): Promise<Backend> {
  const sockets = new Set<Socket>();
  const holding = new Set<Socket>();
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      holding.delete(socket);
    });
    socket.on('error', () => socket.destroy());
    let head = '';
    let answered = false;
    socket.on('data', (chunk) => {
      // A TLS handshake on a plain port: web servers answer it in plain HTTP.
      if (head === '' && chunk[0] === 0x16) {
        answered = true;
        socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      }
      head += chunk.toString('latin1');
      if (answered || !head.includes('\r\n\r\n')) return;
      answered = true;
      const path = /^\S+ ([^ ?]+)/.exec(head)?.[1] ?? '';
      const behaviour = path.slice(path.lastIndexOf('/') + 1);
      if (behaviour === HOLD) holding.add(socket);
      behave(socket, behaviour);
    });
  };
  return listen(tls === undefined ? createServer(serve) : createTlsServer(tls, serve), sockets, () => holding.size);
}

/** A port whose handshake never gets an answer: its process is stopped and its accept queue full. */
export const STOPPED_LISTENER = `
const { createServer, connect } = require('node:net');
const server = createServer();
server.listen({ port: Number(process.argv[1]), host: '127.0.0.1', backlog: 1 });
`;
