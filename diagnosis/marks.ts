import { type Anchor, anchorsOf, compileMatch, type Matcher, PREFIX, type Subject, whereOf } from './match';
import type { IssuedMark, OnPathMark, Vendor } from './types';

/** A mark that holds for the response at hand. */
export interface Hit<M = IssuedMark | OnPathMark> {
  readonly vendor: Vendor;
  readonly mark: M;
  /** What was found, for `{value}`. */
  readonly found: string;
  readonly where: string;
}

interface InBody {
  readonly grams: readonly number[];
  readonly entry: Entry;
}

interface Entry {
  readonly vendor: Vendor;
  readonly mark: IssuedMark | OnPathMark;
  readonly match: Matcher;
  readonly where: string;
  /** The header whose value the mark's sentence quotes, where it names one: `server: {value}`. */
  readonly quoted: string | undefined;
  /** Position in the data, so that hits come in the same order whatever the headers' order. */
  readonly order: number;
}

/** All marks of all vendors, keyed by what must be present, so that absent vendors cost nothing. */
export interface MarkIndex {
  /** Every mark that holds, in the order of the data. */
  collect(s: Subject): readonly Hit[];
}

/** Length of the letter groups that index bodies; four low bytes make one 32-bit number, hashed to 16 bits (Knuth's multiplicative method). */
const GRAM = 4;
const hash = (gram: number): number => Math.imul(gram, 0x9e3779b1) >>> 16;

function gramAt(text: string, i: number): number {
  let gram = 0;
  for (let k = i; k < i + GRAM; k++) gram = (gram << 8) | (text.charCodeAt(k) & 0xff);
  return hash(gram);
}

/** Hashes of the letter groups of a text, spread over it; a body that lacks one of them does not contain the text. */
function gramsOf(text: string): readonly number[] {
  const last = text.length - GRAM;
  const at = new Set([0, last >> 2, last >> 1, last - (last >> 2), last]);
  return last < 0 ? [] : [...at].map((i) => gramAt(text, i));
}

const push = <K>(map: Map<K, Entry[]>, key: K, entry: Entry): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
};

/** Compiles the marks of all vendors. Costs some milliseconds, once. */
export function indexMarks(vendors: readonly Vendor[]): MarkIndex {
  const byHeader = new Map<string, Entry[]>();
  const byPrefix = new Map<string, Entry[]>();
  const byReason = new Map<string, Entry[]>();
  const byHost = new Map<string, Entry[]>();
  const byStatus = new Map<number, Entry[]>();
  /** By one of its letter groups: the one that fewest share. */
  const byGram: (InBody[] | undefined)[] = new Array(1 << 16);
  /** Texts too short for a letter group. */
  const short: Entry[] = [];
  /** Which letter groups the body at hand has: those stamped with the number of this call. One allocation for all calls. */
  const present = new Uint32Array(1 << 16);
  let call = 0;
  const always: Entry[] = [];
  const filed = vendors
    .flatMap((vendor) => [...vendor.onPath, ...vendor.issued].map((mark) => ({ vendor, mark })))
    .map(({ vendor, mark }, order) => ({
      entry: {
        vendor,
        mark,
        match: compileMatch(mark.when),
        where: whereOf(mark.when),
        quoted: /`([a-z][a-z0-9-]*): \{value\}/.exec(mark.says)?.[1],
        order,
      },
      anchors: anchorsOf(mark.when),
    }));
  const fileText = (text: InBody): void => {
    const [key] = [...text.grams].sort((a, b) => (byGram[a]?.length ?? 0) - (byGram[b]?.length ?? 0));
    if (key === undefined) short.push(text.entry);
    else byGram[key] = [...(byGram[key] ?? []), text];
  };
  const file = (entry: Entry, a: Anchor): void => {
    if ('header' in a) {
      if (a.prefix === undefined) push(byHeader, a.header, entry);
      else push(byPrefix, `${a.header}:${a.prefix}`, entry);
    } else if ('reason' in a) push(byReason, a.reason, entry);
    else if ('host' in a) push(byHost, a.host, entry);
    else if ('status' in a) push(byStatus, a.status, entry);
    else fileText({ grams: gramsOf(a.body), entry });
  };
  for (const { entry, anchors } of filed) {
    if (anchors === null) always.push(entry);
    else for (const a of anchors) file(entry, a);
  }
  return {
    collect(s) {
      const candidates = new Set<Entry>(always);
      const add = (list: readonly Entry[] | undefined): void => {
        if (list !== undefined) for (const e of list) candidates.add(e);
      };
      for (const [name, values] of s.headers) {
        add(byHeader.get(name));
        for (const value of values) add(byPrefix.get(`${name}:${value.slice(0, PREFIX).toLowerCase()}`));
      }
      add(byStatus.get(s.exchange.status));
      if (s.exchange.reason !== '') add(byReason.get(s.exchange.reason.toLowerCase()));
      for (let host = s.exchange.host.replace(/:\d+$/, ''); host !== ''; host = host.slice(host.indexOf('.') + 1 || host.length))
        add(byHost.get(host));
      if (s.body !== null && s.body !== '') {
        call++;
        add(short);
        const sharing: (readonly InBody[])[] = [];
        let gram = 0;
        for (let i = 0; i < s.body.length; i++) {
          gram = (gram << 8) | (s.body.charCodeAt(i) & 0xff);
          if (i < GRAM - 1) continue;
          const key = hash(gram);
          if (present[key] === call) continue;
          present[key] = call;
          const list = byGram[key];
          if (list !== undefined) sharing.push(list);
        }
        for (const list of sharing) for (const { grams, entry } of list) if (grams.every((g) => present[g] === call)) candidates.add(entry);
      }
      const held: { readonly order: number; readonly hit: Hit }[] = [];
      for (const e of candidates) {
        const found = e.match(s);
        if (found === null) continue;
        const values = e.quoted === undefined ? undefined : s.headers.get(e.quoted);
        const shown = values === undefined || values.includes(found) ? found : (values[0] ?? found);
        held.push({ order: e.order, hit: { vendor: e.vendor, mark: e.mark, found: shown, where: e.where } });
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
