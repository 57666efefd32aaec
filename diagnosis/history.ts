import type { Exchange } from './types';

/** Bounds, so that a day of browsing cannot fill the memory of the DevTools page. */
export const MAX_HOSTS = 200;
export const MAX_ROUTES = 50;
export const MAX_PATHS = 200;
/** Longer paths count together when they begin alike. */
const MAX_PATH_LENGTH = 200;
const MAX_NAMES = 80;
const MAX_WAITS = 32;
const MAX_VALUES = 4;

/** What the healthy responses of one host or route look like. Plain data: it crosses from one document to another. */
export interface Profile {
  /** Healthy responses seen. */
  count: number;
  /** How many of them carried each header. */
  readonly headers: Record<string, number>;
  /** Values of `server`, with counts. */
  readonly servers: Record<string, number>;
  /** Media types without parameters, with counts. */
  readonly types: Record<string, number>;
  /** The last waiting times in ms (HAR `timings.wait`). */
  readonly waits: number[];
  /** Epoch ms of the newest. */
  last: number;
}

/** What has finished. */
export interface Traffic {
  readonly requests: number;
  readonly healthy: number;
  /** When the newest healthy one began: epoch ms, 0: none. */
  readonly lastHealthy: number;
  /** The newest one was healthy. */
  readonly well: boolean;
  /** How often it went from healthy to failing or back. */
  readonly turns: number;
}
type Counted = { -readonly [K in keyof Traffic]: Traffic[K] };
const NONE: Traffic = { requests: 0, healthy: 0, lastHealthy: 0, well: false, turns: 0 };

/** Slim, bounded memory of the healthy responses per host, and per method and first path segment within it. */
export interface History {
  /** Takes any finished exchange. All are counted; only those with status 200 to 399 change the profiles. */
  record(exchange: Exchange): void;
  /** The profile nearest to this exchange: same host, method and first path segment, else the host's. null when there is none. */
  profileOf(exchange: Exchange): { readonly profile: Profile; readonly of: 'route' | 'host' } | null;
  /** The requests of this exchange's host, and those of its very method and path. */
  traffic(exchange: Exchange): { readonly host: Traffic; readonly path: Traffic };
  /**
   * Changes when the profile nearest to this exchange has grown enough for a new diagnosis: with each of its first eight responses, then
   * each time their number has doubled. On a busy host everything would be diagnosed all the time otherwise.
   */
  version(exchange: Exchange): number;
  /** Counts the traffic anew; what healthy responses look like stays known. */
  restart(): void;
}

/** Without a prototype: a header may be called `constructor`. */
const counts = (): Record<string, number> => Object.create(null) as Record<string, number>;
const empty = (): Profile => ({ count: 0, headers: counts(), servers: counts(), types: counts(), waits: [], last: 0 });
const bump = (into: Record<string, number>, key: string, max: number): void => {
  const n = into[key];
  if (n !== undefined) into[key] = n + 1;
  else if (Object.keys(into).length < max) into[key] = 1;
};

function add(profile: Profile, e: Exchange): void {
  profile.count++;
  const seen = new Set<string>();
  for (const { name, value } of e.responseHeaders) {
    if (seen.has(name)) continue;
    seen.add(name);
    bump(profile.headers, name, MAX_NAMES);
    if (name === 'server') bump(profile.servers, value, MAX_VALUES);
    if (name === 'content-type') bump(profile.types, mediaType(value), MAX_VALUES);
  }
  const wait = waitOf(e);
  if (wait !== null) {
    if (profile.waits.length >= MAX_WAITS) profile.waits.shift();
    profile.waits.push(wait);
  }
  profile.last = Math.max(profile.last, e.startedAt ?? 0);
}

/** `text/html; charset=utf-8` -> `text/html`. */
export const mediaType = (value: string): string => (value.split(';')[0] ?? '').trim().toLowerCase();

/** Waiting time in ms: HAR `timings.wait`, or the whole time where there is none. */
export const waitOf = (e: Exchange): number | null => e.timings.wait ?? e.timeMs;

/** Median of the profile's waiting times in ms, or null. */
export function medianWait(profile: Profile): number | null {
  const sorted = [...profile.waits].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

const pathKey = (e: Exchange): string => `${e.method} ${e.path.slice(0, MAX_PATH_LENGTH)}`;
const routeKey = (e: Exchange): string => `${e.method} /${e.path.split('/')[1] ?? ''}`;

interface HostEntry {
  readonly all: Profile;
  readonly routes: Map<string, Profile>;
  readonly paths: Map<string, Counted>;
  traffic: Counted;
}

/** The value of a key, moved to the end or made anew; the first one is dropped when there are `max`. A Map keeps the order of insertion. */
function recent<V>(map: Map<string, V>, key: string, max: number, make: () => V): V {
  let value = map.get(key);
  if (value !== undefined) map.delete(key);
  else {
    if (map.size >= max) map.delete(map.keys().next().value ?? '');
    value = make();
  }
  map.set(key, value);
  return value;
}

const isHealthy = (e: Exchange): boolean => e.status >= 200 && e.status <= 399 && e.status !== 304;
function count(into: Counted, e: Exchange): void {
  // "Not modified" tells nothing of headers, but the server was well.
  const well = e.status >= 200 && e.status <= 399;
  if (into.requests > 0 && well !== into.well) into.turns++;
  into.requests++;
  into.well = well;
  if (!well) return;
  into.healthy++;
  into.lastHealthy = Math.max(into.lastHealthy, e.startedAt ?? 0);
}

const FEW = 8;

/** An empty history. */
export function createHistory(): History {
  const hosts = new Map<string, HostEntry>();
  const profileOf: History['profileOf'] = (e) => {
    const host = hosts.get(e.host);
    if (host === undefined || host.all.count === 0) return null;
    const route = host.routes.get(routeKey(e));
    return route === undefined ? { profile: host.all, of: 'host' } : { profile: route, of: 'route' };
  };
  return {
    record(e) {
      if (e.host === '') return;
      const host = recent(hosts, e.host, MAX_HOSTS, () => ({
        all: empty(),
        routes: new Map(),
        paths: new Map(),
        traffic: { ...NONE },
      }));
      count(host.traffic, e);
      count(
        recent(host.paths, pathKey(e), MAX_PATHS, () => ({ ...NONE })),
        e,
      );
      if (!isHealthy(e)) return;
      add(host.all, e);
      add(recent(host.routes, routeKey(e), MAX_ROUTES, empty), e);
    },
    profileOf,
    traffic(e) {
      const host = hosts.get(e.host);
      return { host: host?.traffic ?? NONE, path: host?.paths.get(pathKey(e)) ?? NONE };
    },
    version(e) {
      const found = profileOf(e);
      if (found === null) return 0;
      const { count } = found.profile;
      const grown = count <= FEW ? count : FEW + Math.floor(Math.log2(count / FEW));
      return found.of === 'route' ? -grown : grown;
    },
    restart() {
      for (const host of hosts.values()) {
        host.traffic = { ...NONE };
        host.paths.clear();
      }
    },
  };
}
