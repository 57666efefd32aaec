import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../diagnosis';
import { isReplaced } from '../diagnosis/exchange';
import type { Activity, Failure, Page, Port, Recording, Seen } from './port';

/** How often the page is asked while someone looks. */
const BEAT_MS = 3000;
/** An answer that has not come by then never will. */
const ANSWER_MS = 5000;
/** A request that the page finished this long ago should have been reported by now; Firefox catches up within seconds after a burst. */
const SETTLE_MS = 5000;
/** Requests that the page made without one being reported, before that is called silence. */
const SILENT_MIN = 3;
/** Clocks of the page and of the Network panel differ by this much. */
const SLACK_MS = 1000;
/** A page is quiet when nothing finished for so long. */
const QUIET_MS = 2000;
const QUIET_BEAT_MS = 250;
const QUIET_LIMIT_MS = 30_000;

/** Where a rescan stands. */
export type Rescan =
  | { readonly step: 'waiting' | 'reading' | 'busy' | 'full' | 'failed' }
  /** `lost`: requests came in meanwhile, which Firefox then loses. */
  | { readonly step: 'done'; readonly added: number; readonly lost: boolean };

/** A failure that was never reported. */
export interface Missed extends Seen {
  /** It began before the recording did. */
  readonly early: boolean;
}

/** What the browser does not tell, as far as the page itself knows of it. */
export interface Watch {
  /** Extensions are cut off from this page. */
  readonly cutOff: ReadonlySignal<boolean>;
  /** Failures of this page load that were never reported. */
  readonly unseen: ReadonlySignal<readonly Missed[]>;
  /** The page makes requests and none is reported. */
  readonly silent: ReadonlySignal<boolean>;
  /** Requests that this page made before the recording began, while nothing was reported since. */
  readonly before: ReadonlySignal<number>;
  readonly rescan: ReadonlySignal<Rescan | null>;
  /** Waits until the page is quiet, then rescans. */
  startRescan(): Promise<void>;
  dispose(): void;
}

/** A request by its address without fragment. */
const requestOf = (status: number, url: string): string => `${status} ${url.split('#')[0]}`;
const endOf = (e: Exchange): number => (e.startedAt ?? 0) + (e.timeMs ?? 0);

/** Failures that the page knows of and the recording does not. `now`: epoch ms. */
export function unseen(
  failed: readonly Seen[],
  recorded: readonly Exchange[],
  recording: Pick<Recording, 'openedAt' | 'missedFrom' | 'dropped'>,
  now: number,
): Missed[] {
  const oldest = recorded[0];
  const dropped = recording.dropped() > 0 && oldest !== undefined ? endOf(oldest) : 0;
  const since = Math.max(recording.missedFrom(), dropped);
  const asked = failed
    .map((s) => ({ ...s, early: s.startedAt < recording.openedAt }))
    .filter((s) => s.startedAt >= since && (s.early || s.startedAt + s.timeMs <= now - SETTLE_MS));
  if (asked.length === 0) return [];
  const from = Math.min(...asked.map((s) => s.startedAt)) - SLACK_MS;
  const statuses = new Set(asked.map((s) => s.status));
  const rest = new Set(recorded.filter((e) => e.startedAt !== null && e.startedAt >= from && statuses.has(e.status)));
  const byRequest = new Map<string, Exchange[]>();
  for (const e of rest) {
    const request = requestOf(e.status, e.url);
    const same = byRequest.get(request);
    if (same === undefined) byRequest.set(request, [e]);
    else same.push(e);
  }
  /** Those that no record fits. */
  const without = <T extends Seen>(
    list: readonly T[],
    candidates: (s: T) => Iterable<Exchange>,
    fits: (s: T, e: Exchange) => boolean,
  ): T[] =>
    list.filter((s) => {
      for (const e of candidates(s)) if (rest.has(e) && fits(s, e)) return !rest.delete(e);
      return true;
    });
  const left = without(
    asked,
    (s) => byRequest.get(requestOf(s.status, s.url)) ?? [],
    (s, e) => Math.abs((e.startedAt ?? 0) - s.startedAt) <= SLACK_MS,
  );
  // After a redirect the page knows the first address and the whole time, the recording the last address and its part. What the same
  // address explains is out of the way by then: requests that ran at the same time must not be taken for each other.
  return without(
    left,
    () => rest,
    (s, e) => e.status === s.status && (e.startedAt ?? 0) > s.startedAt && endOf(e) <= s.startedAt + s.timeMs + SLACK_MS,
  );
}

/** What the page tells. Rejects when it does not in time: a page that is left, or held by the debugger, may never answer. */
function ask(page: Page): Promise<Activity | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The page did not answer in time')), ANSWER_MS);
    page
      .activity()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Asks the page while the panel is in view. `heard` is called after each answer. */
export function createWatch(port: Port, heard: () => void): Watch {
  const { recording, page } = port;
  const cutOff = signal(false);
  const missing = signal<readonly Missed[]>([]);
  const silent = signal(false);
  const before = signal(0);
  const rescan = signal<Rescan | null>(null);
  let ended = false;
  let asking = false;

  /** Where the page stood when a request was last reported, and since when it is ahead. */
  let base: { readonly origin: number; readonly page: number; readonly reported: number } | null = null;
  let aheadSince: number | null = null;
  const judgeSilence = ({ origin, requests }: Activity, now: number): void => {
    const reported = recording.requests();
    const old = base;
    if (old === null) base = origin > recording.openedAt ? { origin, page: 0, reported: 0 } : { origin, page: requests, reported };
    else if (old.origin !== origin) base = { ...old, origin, page: 0 };
    if (base === null || base.reported !== reported || base.page > requests || !recording.isRecording()) {
      base = { origin, page: requests, reported };
    }
    if (requests - base.page < SILENT_MIN) aheadSince = null;
    else aheadSince ??= now;
    silent.value = aheadSince !== null && now - aheadSince >= SETTLE_MS;
  };

  /** What had been reported when `cutOff` was last judged. */
  const soFar = () => ({ reported: recording.requests(), failure: recording.failures().at(-1) });
  let judged: { readonly reported: number; readonly failure: Failure | undefined } = { reported: -1, failure: undefined };
  /**
   * On its own error page Chrome refuses to evaluate anything; now and then it leaves every question open instead, there and on the pages
   * after it. What is reported tells then: a document that was replaced, or that the browser goes on reporting.
   */
  const judgeUnanswered = (): void => {
    const now = soFar();
    if (now.reported !== judged.reported)
      cutOff.value = now.failure?.id !== judged.failure?.id && isReplaced(now.failure?.exchange.error ?? null);
    judged = now;
  };

  const beat = async (): Promise<void> => {
    if (ended || asking || page === undefined || document.visibilityState === 'hidden') return;
    asking = true;
    try {
      const activity = await ask(page);
      if (ended) return;
      batch(() => {
        cutOff.value = activity === null;
        judged = soFar();
        if (activity === null) return;
        const now = Date.now();
        const recorded = recording.failures().map((f) => f.exchange);
        missing.value = recording.isRecording() ? unseen(activity.failed, recorded, recording, now) : [];
        before.value = recording.requests() === 0 && activity.origin < recording.openedAt ? activity.requests : 0;
        if (port.browser === 'firefox') judgeSilence(activity, now);
      });
      heard();
    } catch {
      // Between two pages, or the debugger holds the page: the next beat asks again.
      if (!ended) judgeUnanswered();
    } finally {
      asking = false;
    }
  };

  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  /** The page's activity once it is quiet, or why it is not known to be. */
  const quiet = async (asked: Page): Promise<Activity | 'busy' | 'full' | 'failed'> => {
    let last = '';
    let since = Date.now();
    for (const limit = since + QUIET_LIMIT_MS; !ended; await sleep(QUIET_BEAT_MS)) {
      const activity = await ask(asked);
      if (activity === null) return 'failed';
      if (activity.full) return 'full';
      const now = Date.now();
      const state = `${activity.origin} ${activity.requests} ${recording.requests()}`;
      if (state !== last) {
        last = state;
        since = now;
      } else if (now - since >= QUIET_MS) return activity;
      if (now >= limit) return 'busy';
    }
    return 'failed';
  };

  const pulse = setInterval(() => void beat(), BEAT_MS);
  const seenAgain = (): void => void beat();
  document.addEventListener('visibilitychange', seenAgain);
  /** What is reported again must not stand under a note that nothing is. */
  const unsubscribe = recording.subscribe(() => {
    if (cutOff.value) void beat();
  });
  void beat();
  return {
    cutOff,
    unseen: missing,
    silent,
    before,
    rescan,
    async startRescan() {
      const step = rescan.value?.step;
      if (page === undefined || recording.rescan === undefined || step === 'waiting' || step === 'reading') return;
      rescan.value = { step: 'waiting' };
      try {
        const calm = await quiet(page);
        if (typeof calm === 'string') {
          rescan.value = { step: calm };
          return;
        }
        rescan.value = { step: 'reading' };
        const added = await recording.rescan();
        const after = await ask(page);
        rescan.value = { step: 'done', added, lost: after === null || after.requests !== calm.requests || after.origin !== calm.origin };
      } catch {
        rescan.value = { step: 'failed' };
      }
    },
    dispose() {
      ended = true;
      clearInterval(pulse);
      unsubscribe();
      document.removeEventListener('visibilitychange', seenAgain);
    },
  };
}
