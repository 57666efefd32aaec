import { header } from './exchange';
import type { History, Traffic } from './history';
import type { Exchange } from './types';

/** How far a failure reaches. */
export interface Scope {
  /** What was seen, with its numbers. */
  readonly sentences: readonly string[];
  /** What that makes of the likely cause; null where it says nothing. */
  readonly points: string | null;
}

const clock = (ms: number): string => `${new Date(ms).toISOString().slice(11, 19)} UTC`;
const route = (e: Exchange): string => `/${e.path.split('/')[1] ?? ''}`;
const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** Headers that name one edge location or instance, and the part of the value that does. */
const PLACES: readonly { readonly header: string; readonly pattern: RegExp; readonly name: string }[] = [
  { header: 'cf-ray', pattern: /-([A-Z]{3})$/, name: 'Cloudflare data centre' },
  { header: 'x-amz-cf-pop', pattern: /^([A-Z]{3}\d+)/, name: 'CloudFront location' },
  { header: 'x-served-by', pattern: /-([A-Z]{3})$/, name: 'Fastly location' },
  { header: 'x-vercel-id', pattern: /^([a-z]{3}\d)/, name: 'Vercel region' },
  { header: 'fly-request-id', pattern: /-([a-z]{3})$/, name: 'Fly region' },
];

/** First and last start in epoch ms; null where no time is known. */
function spanOf(list: readonly Exchange[]): readonly [from: number, to: number] | null {
  let span: readonly [number, number] | null = null;
  for (const { startedAt: at } of list) if (at !== null) span = span === null ? [at, at] : [Math.min(span[0], at), Math.max(span[1], at)];
  return span;
}

/** A failure that lasts longer is no restart. */
const RESTART_MS = 60_000;

/** What the requests of one path, told apart by when they failed, make of the cause. */
function pathPoints(failed: number, path: Traffic, lasted: number): string | null {
  if (path.healthy === 0) return null;
  if (path.turns > (path.well ? 2 : 1))
    return `This path failed ${failed} of ${path.requests} times, now and then: one bad instance of several, or a race, fits better than a standing fault`;
  if (!path.well) return `This path worked until ${clock(path.lastHealthy)}: look for what changed or stopped then`;
  if (failed === 1) return 'It came once, and this path is healthy again: a restart, a race, or one bad instance of several';
  return lasted <= RESTART_MS
    ? `It is over, and lasted at most ${Math.max(1, Math.ceil(lasted / 1000))} s: a restart or a deploy fits best`
    : 'It is over: this path is healthy again';
}

/** What the other requests of the host make of it, where this path has only failed. */
function hostPoints(failed: number, routes: number, host: Traffic): string | null {
  if (host.healthy === 0)
    return routes > 2 ? `All ${failed} requests failed, on ${routes} routes: what they share is down, not one route` : null;
  if (routes > 1 || failed < 2) return null;
  return `Only this route fails; ${plural(host.healthy, 'response')} of this host ${host.healthy === 1 ? 'was' : 'were'} healthy: look at what the route does, or where it is sent`;
}

/**
 * What else failed, and what that points to: this route, this method, this host, one place, one in three, a burst that ended.
 * `failures` are all recorded 5xx, of any host. Without history (a HAR of failures only) there are fewer sentences.
 */
export function scopeOf(exchange: Exchange, failures: readonly Exchange[], history: History): Scope {
  const same = failures.filter((f) => f.host === exchange.host);
  if (same.length === 0) return { sentences: [], points: null };
  const { host, path } = history.traffic(exchange);
  const here = same.filter((f) => f.path === exchange.path && f.method === exchange.method);
  const total = Math.max(host.requests, same.length);
  const routes = new Set(same.map(route));
  const span = spanOf(same);
  const when =
    span === null ? '' : span[1] - span[0] < 1000 ? `, at ${clock(span[0])}` : `, between ${clock(span[0])} and ${clock(span[1])}`;
  const sentences = [`${same.length} of ${plural(total, 'request')} to this host failed${when}`];
  if (path.requests > 1 && path.requests < total) sentences.push(`Of this very path: ${here.length} of ${path.requests}`);
  if (same.length > 1) {
    const methods = new Set(same.map((f) => f.method));
    const statuses = new Set(same.map((f) => f.status));
    if (routes.size > 1) sentences.push(`${plural(routes.size, 'route')} failed`);
    else if (host.healthy > 0) sentences.push(`All of them on \`${route(exchange)}\``);
    if (methods.size === 1 && host.healthy > 0 && exchange.method !== 'GET') sentences.push(`All of them were ${exchange.method}`);
    if (statuses.size > 1) sentences.push(`Statuses: ${[...statuses].sort().join(', ')}`);
    for (const { header: name, pattern, name: place } of PLACES) {
      const placeOf = (e: Exchange): string | undefined => pattern.exec(header(e.responseHeaders, name) ?? '')?.[1];
      const first = placeOf(exchange);
      if (first !== undefined && same.every((f) => placeOf(f) === first)) sentences.push(`All came through ${place} ${first}`);
    }
  }
  const began = spanOf(here)?.[0] ?? null;
  const lasted = began === null ? Number.POSITIVE_INFINITY : path.lastHealthy - began;
  return { sentences, points: pathPoints(here.length, path, lasted) ?? hostPoints(same.length, routes.size, host) };
}
