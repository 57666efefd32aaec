import { header } from './exchange';
import type { History } from './history';
import type { Exchange } from './types';

/** How far a failure reaches, in sentences with their numbers. */
export interface Scope {
  readonly sentences: readonly string[];
  /** First and last failure of this host and status, epoch ms. */
  readonly from: number | null;
  readonly to: number | null;
  readonly failures: number;
  readonly requests: number;
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

/**
 * What else failed: this route, this method, this host, one place, one in three, a burst that ended.
 * `failures` are all recorded 5xx, of any host; with fewer than two of this host there is nothing to say.
 */
export function scopeOf(exchange: Exchange, failures: readonly Exchange[], history: History): Scope {
  const same = failures.filter((f) => f.host === exchange.host);
  const { requests, lastHealthy } = history.traffic(exchange.host);
  const total = Math.max(requests, same.length);
  const times = same.flatMap((f) => (f.startedAt === null ? [] : [f.startedAt]));
  const from = times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
  const to = times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
  const sentences: string[] = [];
  if (total > 0) {
    const span =
      from === null || to === null || to - from < 1000
        ? from === null
          ? ''
          : `, at ${clock(from)}`
        : `, between ${clock(from)} and ${clock(to)}`;
    sentences.push(`${same.length} of ${plural(total, 'request')} to this host failed${span}`);
  }
  if (same.length > 1) {
    const routes = new Set(same.map(route));
    const methods = new Set(same.map((f) => f.method));
    const statuses = new Set(same.map((f) => f.status));
    if (routes.size === 1 && total > same.length)
      sentences.push(`All of them on \`${route(exchange)}\`: one broken route rather than the host`);
    else if (routes.size > 1) sentences.push(`${plural(routes.size, 'route')} failed: more than one piece of code`);
    if (methods.size === 1 && total > same.length && exchange.method !== 'GET') sentences.push(`All of them were ${exchange.method}`);
    if (statuses.size > 1) sentences.push(`Statuses: ${[...statuses].sort().join(', ')}`);
    for (const { header: name, pattern, name: place } of PLACES) {
      const placeOf = (e: Exchange): string | undefined => pattern.exec(header(e.responseHeaders, name) ?? '')?.[1];
      const first = placeOf(exchange);
      if (first !== undefined && same.every((f) => placeOf(f) === first)) sentences.push(`All came through ${place} ${first}`);
    }
  }
  if (to !== null && lastHealthy > to)
    sentences.push(
      `Healthy again since ${clock(lastHealthy)}${from !== null && to - from < 60_000 && same.length > 1 ? ': a burst like this fits a restart or a deploy' : ''}`,
    );
  else if (to !== null && lastHealthy > 0 && from !== null && lastHealthy > from)
    sentences.push('Healthy responses came in between: it fails now and then, as one bad instance of several or a keep-alive race does');
  return { sentences, from, to, failures: same.length, requests: total };
}
