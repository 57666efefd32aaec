import type { Failure, Navigation, Recording } from '../../components/port';
import { exchangeFromHar, type HarEntry } from '../../diagnosis/exchange';
import { createHistory } from '../../diagnosis/history';

/** Failures kept; the oldest go first, and the panel says so. */
export const MAX_FAILURES = 10_000;
/** Bodies larger than this are not read: crossing to the extension would slow the page. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** A recording together with what feeds it. */
export interface Recorder extends Recording {
  /** Takes one finished request. `readBody` is called at once for a 5xx: after a navigation its body is gone. It may fail or never answer. */
  finished(entry: HarEntry, readBody: () => Promise<string | null>): void;
  navigated(url: string): void;
}

const statusOf = (entry: HarEntry): number => Number((entry.response as { status?: unknown } | null | undefined)?.status ?? 0);
const sizeOf = (entry: HarEntry): number => Number((entry.response as { content?: { size?: unknown } | null } | null | undefined)?.content?.size ?? 0);

/** An empty recording that is on and preserves its log. */
export function createRecorder(): Recorder {
  const history = createHistory();
  let failures: readonly Failure[] = [];
  let navigations: readonly Navigation[] = [{ page: 0, url: '' }];
  let requests = 0;
  let dropped = 0;
  let lastId = 0;
  let on = true;
  let preserve = true;
  let page = 0;
  let pending = false;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    if (pending) return;
    pending = true;
    setTimeout(() => {
      pending = false;
      for (const listener of [...listeners]) {
        try {
          listener();
        } catch {
          // The panel's document was closed or reloaded: it is no longer listening.
          listeners.delete(listener);
        }
      }
    }, 50);
  };
  const empty = (): void => {
    failures = [];
    navigations = navigations.slice(-1);
    requests = 0;
    dropped = 0;
  };
  return {
    history,
    failures: () => failures,
    navigations: () => navigations,
    requests: () => requests,
    dropped: () => dropped,
    isRecording: () => on,
    preservesLog: () => preserve,
    setRecording(value) {
      on = value;
      changed();
    },
    setPreserveLog(value) {
      preserve = value;
      changed();
    },
    clear() {
      empty();
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    navigated(url) {
      page++;
      if (!preserve) empty();
      navigations = [...navigations.slice(-199), { page, url }];
      changed();
    },
    finished(entry, readBody) {
      if (!on) return;
      requests++;
      const status = statusOf(entry);
      const exchange = exchangeFromHar(entry, null);
      history.record(exchange);
      if (!(status >= 500 && status <= 599)) {
        if (failures.length > 0) changed();
        return;
      }
      const id = ++lastId;
      const room = failures.length >= MAX_FAILURES ? failures.slice(failures.length - MAX_FAILURES + 1) : failures;
      dropped += failures.length - room.length;
      failures = [...room, { id, exchange, page }];
      changed();
      if (sizeOf(entry) > MAX_BODY_BYTES) return;
      readBody().then(
        (body) => {
          if (body === null) return;
          const complete = exchangeFromHar(entry, body);
          failures = failures.map((f) => (f.id === id ? { ...f, exchange: complete } : f));
          changed();
        },
        // The browser has no body for it: what is recorded already stays.
        () => undefined,
      );
    },
  };
}
