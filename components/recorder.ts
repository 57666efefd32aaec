import { exchangeFromHar, type HarEntry } from '../diagnosis/exchange';
import { createHistory } from '../diagnosis/history';
import type { Failure, Navigation, Recording } from './port';

/** Failures kept; the oldest go first, and the panel says so. */
export const MAX_FAILURES = 10_000;
/** Bodies larger than this are not read: crossing to the extension would slow the page. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;
const MAX_NAVIGATIONS = 200;
/** Listeners hear of changes at most this often: a storm of failures must not become a storm of renders. */
const NOTIFY_MS = 50;

/** A recording together with what feeds it. */
export interface Recorder extends Recording {
  /** Takes one finished request. `readBody` is called at once for a 5xx: after a navigation its body is gone. It may fail or never answer. */
  finished(entry: HarEntry, readBody: () => Promise<string | null>): void;
  navigated(url: string): void;
}

type Loose = { readonly status?: unknown; readonly content?: { readonly size?: unknown } | null } | null | undefined;
const responseOf = (entry: HarEntry): Loose => (entry as HarEntry | null)?.response as Loose;
const statusOf = (entry: HarEntry): number => Number(responseOf(entry)?.status ?? 0);
const sizeOf = (entry: HarEntry): number => Number(responseOf(entry)?.content?.size ?? 0);

/** An empty recording that is on and preserves its log. */
export function createRecorder(): Recorder {
  const history = createHistory();
  /** Oldest first, with consecutive ids: an id's place is its distance from the first. */
  const list: Failure[] = [];
  let snapshot: readonly Failure[] | null = [];
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
    snapshot = null;
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
    }, NOTIFY_MS);
  };
  const empty = (): void => {
    list.length = 0;
    navigations = navigations.slice(-1);
    requests = 0;
    dropped = 0;
  };
  return {
    history,
    failures() {
      snapshot ??= [...list];
      return snapshot;
    },
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
      navigations = [...navigations.slice(1 - MAX_NAVIGATIONS), { page, url }];
      changed();
    },
    finished(entry, readBody) {
      if (!on) return;
      requests++;
      const exchange = exchangeFromHar(entry, null);
      history.record(exchange);
      const status = statusOf(entry);
      if (!(status >= 500 && status <= 599)) {
        if (list.length > 0) changed();
        return;
      }
      const id = ++lastId;
      if (list.push({ id, exchange, page }) > MAX_FAILURES) {
        list.shift();
        dropped++;
      }
      changed();
      if (sizeOf(entry) > MAX_BODY_BYTES) return;
      readBody().then(
        (body) => {
          const at = id - (list[0]?.id ?? 0);
          const failure = list[at];
          if (body === null || failure === undefined) return;
          list[at] = { ...failure, exchange: exchangeFromHar(entry, body) };
          changed();
        },
        // The browser has no body for it: what is recorded already stays.
        () => undefined,
      );
    },
  };
}
