import { cutText, exchangeFromHar, type HarEntry } from '../diagnosis/exchange';
import { createHistory } from '../diagnosis/history';
import type { Exchange } from '../diagnosis/types';
import { createLateStatus, keyOf, mayComeLate } from './late-status';
import type { Failure, Navigation, Recording } from './port';
import { preflightFor, withMainRequest } from './preflight';
import { lighten, weigh } from './weight';

/** Failures kept; the oldest go first, and the panel says so. */
export const MAX_FAILURES = 10_000;
/** Memory for all failures together, in bytes: past it the bodies of the oldest are let go, and when none is left, the oldest failures. */
export const MAX_KEPT_BYTES = 64 * 1024 * 1024;
/** Bodies larger than this are not read: crossing to the extension would slow the page. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;
const MAX_NAVIGATIONS = 200;
/** Requests remembered, so that a rescan does not tell them twice. */
const MAX_KNOWN = 20_000;
const MAX_PAGE_URL = 2000;
/** A request that was not sent is reported right after its preflight: older failures are not looked at. */
const LOOK_BACK = 20;
/** Listeners hear of a change this soon, */
const NOTIFY_MS = 50;
/** and of further ones at most this often: a storm of requests must not become a storm of renders, which the page would wait for. */
const NOTIFY_AGAIN_MS = 250;

/** A recording together with what feeds it. */
export interface Recorder extends Recording {
  /** Takes one finished request. `readBody` is called at once for a 5xx: after a navigation its body is gone. It may fail or never answer. */
  finished(entry: HarEntry, readBody: () => Promise<string | null>): void;
  /** Takes one finished exchange that is whole, as from a file. */
  take(exchange: Exchange): void;
  /** Takes what a rescan found. Adds what is new: not recorded before, nor left out while paused, nor cleared away. How many failures came. */
  missed(exchanges: readonly Exchange[]): number;
  /** A page load began, or, when `since` says so (epoch ms), has been on for a while: what began after that belongs to it. */
  navigated(url: string, since?: number | null): void;
}

type Loose = { readonly content?: { readonly size?: unknown } | null } | null | undefined;
const responseOf = (entry: HarEntry): Loose => (entry as HarEntry | null)?.response as Loose;
const sizeOf = (entry: HarEntry): number => Number(responseOf(entry)?.content?.size ?? 0);

/** An empty recording that is on and preserves its log. `log` reads what the browser's own Network panel holds, where that may be done. */
export function createRecorder(log: () => Promise<readonly HarEntry[]> = async () => []): Recorder {
  const history = createHistory();
  /** Oldest first, with consecutive ids: an id's place is its distance from the first. */
  const list: Failure[] = [];
  /** Bytes of each, and of all. */
  const weights: number[] = [];
  let kept = 0;
  /** Failures up to this id have let their bodies go. */
  let lightened = 0;
  let snapshot: readonly Failure[] | null = [];
  let navigations: readonly Navigation[] = [{ page: 0, url: '' }];
  let requests = 0;
  let dropped = 0;
  let lastId = 0;
  let on = true;
  let preserve = true;
  let page = 0;
  let pending = false;
  let notifiedAt = Number.NEGATIVE_INFINITY;
  const openedAt = Date.now();
  let missedFrom = 0;
  /** When each began, by its key; the oldest first. */
  const known = new Map<string, number>();
  const late = createLateStatus(log);
  const listeners = new Set<() => void>();
  const notify = (): void => {
    notifiedAt = performance.now();
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch {
        // The panel's document was closed or reloaded: it is no longer listening.
        listeners.delete(listener);
      }
    }
  };
  /** For what a person did and waits to see. */
  const changedNow = (): void => {
    snapshot = null;
    notify();
  };
  const changed = (): void => {
    snapshot = null;
    if (pending) return;
    pending = true;
    setTimeout(
      () => {
        pending = false;
        notify();
      },
      Math.max(NOTIFY_MS, notifiedAt + NOTIFY_AGAIN_MS - performance.now()),
    );
  };
  /** Lets go of what came before the failure at this place and of requests that began before this time. */
  const emptyUntil = (place: number, since: number): void => {
    list.splice(0, place);
    for (const weight of weights.splice(0, place)) kept -= weight;
    navigations = navigations.slice(-1);
    for (const [key, startedAt] of known) if (startedAt < since) known.delete(key);
    requests = known.size;
    dropped = 0;
    missedFrom = since;
  };
  /** Puts a failure in place of another, or at the end. */
  const put = (at: number, failure: Failure): void => {
    const weight = weigh(failure.exchange);
    kept += weight - (weights[at] ?? 0);
    weights[at] = weight;
    list[at] = failure;
  };
  const drop = (): void => {
    list.shift();
    kept -= weights.shift() ?? 0;
    dropped++;
  };
  const makeRoom = (): void => {
    while (list.length > MAX_FAILURES) drop();
    while (kept > MAX_KEPT_BYTES) {
      const at = Math.max(0, lightened + 1 - (list[0]?.id ?? 0));
      const failure = list[at];
      if (failure === undefined) drop();
      else {
        lightened = failure.id;
        put(at, { ...failure, exchange: lighten(failure.exchange) });
      }
    }
  };
  /** Tells a failed preflight what started it. false: there is none. */
  const joinPreflight = (main: Exchange): boolean => {
    for (let i = list.length - 1; i >= 0 && i >= list.length - LOOK_BACK; i--) {
      const failure = list[i];
      const joined = failure === undefined ? null : withMainRequest(failure.exchange, main);
      if (failure === undefined || joined === null) continue;
      put(i, { ...failure, exchange: joined });
      return true;
    }
    return false;
  };
  /** Keeps a failure of this page load; its id, or null for anything else. */
  const keep = (exchange: Exchange, of: number): number | null => {
    if (exchange.status < 500 || exchange.status > 599) return null;
    const id = ++lastId;
    put(list.length, { id, exchange, page: of });
    makeRoom();
    changed();
    return id;
  };
  /** The id under which a failure is kept; null for anything else, which is only counted. */
  const take = (exchange: Exchange): number | null => {
    requests++;
    known.set(keyOf(exchange), exchange.startedAt ?? 0);
    if (known.size > MAX_KNOWN) known.delete(known.keys().next().value ?? '');
    changed();
    if (exchange.status === 0 && !joinPreflight(exchange) && mayComeLate(exchange)) {
      const of = page;
      late.want(exchange, (whole) => {
        history.record(whole);
        // Unless it was cleared away meanwhile.
        if (known.has(keyOf(exchange))) keep(whole, of);
      });
      return null;
    }
    history.record(exchange);
    return keep(exchange, page);
  };
  return {
    history,
    openedAt,
    missedFrom: () => missedFrom,
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
      if (value && !on) missedFrom = Date.now();
      on = value;
      changedNow();
    },
    setPreserveLog(value) {
      preserve = value;
      changedNow();
    },
    clear() {
      emptyUntil(list.length, Date.now());
      known.clear();
      requests = 0;
      history.restart();
      changedNow();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    navigated(url, since = null) {
      page++;
      const isNew = ({ exchange }: Failure): boolean => since !== null && (exchange.startedAt ?? 0) >= since;
      const first = list.findIndex(isNew);
      if (!preserve) emptyUntil(first < 0 ? list.length : first, since ?? Date.now());
      for (const [i, failure] of list.entries()) if (isNew(failure)) list[i] = { ...failure, page };
      navigations = [...navigations.slice(1 - MAX_NAVIGATIONS), { page, url: cutText(url, MAX_PAGE_URL) }];
      changed();
    },
    take: (exchange) => void take(exchange),
    missed(exchanges) {
      if (!on) return 0;
      const before = lastId;
      for (const exchange of exchanges) {
        if (!known.has(keyOf(exchange)) && (exchange.startedAt ?? 0) >= missedFrom) take(exchange);
      }
      return lastId - before;
    },
    finished(entry, readBody) {
      if (!on) return;
      const id = take(exchangeFromHar(entry, null));
      if (id === null) return;
      if (sizeOf(entry) > MAX_BODY_BYTES) return;
      readBody().then(
        (body) => {
          const at = id - (list[0]?.id ?? 0);
          const failure = list[at];
          if (body === null || failure === undefined) return;
          const read = exchangeFromHar(entry, body);
          const whole = id > lightened ? read : lighten(read);
          // What a preflight has learned meanwhile stays.
          put(at, { ...failure, exchange: preflightFor(whole) === null ? whole : { ...whole, initiator: failure.exchange.initiator } });
          makeRoom();
          changed();
        },
        // The browser has no body for it: what is recorded already stays.
        () => undefined,
      );
    },
  };
}
