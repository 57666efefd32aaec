import type { Issuer, Standing } from './issuer';
import { type Hit, isIssued, quoteValue, saysOf } from './marks';
import { compileMatch, type Subject } from './match';
import { type ViaHop, viaHops } from './standards';
import { type Stranger, strangers } from './strangers';
import type { Hop, Vendor } from './types';

/** The version that a mark shows, or null. */
function versionOf(hits: readonly Hit[]): string | null {
  for (const { mark, found } of hits) {
    const version = mark.version?.exec(found)?.[1];
    if (version !== undefined && version !== '') return quoteValue(version).slice(0, 24);
  }
  return null;
}

/** Headers of one `via` entry alone: which hop signed which. */
const withVia = (s: Subject, hop: ViaHop): Subject => ({
  ...s,
  headers: new Map([...s.headers, ['via', [`${hop.protocol} ${hop.receivedBy}${hop.comment === null ? '' : ` (${hop.comment})`}`]]]),
});

/** Where in `via` each vendor signed: the last entry was added by the hop nearest to the browser, so 0 is the innermost. */
function signatures(s: Subject, list: readonly Standing[]): ReadonlyMap<string, number> {
  const signed = list.flatMap((x) => {
    const marks = x.hits.filter((h) => h.where === 'header via').map((h) => compileMatch(h.mark.when));
    return marks.length === 0 ? [] : [{ id: x.vendor.id, marks }];
  });
  if (signed.length < 2) return new Map();
  const entries = viaHops(s).map((hop) => withVia(s, hop));
  return new Map(
    signed.flatMap(({ id, marks }) => {
      const at = entries.findLastIndex((entry) => marks.some((holds) => holds(entry) !== null));
      return at < 0 ? [] : [[id, at] as const];
    }),
  );
}

/**
 * Outermost first: by `via` where two have signed it, else by usual depth; a platform’s own edge stands behind any other edge.
 * What wrote this answer itself stands innermost: nothing behind it can have left a mark on it.
 */
function stacked(s: Subject, standings: readonly Standing[], issuer: Issuer): Standing[] {
  const sorted = [...standings].sort((a, b) => a.vendor.depth - b.vendor.depth);
  const signed = signatures(s, sorted);
  if (signed.size > 1) {
    const places = sorted.flatMap((x, i) => (signed.has(x.vendor.id) ? [i] : []));
    const inOrder = sorted
      .filter((x) => signed.has(x.vendor.id))
      .sort((a, b) => (signed.get(b.vendor.id) ?? 0) - (signed.get(a.vendor.id) ?? 0));
    for (const [n, i] of places.entries()) sorted[i] = inOrder[n] as Standing;
  }
  for (const inner of [...sorted]) {
    const edge = inner.vendor.ownEdge;
    const at = sorted.findIndex((x) => x.vendor.id === edge);
    if (edge === undefined || at < 0) continue;
    const [moved] = sorted.splice(at, 1);
    if (moved === undefined) continue;
    // Behind another edge, but before the load balancers that stand between this one and the platform.
    const before = sorted.findIndex((x, i) => x === inner || (i >= at && x.vendor.depth > moved.vendor.depth));
    sorted.splice(before, 0, moved);
  }
  const own = sorted.findIndex((x) => x.vendor.id === issuer.id);
  if (own >= 0 && issuer.kind !== 'application' && (sorted[own]?.level ?? 0) > 0) sorted.push(...sorted.splice(own, 1));
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

const strangerHop = ({ name, shown }: Stranger): Hop => ({
  id: 'unknown',
  name,
  kind: 'unknown',
  part: 'relayed',
  evidence: `\`${shown}\``,
});

/**
 * The components that the response shows, outermost first. A vendor stands on it when a mark says so; the issuer always does.
 * What failed without showing itself is added by the card as the last hop, marked `failed`.
 */
export function findPath(s: Subject, standings: readonly Standing[], issuer: Issuer): readonly Hop[] {
  const seen = standings.filter(
    (x) => x.vendor.id === issuer.id || x.pageOnly || x.level >= 2 || x.relayed || x.hits.some((h) => !isIssued(h)),
  );
  // A CDN that answered itself: what only its `server` names behind it is the software that the CDN runs.
  const own = issuer.kind === 'cdn' ? seen.find((x) => x.vendor.id === issuer.id && x.level >= 2) : undefined;
  const present = seen.filter(
    (x) => own === undefined || x.vendor.depth <= own.vendor.depth || x.hits.some((h) => isIssued(h) || h.where !== 'header server'),
  );
  const hops = stacked(s, present, issuer).map((x) =>
    hopOf(x, x.vendor.id === issuer.id ? 'issued' : x.pageOnly ? 'wrote-page' : 'relayed'),
  );
  // A stranger's name was written by the last hop that writes one: it stands behind the proxies we know, before the application,
  // and before what issued this: nothing stands behind that.
  const last = hops.findIndex((h) => h.part === 'issued' || h.kind === 'application');
  hops.splice(last < 0 ? hops.length : last, 0, ...strangers(s, standings).map(strangerHop));
  if (issuer.id !== 'unknown' && !hops.some((h) => h.id === issuer.id)) {
    hops.push({ id: issuer.id, name: issuer.name, kind: issuer.kind, part: 'issued', evidence: issuer.evidence[0]?.says ?? '' });
  }
  return hops;
}
