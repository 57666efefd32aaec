import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

type Pair = readonly [name: string, value: string];
/** What a server sends, as a capture has it: `body` is decoded text. */
export interface Recorded {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Pair[];
  readonly body: string | null;
}

const encoders: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: (b) => gzipSync(b),
  br: (b) => brotliCompressSync(b),
  deflate: (b) => deflateSync(b),
};

/**
 * Answers with a recorded response, header for header in the recorded order and case. Only what frames the message is made true:
 * the length, and chunked transfer where no length was recorded; the body is compressed again as `content-encoding` says.
 */
export function replay(to: ServerResponse, recorded: Recorded): void {
  const encoding = recorded.headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1].toLowerCase() ?? '';
  const plain = Buffer.from(recorded.body ?? '');
  const encode = encoders[encoding];
  const bytes = encode === undefined ? plain : encode(plain);
  const headers: string[] = [];
  for (const [name, value] of recorded.headers) {
    const lower = name.toLowerCase();
    if (lower === 'transfer-encoding') continue;
    headers.push(name, lower === 'content-length' ? String(bytes.length) : value);
  }
  // Node adds no header of its own: a `date` or `keep-alive` that was not there would be evidence that was not there.
  to.sendDate = false;
  to.removeHeader('connection');
  if (recorded.statusText === '') to.writeHead(recorded.status, headers);
  else to.writeHead(recorded.status, recorded.statusText, headers);
  to.end(bytes);
}
