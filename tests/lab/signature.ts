import type { Exchange } from '../../diagnosis';

/** What changes from one response to the next without meaning anything. */
const VOLATILE = new Set(['date', 'x-varnish', 'age', 'content-length', 'x-request-id', 'etag', 'keep-alive', 'connection']);

/**
 * A response with its ids, times, hosts and ports taken out: two faults of the same signature cannot be told apart by what was sent.
 * The wait is left out too: the lab's timeouts are shortened, so that here it does not say what it says at their defaults.
 */
export function signatureOf(e: Exchange): string {
  const values = new Map<string, string>();
  for (const { name, value } of e.responseHeaders) {
    // Chrome hands over fields of one name sometimes apart, sometimes joined (RFC 9110 section 5.3).
    const before = values.get(name);
    if (!VOLATILE.has(name)) values.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  const headers = [...values].map(([name, value]) => `${name}: ${value}`).sort();
  const body = (e.body ?? '(none)')
    .replace(/XID: \d+/, 'XID')
    .replace(/Port \d+/, 'Port')
    .replace(/(?:127\.0\.0\.1|localhost|[a-z0-9-]+\.test)(?::\d+)?/g, 'host')
    .replaceAll(e.path, '/path');
  return [e.method, e.status, e.httpVersion, e.reason, e.corsBlocked ? 'no body for another origin' : '', ...headers, body].join('\n');
}
