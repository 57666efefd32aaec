import { exchangeFromHar, type HarEntry } from '../diagnosis/exchange';
import type { Exchange } from '../diagnosis/types';

/** Chrome knows the status well within this time, in milliseconds. */
const SOON_MS = 300;
/** Reading the log takes DevTools at most one part of this many of their time. */
const SHARE = 10;
const LONGEST_MS = 60_000;
/** Requests looked for at once. */
const MAX_WANTED = 500;

/** Of an address in what is remembered, in UTF-16 units. */
const MAX_KEY = 500;

/** A request is the same when it began in the same millisecond with the same method and URL. */
export const keyOf = (e: Exchange): string => `${e.startedAt} ${e.method} ${e.url.length} ${e.url.slice(0, MAX_KEY)}`;

/** Looks for statuses that came late. */
export interface LateStatus {
  /** Takes a request that was told without a status. Calls back once, with it as the log has it then: the same where that knows no more. */
  want(exchange: Exchange, done: (exchange: Exchange) => void): void;
}

/**
 * true of a request that Chrome may have told too early. What CORS blocks fails in the page's process, while its status and headers come
 * from another: now and then the failure is told first, with status 0 (about 1 in 130 on a busy machine).
 */
export const mayComeLate = (e: Exchange): boolean => e.status === 0 && e.error === 'net::ERR_FAILED';

/**
 * Reads the browser's own log a moment after such a request; `log` costs Chrome about 0.1 ms an entry. When it finds nothing, it waits
 * longer the next time, up to a minute.
 */
export function createLateStatus(log: () => Promise<readonly HarEntry[]>): LateStatus {
  const wanted = new Map<string, { exchange: Exchange; readonly done: (exchange: Exchange) => void }>();
  let wait = SOON_MS;
  let reading = false;
  const read = async (): Promise<void> => {
    const asked = new Map(wanted);
    const times = new Set([...asked.values()].map((w) => w.exchange.startedAt));
    wanted.clear();
    const began = performance.now();
    let came = false;
    try {
      for (const entry of await log()) {
        // Most of the log is something else, and need not be read whole.
        if (!times.has(Date.parse(String(entry.startedDateTime)))) continue;
        const exchange = exchangeFromHar(entry, null);
        const want = asked.get(keyOf(exchange));
        if (want === undefined || exchange.status === 0) continue;
        came = true;
        want.exchange = exchange;
      }
    } catch {
      // The browser cuts extensions off from this page: there is nothing to read.
    }
    for (const { exchange, done } of asked.values()) done(exchange);
    wait = Math.min(LONGEST_MS, Math.max(came ? SOON_MS : wait * 2, SHARE * (performance.now() - began)));
    reading = false;
    if (wanted.size > 0) later();
  };
  const later = (): void => {
    reading = true;
    setTimeout(() => void read(), wait);
  };
  return {
    want(exchange, done) {
      if (wanted.size >= MAX_WANTED) return done(exchange);
      wanted.set(keyOf(exchange), { exchange, done });
      if (!reading) later();
    },
  };
}
