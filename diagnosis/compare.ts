import { type History, medianWait, mediaType, waitOf } from './history';
import { quoteValue } from './marks';
import type { Subject } from './match';
import type { Evidence, Match, Vendor } from './types';

/** What the same host's healthy responses say about this failure. */
export interface Comparison {
  /** vanished: the application's headers are gone · kept: they are there · silent: nothing to compare. */
  readonly verdict: 'vanished' | 'kept' | 'silent';
  readonly evidence: readonly Evidence[];
  /** Median waiting time of healthy responses in ms, or null. */
  readonly usualWaitMs: number | null;
  /** Product that healthy responses name in `server` and this one does not: what stands behind the issuer. null: none shows. */
  readonly behind: string | null;
}

/** Headers that proxies, CDNs and servers add themselves, beside those that the data names, or that depend on the content: they prove nothing. */
const NEUTRAL =
  /^(?:date|server|via|age|connection|keep-alive|transfer-encoding|content-.*|accept-ranges|vary|etag|last-modified|expires|cache-control|pragma|alt-svc|report-to|reporting-endpoints|nel|strict-transport-security|x-cache.*|x-frame-options|x-content-type-options|x-xss-protection|referrer-policy|permissions-policy|access-control-.*|cross-origin-.*|upgrade|link|location|server-timing|timing-allow-origin|x-served-by|x-timer|x-varnish|cf-.*|x-amz-cf-.*|x-azure-ref|x-edge-.*|x-vercel-.*|x-nf-.*|fly-.*|x-railway-.*|x-envoy-.*|x-kong-.*|proxy-status|cache-status|retry-after|www-authenticate|set-cookie)$/;
/** Headers that applications set, though some product in between may set one too. */
export const APP_HEADERS = [
  'x-powered-by',
  'x-runtime',
  'x-generator',
  'x-request-id',
  'x-correlation-id',
  'x-aspnet-version',
  'x-aspnetmvc-version',
  'etag',
  'set-cookie',
  'x-ratelimit-limit',
  'ratelimit',
  'problem',
  'x-debug-token',
];

/** Headers by which what stands between browser and application shows itself or numbers its requests: none of them is the application's. */
export function headersOnTheWay(vendors: readonly Vendor[]): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (m: Match): void => {
    if ('header' in m) names.add(m.header);
    for (const part of 'all' in m ? m.all : 'any' in m ? m.any : []) add(part);
  };
  for (const vendor of vendors) {
    if (vendor.kind === 'application') continue;
    for (const mark of vendor.onPath) add(mark.when);
    for (const id of vendor.ids) if ('header' in id && id.header !== undefined) names.add(id.header);
  }
  for (const name of APP_HEADERS) names.delete(name);
  return names;
}

/** A profile of fewer responses is chance. */
const ENOUGH = 2;
const USUAL = 0.8;

/**
 * Compares a failed response with the healthy ones of its host (same method and first path segment first). `onTheWay`: see `headersOnTheWay`.
 * null when nothing healthy was seen or the capture has no headers.
 */
export function compare(s: Subject, history: History | undefined, onTheWay: ReadonlySet<string>): Comparison | null {
  const found = history?.profileOf(s.exchange) ?? null;
  if (found === null || !s.hasHeaders || found.profile.count < ENOUGH) return null;
  const { profile, of } = found;
  const usual = Object.keys(profile.headers).filter(
    (n) => (profile.headers[n] ?? 0) >= profile.count * USUAL && !onTheWay.has(n) && !NEUTRAL.test(n),
  );
  const kept = usual.filter((n) => s.headers.has(n));
  const vanished = usual.filter((n) => !s.headers.has(n));
  const evidence: Evidence[] = [];
  const whose = `${profile.count} healthy responses of this ${of}`;
  const names = (list: readonly string[]): string =>
    list
      .slice(0, 4)
      .map((n) => `\`${n}\``)
      .join(', ');
  let verdict: Comparison['verdict'] = 'silent';
  if (vanished.length > 0 && kept.length === 0) {
    verdict = 'vanished';
    evidence.push({
      says: `${whose} carry ${names(vanished)}; this one has none of it`,
      about: 'application',
      weighs: 'against',
      where: 'comparison',
    });
  } else if (kept.length > 0 && kept.length >= vanished.length) {
    verdict = 'kept';
    evidence.push({
      says: `Like ${whose}, this one carries ${names(kept)}: what sets them there answered`,
      about: 'application',
      weighs: 'for',
      where: 'comparison',
    });
  }
  const type = mediaType(s.headers.get('content-type')?.[0] ?? '');
  const types = Object.keys(profile.types);
  if (verdict !== 'kept' && type === 'text/html' && types.length === 1 && types[0] === 'application/json') {
    evidence.push({ says: `${whose} are JSON, this one is HTML`, about: 'application', weighs: 'against', where: 'comparison' });
  }
  const server = s.headers.get('server')?.[0];
  const servers = Object.keys(profile.servers);
  const usually = servers.length === 1 && (profile.headers['server'] ?? 0) >= profile.count * USUAL ? (servers[0] ?? '') : '';
  const product = usually.split(/[\s/(]/)[0] ?? '';
  const behind = product !== '' && !(server ?? '').toLowerCase().startsWith(product.toLowerCase()) ? quoteValue(product) : null;
  if (behind !== null) {
    evidence.push({
      says: `${whose} say \`server: ${quoteValue(usually)}\`, this one ${server === undefined ? 'names no server' : `\`${quoteValue(server)}\``}`,
      about: 'application',
      weighs: 'against',
      where: 'comparison',
    });
  }
  const usualWaitMs = medianWait(profile);
  const wait = waitOf(s.exchange);
  if (wait !== null && usualWaitMs !== null && wait <= usualWaitMs * 2 + 20) {
    evidence.push({
      says: `Answered in ${Math.round(wait)} ms, as fast as healthy responses: no timeout ran out`,
      about: 'time',
      weighs: 'path',
      where: 'time',
    });
  }
  return { verdict, evidence, usualWaitMs, behind };
}
