import type { Issuer, Standing } from './issuer';
import { type Hit, isIssued, quoteValue, saysOf } from './marks';
import type { Subject } from './match';
import type { Hop, Vendor } from './types';

/** The version that a mark shows, or null. */
function versionOf(hits: readonly Hit[]): string | null {
  for (const { mark, found } of hits) {
    const version = mark.version?.exec(found)?.[1];
    if (version !== undefined && version !== '') return quoteValue(version).slice(0, 24);
  }
  return null;
}

/** Outermost first: by usual depth; a platform's own edge stands directly before the platform. */
function stacked(standings: readonly Standing[]): Standing[] {
  const sorted = [...standings].sort((a, b) => a.vendor.depth - b.vendor.depth);
  for (const inner of [...sorted]) {
    const edge = inner.vendor.ownEdge;
    const at = sorted.findIndex((x) => x.vendor.id === edge);
    if (edge === undefined || at < 0) continue;
    const [moved] = sorted.splice(at, 1);
    if (moved !== undefined) sorted.splice(sorted.indexOf(inner), 0, moved);
  }
  return sorted;
}

function hopOf(x: { readonly vendor: Vendor; readonly hits: readonly Hit[] }, part: Hop['part']): Hop {
  const hit = x.hits.find(isIssued) ?? x.hits[0];
  const shown = x.hits[0];
  const version = versionOf(x.hits);
  return {
    id: x.vendor.id,
    name: x.vendor.name,
    kind: x.vendor.kind,
    ...(version === null ? {} : { version }),
    part,
    evidence: part === 'issued' && hit !== undefined ? saysOf(hit) : shown === undefined ? '' : saysOf(shown),
  };
}

/** A server name that no vendor file knows is shown, and never blamed. */
function strangers(s: Subject, known: readonly Standing[]): Hop[] {
  const server = s.headers.get('server')?.[0];
  if (server === undefined || server === '' || known.some((x) => x.hits.some((h) => h.where === 'header server'))) return [];
  const name = quoteValue(server.split(/[\s/(]/)[0] ?? server);
  return name === '' ? [] : [{ id: 'unknown', name, kind: 'unknown', part: 'relayed', evidence: `\`server: ${quoteValue(server)}\`` }];
}

/**
 * The components that the response shows, outermost first. A vendor stands on it when a mark says so; the issuer always does.
 * What failed without showing itself is added by the card as the last hop, marked `failed`.
 */
export function findPath(s: Subject, standings: readonly Standing[], issuer: Issuer): readonly Hop[] {
  const present = standings.filter(
    (x) => x.vendor.id === issuer.id || x.pageOnly || x.level >= 2 || x.relayed || x.hits.some((h) => !isIssued(h)),
  );
  const hops = stacked(present).map((x) => hopOf(x, x.vendor.id === issuer.id ? 'issued' : x.pageOnly ? 'wrote-page' : 'relayed'));
  const placed = [...hops];
  const extra = strangers(s, standings);
  // Next to the issuer's place: a stranger's `server` was set by the last hop that writes one, the innermost we can see.
  placed.push(...extra);
  if (issuer.id !== 'unknown' && !placed.some((h) => h.id === issuer.id)) {
    placed.push({ id: issuer.id, name: issuer.name, kind: issuer.kind, part: 'issued', evidence: issuer.evidence[0]?.says ?? '' });
  }
  return placed;
}
