import type { Exchange, HeaderField } from '../types';
import { fromBase64, unescapeView } from './decode';
import { type Carrier, find, merge, privateAddresses, type SecretKind, type Span } from './find';

export type { Carrier, SecretKind } from './find';

/** What stands in place of a secret. */
export const HIDDEN = '[redacted]';

/** A part of a text: as it stands, or a secret with its kind. */
export interface Piece {
  readonly text: string;
  readonly kind?: SecretKind;
  /** What the field or parameter that held it is called; '' when it had no name. */
  readonly name?: string;
  /** A JSON number: its replacement needs quotes. */
  readonly bare?: true;
}

export interface RedactorOptions {
  /** Secrets that a person chose to leave in, as they stand in the text. */
  readonly keep?: readonly string[];
  /** Hide addresses of private networks too. */
  readonly privateAddresses?: boolean;
  /** What takes the place of a secret; HIDDEN unless given. */
  readonly mark?: (piece: Piece) => string;
  /** Finds shared with other redactors: the same header stands in hundreds of exchanges. */
  readonly memory?: Map<string, readonly Span[]>;
}

/** Replaces secrets. One exchange's redactor also knows the secrets found in its structure, wherever else they turn up. */
export interface Redactor {
  text(text: string): string;
  url(url: string): string;
  body(body: string): string;
  header(name: string, value: string): string;
  headers(list: readonly HeaderField[]): HeaderField[];
  /** The text in parts; joined they are the text. */
  pieces(text: string, as: Carrier): readonly Piece[];
}

/** Characters that the reports use for their own marks: none may come from outside. */
const RESERVED = /[\ue000-\ue003]/g;
const MEMORY_MAX = 20_000;
/** Secrets from this length on are sought by their beginning: a quotation may have cut them. */
const PREFIX = 24;

/** Worth seeking elsewhere: not a word that may stand in any sentence. */
const isDistinct = (s: string, kind: SecretKind): boolean =>
  kind === 'password' || kind === 'email' || kind === 'card'
    ? s.length >= 5
    : s.length >= 8 && (/\d/.test(s) || (/[a-z]/.test(s) && /[A-Z]/.test(s)) || s.length >= 20);

/** The secrets in the structure of an exchange, as they stand and decoded; longest first. */
function secretsOf(e: Exchange, spansOf: (text: string, as: Carrier) => readonly Span[]): string[] {
  const out = new Set<string>();
  const add = (text: string, as: Carrier): void => {
    for (const s of spansOf(text, as)) {
      const raw = text.slice(s.start, s.end);
      for (const form of [raw, unescapeView(raw)?.text ?? raw, unescapeView(raw.replaceAll('+', ' '))?.text ?? raw])
        if (isDistinct(form, s.kind)) out.add(form);
      const basic = s.kind === 'authorization' ? fromBase64(raw) : null;
      const password = basic === null ? '' : basic.slice(basic.indexOf(':') + 1);
      if (isDistinct(password, 'password')) out.add(password);
    }
  };
  for (const { name, value } of e.requestHeaders) add(value, { header: name });
  for (const { name, value } of e.responseHeaders) add(value, { header: name });
  add(e.url, 'url');
  if (e.requestBody !== null) add(e.requestBody, 'body');
  if (e.body !== null) add(e.body, 'body');
  return [...out].sort((a, b) => b.length - a.length);
}

function findSecrets(text: string, secrets: readonly string[], depth = 0): Span[] {
  const out: Span[] = [];
  if (secrets.length === 0) return out;
  for (const secret of secrets) {
    const begin = secret.length > PREFIX ? secret.slice(0, PREFIX) : secret;
    for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
      let n = begin.length;
      while (n < secret.length && text[at + n] === secret[n]) n++;
      out.push({ start: at, end: at + n, kind: 'token', name: '' });
      at += n - 1;
    }
  }
  if (depth > 2) return out;
  const view = unescapeView(text);
  if (view !== null)
    for (const s of findSecrets(view.text, secrets, depth + 1)) {
      const [start, end] = view.range(s.start, s.end);
      out.push({ ...s, start, end });
    }
  for (const m of text.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)) {
    const inner = m[0].length % 4 === 1 ? null : fromBase64(m[0]);
    if (inner !== null && findSecrets(inner, secrets, depth + 1).length > 0)
      out.push({ start: m.index, end: m.index + m[0].length, kind: 'token', name: '' });
  }
  return out;
}

/** A redactor; with an exchange also for everything that was found in it, and sparing its ids. `ids`: values that stay unless their form is a token's. */
export function createRedactor(options: RedactorOptions = {}, exchange?: Exchange, ids: readonly string[] = []): Redactor {
  const { memory = new Map<string, readonly Span[]>() } = options;
  const keep = new Set(options.keep);
  const mark = options.mark ?? (() => HIDDEN);
  const spansOf = (text: string, as: Carrier): readonly Span[] => {
    const key = `${typeof as === 'string' ? as : as.header}\n${text}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const found = find(text, as);
    if (memory.size > MEMORY_MAX) memory.clear();
    memory.set(key, found);
    return found;
  };
  const secrets =
    exchange === undefined ? [] : secretsOf(exchange, spansOf).filter((s) => !keep.has(s) && !ids.some((id) => id.includes(s)));
  const pieces = (raw: string, as: Carrier): readonly Piece[] => {
    const text = raw.replace(RESERVED, '\ufffd');
    const spans = merge([...spansOf(text, as), ...findSecrets(text, secrets), ...(options.privateAddresses ? privateAddresses(text) : [])]);
    const out: Piece[] = [];
    let at = 0;
    for (const s of spans) {
      const secret = text.slice(s.start, s.end);
      if (keep.has(secret) || ((s.kind === 'random' || s.kind === 'card') && ids.some((id) => id.includes(secret)))) continue;
      if (s.start > at) out.push({ text: text.slice(at, s.start) });
      out.push({ text: secret, kind: s.kind, name: s.name, ...(s.bare ? { bare: true } : {}) });
      at = s.end;
    }
    if (at < text.length) out.push({ text: text.slice(at) });
    return out;
  };
  const redact = (text: string, as: Carrier): string =>
    pieces(text, as)
      .map((p) => (p.kind === undefined ? p.text : p.bare ? `"${mark(p)}"` : mark(p)))
      .join('');
  const header = (name: string, value: string): string => redact(value, { header: name });
  return {
    text: (t) => redact(t, 'text'),
    url: (u) => redact(u, 'url'),
    body: (b) => redact(b, 'body'),
    header,
    headers: (list) => list.map(({ name, value }) => ({ name: redact(name, 'text'), value: header(name, value) })),
    pieces,
  };
}

const plain = createRedactor({ memory: new Map() });

/** A text in parts, the secrets marked with their kind: what a view masks until clicked. `as` says how it is parsed. */
export const redactions = (text: string, as: Carrier = 'text'): readonly Piece[] => plain.pieces(text, as);
/** Free text, also HTML: tokens, keys, e-mail addresses, card numbers and `name=secret` pairs are replaced. Ids stay. */
export const redactText = plain.text;
/** A URL without user, password, secret path segments, query values and fragments. Relative references too. */
export const redactUrl = plain.url;
/** Header fields with secrets replaced; cookie names and authentication schemes stay, their values go. */
export const redactHeaders = plain.headers;
/** A body with secrets replaced: JSON, forms and multipart by their structure, anything else as text. Layout stays. */
export const redactBody = plain.body;
