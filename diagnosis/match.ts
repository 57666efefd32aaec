import { header } from './exchange';
import type { Exchange, Match } from './types';

/** One response, prepared once so that hundreds of conditions stay cheap. */
export interface Subject {
  readonly exchange: Exchange;
  /** Values by lower-case header name. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The capture holds headers at all: only then does an absent one mean something. */
  readonly hasHeaders: boolean;
  /** The body without what it only quotes, long white space shortened; null when not exposed. */
  readonly text: string | null;
  /** Something was left out of the text because the body only quotes it. */
  readonly quotes: boolean;
  /** The same in lower case, white space collapsed, entities of ASCII punctuation decoded. */
  readonly body: string | null;
  /** Parsed JSON body, undefined when it is none. */
  readonly json: unknown;
  /** Bytes of the body as sent: content-length, or counted where nothing was encoded. */
  readonly length: number | null;
}

const ENTITY = /&(?:#(\d{1,5})|#x([0-9a-f]{1,4})|(amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Numeric and the commonest named character references, decoded: Akamai writes its references with them. */
export function decodeEntities(s: string): string {
  if (!s.includes('&')) return s;
  return s.replace(ENTITY, (_, dec?: string, hex?: string, named?: string) =>
    named === undefined
      ? String.fromCharCode(dec === undefined ? Number.parseInt(hex ?? '20', 16) : Number(dec))
      : (NAMED[named.toLowerCase()] ?? ' '),
  );
}

/** Lower-case, white space collapsed: how bodies and the texts sought in them are compared. */
export const fold = (s: string): string => collapsed(s).toLowerCase();
const collapsed = (s: string): string => s.replace(/\s+/g, ' ').trim();

const QUOTES_PAGE = /<(?:!doctype|html|head|title|body|h1|center|iframe)\b|\{\s{0,20}(?:\\[nrt]|\s){0,20}\\"/i;
/** A JSON string; the last may be cut off with the body. */
const JSON_STRING = /"(?:[^"\\]|\\.)*(?:"|$)/gs;
/** `Upstream said 502: <html>…`: words before a page or JSON. Neither the length of a chunk nor a copied status line is that. */
const WORDS_BEFORE_PAGE = /^\s*(?!HTTP\/\d)[^<{["\s]{2,40}\s[^<]{2,2000}(?=<(?:!doctype|html)\b|\{\s{0,20}")/i;

/**
 * The body without the pages and JSON that stand inside the strings of its JSON, or behind words of its own: who writes such an answer
 * tells what another server told it, and that server's signature is not the writer's.
 */
export function ownText(body: string): string {
  if (!/^\s*[{[]/.test(body)) return WORDS_BEFORE_PAGE.exec(body)?.[0] ?? body;
  if (!QUOTES_PAGE.test(body)) return body;
  return body.replace(JSON_STRING, (string) => (QUOTES_PAGE.test(string) ? '""' : string));
}

/** As much white space as patterns allow for: a page that was indented when pasted, or printed by a tool, is still the page. */
const LONG_SPACE = /\s{9,}/g;
const shortened = (text: string): string =>
  text.replace(LONG_SPACE, (run) => (run.includes('\n') ? `\n${run.slice(-7)}` : run.slice(0, 8)));

function parseJson(body: string | null): unknown {
  const first = body?.trimStart()[0];
  if (body === null || (first !== '{' && first !== '[')) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** UTF-8 length of a string, without encoding it. */
export function utf8Length(s: string): number {
  let n = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    n += c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c < 0xdc00 ? 4 : c >= 0xdc00 && c < 0xe000 ? 0 : 3;
  }
  return n;
}

/**
 * Two proxies that each add a `server` send two of them; Chrome's DevTools sometimes join those. A comma in a comment joins nothing:
 * https://www.rfc-editor.org/rfc/rfc9110#section-10.2.4
 */
const JOINED = /, (?![^()]{0,200}\))/;

/** Prepares an exchange for matching. */
export function subjectOf(exchange: Exchange): Subject {
  const headers = new Map<string, string[]>();
  for (const { name, value } of exchange.responseHeaders) {
    const told = name === 'server' ? value.split(JOINED) : [value];
    const values = headers.get(name);
    if (values === undefined) headers.set(name, told);
    else values.push(...told);
  }
  const declared = Number(header(exchange.responseHeaders, 'content-length') ?? Number.NaN);
  const encoded = headers.has('content-encoding');
  const own = exchange.body === null ? null : ownText(exchange.body);
  const text = own === null ? null : shortened(own);
  return {
    exchange,
    headers,
    hasHeaders: exchange.responseHeaders.length > 0,
    text,
    quotes: own !== exchange.body,
    body: text === null ? null : fold(decodeEntities(text)),
    json: parseJson(exchange.body),
    length: encoded
      ? null
      : Number.isInteger(declared)
        ? declared
        : exchange.body === null || exchange.bodyCut
          ? null
          : utf8Length(exchange.body),
  };
}

/** A member by dotted path as text; undefined when absent. */
export function jsonAt(json: unknown, path: string): string | undefined {
  let at: unknown = json;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at === undefined ? undefined : typeof at === 'string' ? at : JSON.stringify(at);
}

/** What a condition found: the text for `{value}` in the evidence ('' where there is nothing to quote), or null when it does not hold. */
export type Found = string | null;
/** A compiled condition. */
export type Matcher = (s: Subject) => Found;

const list = (v: number | readonly number[]): readonly number[] => (typeof v === 'number' ? [v] : v);

function headerMatcher(m: Extract<Match, { header: string }>): Matcher {
  const is = m.is?.toLowerCase();
  const has = m.has?.toLowerCase();
  const starts = m.starts?.toLowerCase();
  const pattern = m.matches;
  return (s) => {
    const values = s.headers.get(m.header);
    if (values === undefined) return null;
    for (const value of values) {
      const v = value.toLowerCase();
      if (is !== undefined && v !== is) continue;
      if (has !== undefined && !v.includes(has)) continue;
      if (starts !== undefined && !v.startsWith(starts)) continue;
      if (pattern !== undefined && !pattern.test(value)) continue;
      return value;
    }
    return null;
  };
}

const SIZE_LAST = /^(?:W\/)?"[0-9a-f]{1,16}-([0-9a-f]{1,12})"$/i;
/** Apache before 2.4 puts the inode in front. */
const SIZE_FIRST = /^(?:W\/)?"(?:[0-9a-f]{1,16}-)?([0-9a-f]{1,12})-[0-9a-f]{1,16}"$/i;

/** A hash of 52 bits and a length, both in base 36. */
const HASH36 = /^"[0-9a-z]{10,16}"$/;

/** Compiles a condition of the data into a function. Folded texts and compiled parts are made once. */
export function compileMatch(m: Match): Matcher {
  if ('header' in m) return headerMatcher(m);
  if ('absent' in m) return (s) => (s.hasHeaders && !s.headers.has(m.absent) ? '' : null);
  if ('body' in m) {
    const sought = fold(m.body);
    return (s) => (s.body?.includes(sought) ? m.body : null);
  }
  if ('bodyMatches' in m) {
    const near = fold(m.near);
    return (s) =>
      s.text !== null && s.body?.includes(near) ? (m.bodyMatches.exec(s.text)?.[0].replace(/\s+/g, ' ').slice(0, 160) ?? null) : null;
  }
  if ('bodyIs' in m) {
    const sought = fold(m.bodyIs);
    const words = collapsed(m.bodyIs);
    // The case of its letters tells one server's phrase from another's.
    return (s) => (s.body === sought && s.text !== null && collapsed(decodeEntities(s.text)) === words ? m.bodyIs : null);
  }
  if ('bodyEmpty' in m) {
    return (s) => {
      if (s.exchange.method === 'HEAD') return null;
      const declared = s.headers.get('content-length')?.[0];
      return declared === '0' || (s.exchange.body === '' && (declared === undefined || declared === '0')) ? '' : null;
    };
  }
  // A length stands in for a body that cannot be seen; one that can speaks for itself, and others may be as long.
  if ('length' in m)
    return (s) => (s.length !== null && !s.exchange.body && m.length.includes(s.length - (m.plus ?? 0)) ? String(s.length) : null);
  if ('etagSize' in m)
    return (s) => {
      const etag = s.headers.get('etag')?.[0] ?? '';
      if (m.etagSize === 36)
        return s.length !== null && s.length > 1295 && HASH36.test(etag) && etag.endsWith(`${s.length.toString(36)}"`) ? etag : null;
      const size = (m.etagSize === 'first' ? SIZE_FIRST : SIZE_LAST).exec(etag)?.[1];
      return size !== undefined && s.length !== null && Number.parseInt(size, 16) === s.length ? etag : null;
    };
  if ('status' in m) {
    const wanted = list(m.status);
    return (s) => (wanted.includes(s.exchange.status) ? String(s.exchange.status) : null);
  }
  if ('reason' in m) {
    const sought = m.reason.toLowerCase();
    return (s) =>
      (m.exact === true ? s.exchange.reason === m.reason : s.exchange.reason.toLowerCase() === sought) ? s.exchange.reason : null;
  }
  if ('host' in m) {
    const bare = m.host.replace(/^\./, '');
    const dotted = `.${bare}`;
    return (s) => {
      const host = s.exchange.host.replace(/:\d+$/, '');
      return host === bare || host.endsWith(dotted) ? host : null;
    };
  }
  if ('path' in m) return (s) => (s.exchange.path.startsWith(m.path) ? m.path : null);
  if ('method' in m) return (s) => (s.exchange.method === m.method ? m.method : null);
  if ('http' in m)
    return (s) =>
      s.exchange.httpVersion !== '' && s.exchange.httpVersion.startsWith('http/1') === (m.http === '1') ? s.exchange.httpVersion : null;
  if ('json' in m) {
    const is = m.is?.toLowerCase();
    const has = m.has?.toLowerCase();
    return (s) => {
      if (s.json === undefined) return null;
      const value = jsonAt(s.json, m.json);
      if (value === undefined) return null;
      const v = value.toLowerCase();
      return (is === undefined || v === is) && (has === undefined || v.includes(has)) ? value : null;
    };
  }
  if ('all' in m) {
    const parts = m.all.map(compileMatch);
    return (s) => {
      let found = '';
      for (const part of parts) {
        const f = part(s);
        if (f === null) return null;
        if (found === '') found = f;
      }
      return found;
    };
  }
  if ('any' in m) {
    const parts = m.any.map(compileMatch);
    return (s) => {
      for (const part of parts) {
        const f = part(s);
        if (f !== null) return f;
      }
      return null;
    };
  }
  const inner = compileMatch(m.not);
  return (s) => (inner(s) === null ? '' : null);
}

/** Whether a condition holds for an exchange; for tests and scripts. */
export const matches = (m: Match, exchange: Exchange): boolean => compileMatch(m)(subjectOf(exchange)) !== null;

/** What must be there for a condition to hold: a header of that name, a text in the folded body, a reason phrase, a host or its parent, a status. */
export type Anchor =
  | { readonly header: string /** Its value begins with this, in lower case. */; readonly prefix?: string }
  | { readonly body: string }
  | { readonly reason: string }
  | { readonly host: string }
  | { readonly status: number };

/** Headers that stand on nearly every response: poor keys, used only when there is no better one. */
const COMMON = new Set(['server', 'content-type', 'date', 'content-length', 'cache-control', 'connection', 'via', 'vary']);
/** How poor an anchor is at ruling responses out. */
function poverty(a: Anchor): number {
  if ('header' in a) return COMMON.has(a.header) && a.prefix === undefined ? 2 : 0;
  if ('status' in a) return a.status < 506 ? 4 : 2;
  return 'body' in a ? 1 : 0;
}
const rank = (anchors: readonly Anchor[] | null): number => (anchors === null ? 5 : Math.max(0, ...anchors.map(poverty)));

/** The text that every match of a pattern begins with, in lower case; '' where its source does not tell. */
function literalPrefix(pattern: RegExp): string {
  const { source } = pattern;
  if (!source.startsWith('^') || source.includes('|')) return '';
  const run = /^\^([\w -]+)(.?)/.exec(source);
  const text = run?.[1] ?? '';
  return (/[?*{]/.test(run?.[2] ?? '') ? text.slice(0, -1) : text).toLowerCase();
}

/** Letters of a value's beginning that index it. */
export const PREFIX = 3;

function headerAnchor(m: Extract<Match, { header: string }>): Anchor {
  const text = m.is ?? m.starts ?? (m.matches === undefined ? '' : literalPrefix(m.matches));
  return text.length < PREFIX ? { header: m.header } : { header: m.header, prefix: text.slice(0, PREFIX).toLowerCase() };
}

/** One of these anchors must be present for the condition to hold; null: no such list, it has to be tried always. */
export function anchorsOf(m: Match): readonly Anchor[] | null {
  if ('header' in m) return [headerAnchor(m)];
  if ('etagSize' in m) return [{ header: 'etag' }];
  if ('body' in m) return [{ body: fold(m.body) }];
  if ('bodyMatches' in m) return [{ body: fold(m.near) }];
  if ('bodyIs' in m) return [{ body: fold(m.bodyIs) }];
  if ('reason' in m) return [{ reason: m.reason.toLowerCase() }];
  if ('host' in m) return [{ host: m.host.replace(/^\./, '') }];
  if ('status' in m) return list(m.status).map((status) => ({ status }));
  if ('json' in m) return [{ body: `"${fold(m.json.split('.').at(-1) ?? '')}"` }];
  if ('all' in m) {
    let best: readonly Anchor[] | null = null;
    for (const part of m.all) {
      const anchors = anchorsOf(part);
      if (rank(anchors) < rank(best)) best = anchors;
    }
    return best;
  }
  if ('any' in m) {
    const all: Anchor[] = [];
    for (const part of m.any) {
      const anchors = anchorsOf(part);
      if (anchors === null) return null;
      all.push(...anchors);
    }
    return all;
  }
  return null;
}

/** What a condition reads, as the card names it. */
export function whereOf(m: Match): string {
  if ('header' in m) return `header ${m.header}`;
  if ('absent' in m) return `header ${m.absent}`;
  if ('body' in m || 'bodyMatches' in m || 'bodyIs' in m || 'bodyEmpty' in m || 'json' in m) return 'body';
  if ('length' in m) return 'content-length';
  if ('etagSize' in m) return 'header etag';
  if ('reason' in m) return 'reason phrase';
  if ('host' in m) return 'host';
  if ('path' in m) return 'path';
  if ('method' in m) return 'method';
  if ('http' in m) return 'protocol';
  if ('status' in m) return 'status';
  if ('not' in m) return whereOf(m.not);
  const parts = 'all' in m ? m.all : m.any;
  // What must not be there, and the status, narrow a condition; they are not what it was read from.
  const told = parts.filter((p) => !('not' in p) && !('absent' in p) && !('status' in p));
  const places = (told.length > 0 ? told : parts).map(whereOf);
  const first = ['body', 'content-length'].find((p) => places.includes(p));
  return first ?? places.find((p) => p.startsWith('header')) ?? places[0] ?? 'status';
}
