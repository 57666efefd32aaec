import type { Issuer, Standing } from './issuer';
import { type Hit, isIssued, quoteValue, saysOf } from './marks';
import type { Subject } from './match';
import { viaHops } from './standards';
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

const stranger = (name: string, evidence: string): Hop => ({
  id: 'unknown',
  name: quoteValue(name),
  kind: 'unknown',
  part: 'relayed',
  evidence: `\`${evidence}\``,
});

/** Names in `server` and `via` that no vendor file knows are shown, and never blamed. */
function strangers(s: Subject, known: readonly Standing[]): Hop[] {
  const read = (name: string): boolean => known.some((x) => x.hits.some((h) => h.where === `header ${name}`));
  const out: Hop[] = [];
  const via = s.headers.get('via');
  if (via !== undefined && !read('via')) {
    // The last member was added by the hop nearest to the browser.
    const names = viaHops(s)
      .map((hop) => hop.receivedBy)
      .reverse();
    for (const name of [...new Set(names)].slice(0, 6)) out.push(stranger(name, `via: ${quoteValue(via.join(', '))}`));
  }
  const server = s.headers.get('server')?.[0];
  if (server !== undefined && server !== '' && !read('server'))
    out.push(stranger(server.split(/[\s/(]/)[0] ?? server, `server: ${quoteValue(server)}`));
  return out.filter((hop) => hop.name !== '');
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
  // A stranger's name was written by the last hop that writes one: it stands behind those we know, before what answered unseen.
  hops.push(...strangers(s, standings));
  if (issuer.id !== 'unknown' && !hops.some((h) => h.id === issuer.id)) {
    hops.push({ id: issuer.id, name: issuer.name, kind: issuer.kind, part: 'issued', evidence: issuer.evidence[0]?.says ?? '' });
  }
  return hops;
}
