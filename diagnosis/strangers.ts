import type { Standing } from './issuer';
import { quoteValue } from './marks';
import type { Subject } from './match';
import { viaHops } from './standards';

/** A name that the response gives to a component which no vendor file knows. */
export interface Stranger {
  readonly name: string;
  /** The header that says so. */
  readonly shown: string;
}

/** Names in `via` and `server` that no mark has read, outermost first: shown on the path, and never blamed. */
export function strangers(s: Subject, known: readonly Standing[]): readonly Stranger[] {
  const read = (name: string): boolean => known.some((x) => x.hits.some((h) => h.where === `header ${name}`));
  const out: Stranger[] = [];
  const via = s.headers.get('via');
  if (via !== undefined && !read('via')) {
    // The last member was added by the hop nearest to the browser.
    const names = viaHops(s)
      .map((hop) => hop.receivedBy)
      .reverse();
    for (const name of [...new Set(names)].slice(0, 6)) out.push({ name: quoteValue(name), shown: `via: ${quoteValue(via.join(', '))}` });
  }
  const server = s.headers.get('server')?.[0];
  if (server !== undefined && server !== '' && !read('server'))
    out.push({ name: quoteValue(server.split(/[\s/(]/)[0] ?? server), shown: `server: ${quoteValue(server)}` });
  return out.filter(({ name }) => name !== '');
}
