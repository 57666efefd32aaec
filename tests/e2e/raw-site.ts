import { createServer, type Socket } from 'node:net';

/** One request as it came, body not read. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}
/** Writes whatever it likes, valid HTTP or not. The connection ends when it ends it. */
export type RawAnswer = (to: Socket, from: RawRequest) => void;

/** A server that answers byte by byte, so that it can break every rule of HTTP. Both addresses are the same server; to a browser they are two origins. */
export interface RawSite {
  readonly origin: string;
  readonly otherOrigin: string;
  /** Every request so far, as `METHOD /path`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** The bytes of a response: status line without version, header lines, body. Latin-1 in the head, as RFC 9112 has it. */
export const raw = (status: string, lines: readonly string[], body: string | Buffer = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `HTTP/1.1 ${[status, ...lines, `content-length: ${Buffer.byteLength(body)}`, 'connection: close'].join('\r\n')}\r\n\r\n`,
      'latin1',
    ),
    Buffer.from(body),
  ]);
export const answer =
  (status: string, lines: readonly string[] = [], body: string | Buffer = ''): RawAnswer =>
  (to) =>
    void to.end(raw(status, lines, body));
/** A page; the empty icon keeps the browser from asking for /favicon.ico. */
export const page = (body: string): RawAnswer =>
  answer('200 OK', ['content-type: text/html; charset=utf-8'], `<!doctype html><title>Site</title><link rel="icon" href="data:,">${body}`);
export const script = (code: string, lines: readonly string[] = []): RawAnswer =>
  answer('200 OK', ['content-type: text/javascript', ...lines], code);

function parse(head: string): RawRequest {
  const [first = '', ...lines] = head.split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const [path = '', query = ''] = target.split('?');
  return {
    method,
    path,
    query,
    headers: new Map(lines.map((line) => [line.split(':', 1)[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()])),
  };
}

/** Starts the server on a free port of 127.0.0.1. A path without a route gets an empty page. */
export async function startRawSite(routes: Readonly<Record<string, RawAnswer>>): Promise<RawSite> {
  const requests: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // Browsers break connections off as they please.
    socket.on('error', () => socket.destroy());
    let head = '';
    const read = (data: Buffer): void => {
      head += data.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      socket.off('data', read);
      // What comes after is a body: taken, not looked at.
      socket.resume();
      const request = parse(head.slice(0, end));
      requests.push(`${request.method} ${request.path}`);
      (routes[request.path] ?? page(''))(socket, request);
    };
    socket.on('data', read);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://other.localhost:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
