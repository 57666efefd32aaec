import { type Anchor, anchorsOf, compileMatch, type Matcher, type Subject, whereOf } from './match';
import type { IssuedMark, OnPathMark, Vendor } from './types';

/** A mark that holds for the response at hand. */
export interface Hit<M = IssuedMark | OnPathMark> {
  readonly vendor: Vendor;
  readonly mark: M;
  /** What was found, for `{value}`. */
  readonly found: string;
  readonly where: string;
}

interface Entry {
  readonly vendor: Vendor;
  readonly mark: IssuedMark | OnPathMark;
  readonly match: Matcher;
  readonly where: string;
  /** Position in the data, so that hits come in the same order whatever the headers' order. */
  readonly order: number;
}

/** All marks of all vendors, keyed by what must be present, so that absent vendors cost nothing. */
export interface MarkIndex {
  /** Every mark that holds, in the order of the data. */
  collect(s: Subject): readonly Hit[];
}

const WORD = /[a-z0-9_]{3,}/g;

/** The longest word that stands whole inside the text, so that a set of the body's words can rule it out. */
function keyWord(text: string): string | null {
  let best: string | null = null;
  for (const m of text.matchAll(WORD)) {
    const inside = m.index > 0 && m.index + m[0].length < text.length;
    if (inside && (best === null || m[0].length > best.length)) best = m[0];
  }
  return best;
}

const push = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
};

/** Compiles the marks of all vendors. Costs some milliseconds, once. */
export function indexMarks(vendors: readonly Vendor[]): MarkIndex {
  const byHeader = new Map<string, Entry[]>();
  const byWord = new Map<string, Entry[]>();
  const bodyLoose: Entry[] = [];
  const always: Entry[] = [];
  let order = 0;
  const file = (entry: Entry, anchors: readonly Anchor[] | null): void => {
    if (anchors === null) {
      always.push(entry);
      return;
    }
    for (const a of anchors) {
      if ('header' in a) push(byHeader, a.header, entry);
      else {
        const word = keyWord(a.body);
        if (word === null) bodyLoose.push(entry);
        else push(byWord, word, entry);
      }
    }
  };
  for (const vendor of vendors) {
    for (const mark of [...vendor.onPath, ...vendor.issued]) {
      file({ vendor, mark, match: compileMatch(mark.when), where: whereOf(mark.when), order: order++ }, anchorsOf(mark.when));
    }
  }
  return {
    collect(s) {
      const candidates = new Set<Entry>(always);
      for (const name of s.headers.keys()) for (const e of byHeader.get(name) ?? []) candidates.add(e);
      if (s.body !== null && s.body !== '') {
        for (const e of bodyLoose) candidates.add(e);
        for (const word of new Set(s.body.match(WORD))) for (const e of byWord.get(word) ?? []) candidates.add(e);
      }
      const held: { readonly order: number; readonly hit: Hit }[] = [];
      for (const e of candidates) {
        const found = e.match(s);
        if (found !== null) held.push({ order: e.order, hit: { vendor: e.vendor, mark: e.mark, found, where: e.where } });
      }
      return held.sort((a, b) => a.order - b.order).map((h) => h.hit);
    },
  };
}

/** Whether a mark speaks of issuing rather than of being on the way. */
export const isIssued = (hit: Hit): hit is Hit<IssuedMark> => 'strength' in hit.mark;

/** Text from the wire, made harmless inside a sentence: short, one line, no back-tick that could end a code span. */
export const quoteValue = (value: string): string => {
  const flat = value
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replaceAll('`', "'")
    .trim();
  return flat.length > 120 ? `${flat.slice(0, 119)}…` : flat;
};

/** The sentence of a mark with what was found filled in. */
export const saysOf = (hit: Hit): string => hit.mark.says.replaceAll('{value}', quoteValue(hit.found));
