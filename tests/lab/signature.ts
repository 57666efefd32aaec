import type { Exchange } from '../../diagnosis';

/** What changes from one response to the next without meaning anything. */
const VOLATILE = new Set(['date', 'x-varnish', 'age', 'content-length', 'x-request-id', 'etag', 'keep-alive', 'connection']);

/** A response with its ids, times and ports taken out: two faults of the same signature cannot be told apart by what was sent. */
export function signatureOf(e: Exchange): string {
  const headers = e.responseHeaders
    .filter((h) => !VOLATILE.has(h.name))
    .map((h) => `${h.name}: ${h.value}`)
    .sort();
  const body = (e.body ?? '(none)')
    .replace(/XID: \d+/, 'XID')
    .replace(/Port \d+/, 'Port')
    .replace(/(?:127\.0\.0\.1|localhost)(?::\d+)?/g, 'host');
  return [
    e.method,
    e.status,
    e.httpVersion,
    e.reason,
    ...headers,
    body.replace(/\/(?:app|refused|dns|none|blackhole|tls-\w+)\/[\w-]*/g, '/path'),
  ].join('\n');
}
