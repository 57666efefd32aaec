import type { Exchange, Team } from '../diagnosis';
import { hostOf, isNoise, isThirdParty } from './party';
import type { Failure, Navigation } from './port';

/** One line of the list: a failure, with what the browser reported twice put together. */
export interface Row {
  /** Id of the first recorded entry. It stays when a twin arrives. */
  readonly id: number;
  readonly page: number;
  readonly exchange: Exchange;
  /** Recorded entries that it stands for. */
  readonly entries: number;
  /** Host of the page it belongs to, '' when not known. */
  readonly pageHost: string;
  readonly thirdParty: boolean;
  /** Why the team's file expects it; '' without a reason, null when it does not. */
  readonly muted: string | null;
  /** Expected to fail: muted, or see `isNoise`. */
  readonly noise: boolean;
}

/** Clocks of the page and its service worker differ by a little. */
const SLACK_MS = 50;
/** Twins come one after the other; older rows of the same URL are not looked at. */
const LOOK_BACK = 6;
/** Failures of a page that are asked for its host; a page without any after so many will not get one. */
const TRIES = 20;

const end = (e: Exchange): number => (e.startedAt ?? 0) + (e.timeMs ?? 0);
const overlap = (a: Exchange, b: Exchange): boolean =>
  a.startedAt !== null && b.startedAt !== null && a.startedAt <= end(b) + SLACK_MS && b.startedAt <= end(a) + SLACK_MS;

/** The same entry told twice, as a rescan does. */
const isRepeat = (a: Exchange, b: Exchange): boolean =>
  a.startedAt !== null && a.startedAt === b.startedAt && a.timeMs === b.timeMs && a.fromServiceWorker === b.fromServiceWorker;

/** One fetch through a service worker: Chrome reports the page's side, and the worker's own request. */
const areTwins = (a: Exchange, b: Exchange): boolean => a.fromServiceWorker !== b.fromServiceWorker && overlap(a, b);

const merged = new WeakMap<Exchange, { readonly worker: Exchange; readonly whole: Exchange }>();

/** The page's side has the body, the worker's side the network facts. */
function merge(page: Exchange, worker: Exchange): Exchange {
  const known = merged.get(page);
  if (known?.worker === worker) return known.whole;
  const whole: Exchange = {
    ...page,
    responseHeaders: page.responseHeaders.length > 0 ? page.responseHeaders : worker.responseHeaders,
    requestHeaders: page.requestHeaders.length > 0 ? page.requestHeaders : worker.requestHeaders,
    body: page.body ?? (worker.body === '' ? null : worker.body),
    timings: worker.timings,
    httpVersion: worker.httpVersion || page.httpVersion,
    reason: worker.reason || page.reason,
    serverAddress: worker.serverAddress ?? page.serverAddress,
    // A server was asked: the worker only passed its answer on.
    fromServiceWorker: false,
  };
  merged.set(page, { worker, whole });
  return whole;
}

/** The page's host per load: of its address, or else of the document or referrer that its first failures name. */
function pageHosts(failures: readonly Failure[], navigations: readonly Navigation[]): Map<number, string> {
  const hosts = new Map<number, string>();
  for (const { page, url } of navigations) {
    const host = hostOf(url);
    if (host !== '') hosts.set(page, host);
  }
  const tries = new Map<number, number>();
  for (const { page, exchange } of failures) {
    if (hosts.has(page)) continue;
    const tried = tries.get(page) ?? 0;
    if (tried >= TRIES) continue;
    tries.set(page, tried + 1);
    const referer = exchange.requestHeaders.find((h) => h.name === 'referer' || h.name === 'origin')?.value;
    const host = exchange.resourceType === 'document' ? exchange.host : hostOf(referer ?? '');
    if (host !== '') hosts.set(page, host);
  }
  return hosts;
}

/** A row in the making. */
interface Draft {
  readonly failure: Failure;
  exchange: Exchange;
  entries: number;
  twinned: boolean;
  /** The one before it with the same URL. */
  readonly before: Draft | undefined;
}

/** The nearest of these rows that this entry belongs to, joined with it. */
function twinAmong(latest: Draft | undefined, e: Exchange): Draft | undefined {
  let draft = latest;
  for (let looked = 0; draft !== undefined && looked < LOOK_BACK; looked++, draft = draft.before) {
    const first = draft.failure.exchange;
    if (first.method !== e.method || first.status !== e.status) continue;
    if (isRepeat(first, e)) return draft;
    if (draft.twinned || !areTwins(first, e)) continue;
    draft.exchange = first.fromServiceWorker ? merge(first, e) : merge(e, first);
    draft.twinned = true;
    return draft;
  }
  return undefined;
}

/**
 * Rows in order of arrival. A service worker's twin (same method, URL and status, overlapping in time) and an entry that was
 * reported twice become one row. `previous` rows are reused where nothing changed, so that views can compare by identity;
 * they must have been built with the same `team`, whose hosts are first-party and whose muted failures are expected.
 */
export function buildRows(
  failures: readonly Failure[],
  navigations: readonly Navigation[],
  previous: ReadonlyMap<number, Row> = new Map(),
  team: Pick<Team, 'isFirstParty' | 'mutedBy'> | null = null,
): Row[] {
  const hosts = pageHosts(failures, navigations);
  const drafts: Draft[] = [];
  const latest = new Map<string, Draft>();
  for (const failure of failures) {
    const e = failure.exchange;
    const before = latest.get(e.url);
    const twin = twinAmong(before, e);
    if (twin !== undefined) {
      twin.entries++;
      continue;
    }
    const draft: Draft = { failure, exchange: e, entries: 1, twinned: false, before };
    drafts.push(draft);
    latest.set(e.url, draft);
  }
  return drafts.map(({ failure, exchange, entries }) => {
    const pageHost = hosts.get(failure.page) ?? '';
    const old = previous.get(failure.id);
    if (old?.exchange === exchange && old.page === failure.page && old.entries === entries && old.pageHost === pageHost) return old;
    const thirdParty = team?.isFirstParty(exchange.host) !== true && isThirdParty(exchange, pageHost);
    const muted = team?.mutedBy(exchange) ?? null;
    const noise = muted !== null || isNoise(exchange, thirdParty);
    return { id: failure.id, page: failure.page, exchange, entries, pageHost, thirdParty, muted, noise };
  });
}
