import { fromBase64, unescapeView } from './decode';
import { isIdName, isPlainWord, isTokenish, looksRandom, naming, STAYS, secretHeader } from './names';

export type SecretKind =
  | 'authorization'
  | 'cookie'
  | 'api-key'
  | 'password'
  | 'token'
  | 'signature'
  | 'private-key'
  | 'email'
  | 'card'
  | 'userinfo'
  | 'random'
  | 'address';

/** A secret in a text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  /** What the field, parameter or header is called; '' when it has no name. */
  readonly name: string;
  /** A JSON number: what takes its place needs quotes. */
  readonly bare?: true;
}

/** What a text is, which says how it is parsed. */
export type Carrier = 'text' | 'url' | 'body' | { readonly header: string };

/** How deep a text in a text in a text is looked into. */
const DEPTH = 4;

const kindOf = (name: string): SecretKind => {
  if (/pass|pwd|pin$|cv[vc]|ssn|otp/i.test(name)) return 'password';
  if (/cookie/i.test(name)) return 'cookie';
  if (/sig|hmac/i.test(name)) return 'signature';
  if (/key/i.test(name)) return 'api-key';
  return /auth|bearer|credential/i.test(name) ? 'authorization' : 'token';
};

// Every pattern is bounded or has one way to match only: linear time. A first group is what stays before the secret.
const PATTERNS: readonly (readonly [pattern: RegExp, kind: SecretKind])[] = [
  [/()\beyJ[\w-]{8,}\.[\w-]{2,}(?:\.[\w-]*){0,3}/g, 'token'],
  [/()-----BEGIN [A-Z0-9 ]{3,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{3,40}-----|$)/g, 'private-key'],
  [/()\b(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA)[A-Z0-9]{16}\b/g, 'api-key'],
  // Prefixes that the issuers of tokens chose so that scanners find them.
  [
    /()\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|gl(?:pat|ptt|rt|cbt|dt|ft|soat)-[\w.-]{16,100}|xox[abcdeoprs]-[\w-]{10,255}|xapp-[\w-]{10,255}|sk-[\w-]{16,255}|[srp]k_(?:live|test)_\w{10,255}|whsec_[\w+/=]{16,}|AIza[\w-]{30,50}|GOCSPX-[\w-]{20,40}|ya29\.[\w.-]{20,}|[14]\/\/?0[\w-]{30,}|SG\.[\w-]{16,64}\.[\w-]{16,64}|npm_\w{30,60}|pypi-[\w-]{16,}|rubygems_[a-f0-9]{40,}|do[opr]_v1_[a-f0-9]{40,80}|dckr_pat_[\w-]{20,}|hf_\w{30,}|r8_\w{30,}|hv[sbr]\.[\w-]{20,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|sq0[a-z]{3}-[\w-]{22,}|dapi[a-f0-9]{32}|lin_api_\w{30,}|ntn_\w{30,}|figd_[\w-]{30,}|ATATT3[\w=-]{30,}|gl(?:sa|c)_[\w=+/]{30,}|NRAK-\w{20,}|sntry[su]_[\w+/=]{30,}|PMAK-[\w-]{30,}|pscale_\w+_[\w.-]{30,}|sbp_[a-f0-9]{40}|HRKU-[\w-]{30,}|EAA[A-Za-z0-9]{60,}|key-[a-f0-9]{32}|SK[a-f0-9]{32}|[a-f0-9]{32}-us\d{1,2}|AGE-SECRET-KEY-1\w{50,}|\d{8,10}:AA[\w-]{32,}|[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}|\w{3}8Q~[\w~.-]{31,36})/g,
    'token',
  ],
  [/(\bDigest\s+)username=[^\r\n`<>]+/gi, 'authorization'],
  // curl's and others' options.
  [/((?:^|\s)(?:-u|-U|--user|--proxy-user)[ =]["']?)[^\s"':]{1,200}:[^\s"']{1,200}/g, 'userinfo'],
  [/(--[\w-]{0,40}(?:password|passwd|token|secret|api-key) +["']?)[^\s"'-][^\s"']{2,400}/g, 'token'],
  [/()\$(?:2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|argon2id?\$[^\s"'<]{20,200}|6\$[^\s"'<]{20,200})/g, 'password'],
  [
    /(\b(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|[\w-]{1,60}\.webhook\.office\.com\/webhookb2)\/)[\w/@-]{8,300}/g,
    'token',
  ],
];
const SCHEME = /\b(Bearer|Basic|Token|Negotiate|NTLM|ApiKey|SSWS|DPoP|Bot|GenieKey)([ \t+]+)([\w.~+/=:-]+)/gi;

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}([a-z]{2,24})\b/giu;
const FILE_END = /^(?:png|jpe?g|gif|svg|webp|js|mjs|css|ts|tsx|map|html?)$/i;

/** Digits in one run, or grouped as cards print them. */
const CARD = /(?<![\w.-])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}|\d{4}([ -])\d{6}\2\d{5})(?![\w-])/g;
/** Issuer ranges of payment cards with their lengths: a timestamp or an id with a lucky check digit is none. */
const CARD_RANGE =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[012])\d{13}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12,15}|62\d{14,17}|35\d{14}|(?:50|5[6-9]|6[37])\d{14})$/;

/** Check digit of ISO/IEC 7812-1 annex B. */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const d = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
    sum += d > 9 ? d - 9 : d;
  }
  return sum % 10 === 0;
}

const PRIVATE =
  /(?<![\w.])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d{1,3}){2})(?!\w|\.\d)|(?<![\w:])(?:f[cd][0-9a-f]{2}|fe80)(?::[0-9a-f]{0,4}){2,7}(?![\w:])/gi;
/** Addresses of private networks (RFC 1918, 3927, 4193, 6598). */
export const privateAddresses = (text: string): Span[] =>
  Array.from(text.matchAll(PRIVATE), (m) => ({ start: m.index, end: m.index + m[0].length, kind: 'address', name: '' }));

const URLS = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>`{}|^\\]+/gi;
const NAME_HINT =
  /pass|pwd|secret|token|key|auth|cookie|sess|sid|sig|jwt|[cx]srf|credential|otp|pin|cv[vc]|ssn|nonce|code|bearer|hmac|assert|saml|ticket|state/i;
const PAIR =
  /(?<![\w$])([A-Za-z_$][\w.$[\]-]{0,80})(\\?["'])?(\s{0,3}(?:=>|:=|==?|:)\s{0,3}|\s{0,3}(?:<\/?[a-z][^<>]{0,120}>\s{0,4}){1,6}|\s+(?:is|was)\s+)/gi;
const PROSE = /\b(?:api|access|secret|private|client)[ _-]?(?:key|token|secret)\s+(?:is\s+|was\s+)?["'`]?([\w.~+/=-]{10,})/gi;
const ELEMENT = /<([\w:.-]{2,60})(?:\s[^<>]{0,200})?>(?:<!\[CDATA\[)?([^<>\]]{1,4000})(?:\]\]>)?<\/\1>/g;
const PARAMETER = /[?&;]([\w.[\]-]{1,60})=([^&\s"'<>`;]{20,})/g;
const TAG = /<(?:input|meta|param|option|button)\b[^<>]{1,4000}>/gi;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const BLOB = /(?<![\w+/=-])[A-Za-z0-9+/_-]{12,}={0,2}/g;

const shift = (spans: readonly Span[], by: number): Span[] => spans.map((s) => ({ ...s, start: s.start + by, end: s.end + by }));

/** What stands inside an encoded text, with the places of the original. */
function inView(raw: string, find: (text: string) => readonly Span[]): Span[] {
  const view = unescapeView(raw);
  if (view === null) return [];
  return find(view.text).map((s) => {
    const [start, end] = view.range(s.start, s.end);
    return { ...s, start, end };
  });
}

/** Free text: tokens of known forms, addresses, cards, URLs, `name: value`, form fields of HTML, and the same encoded. */
export function findText(text: string, depth = 0): Span[] {
  if (text.length < 5 || depth > DEPTH) return [];
  const out: Span[] = [];
  for (const [pattern, kind] of PATTERNS)
    for (const m of text.matchAll(pattern)) out.push({ start: m.index + (m[1]?.length ?? 0), end: m.index + m[0].length, kind, name: '' });
  for (const m of text.matchAll(SCHEME)) {
    const token = m[3] ?? '';
    const start = m.index + m[0].length - token.length;
    const given = m[1]?.toLowerCase() === 'basic' && (fromBase64(token)?.includes(':') ?? false);
    if (given || (token.length >= 8 && !/^[a-z-]+[.:=]?$/i.test(token)) || token.length >= 24)
      out.push({ start, end: start + token.length, kind: 'authorization', name: 'authorization' });
  }
  if (text.includes('@')) {
    for (const m of text.matchAll(EMAIL))
      if (!FILE_END.test(m[1] ?? '')) out.push({ start: m.index, end: m.index + m[0].length, kind: 'email', name: 'email' });
  }
  for (const m of text.matchAll(CARD)) {
    const digits = m[0].replace(/\D/g, '');
    if (CARD_RANGE.test(digits) && luhn(digits) && !/^(\d)\1+$/.test(digits))
      out.push({ start: m.index, end: m.index + m[0].length, kind: 'card', name: 'card' });
  }
  if (text.includes('://')) for (const m of text.matchAll(URLS)) out.push(...shift(findUrl(m[0], depth + 1), m.index));
  if (NAME_HINT.test(text)) out.push(...findPairs(text));
  if (text.includes('=')) {
    for (const m of text.matchAll(PARAMETER)) {
      const value = m[2] ?? '';
      const start = m.index + m[0].length - value.length;
      if (hidesParameter(m[1] ?? '', value)) out.push({ start, end: start + value.length, kind: 'random', name: m[1] ?? '' });
    }
  }
  for (const m of text.matchAll(PROSE)) {
    const value = m[1] ?? '';
    if (isTokenish(value))
      out.push({ start: m.index + m[0].length - value.length, end: m.index + m[0].length, kind: 'api-key', name: 'key' });
  }
  if (text.includes('</'))
    for (const m of text.matchAll(ELEMENT)) {
      const [, name = '', value = ''] = m;
      const says = naming(name);
      if (says === null || (says !== 'always' && isPlainWord(value)) || (says === 'maybe' && !isTokenish(value))) continue;
      const start = m.index + m[0].indexOf(value, name.length + 2);
      out.push({ start, end: start + value.length, kind: kindOf(name), name });
    }
  if (text.includes('<')) for (const m of text.matchAll(TAG)) out.push(...shift(findTag(m[0]), m.index));
  for (const m of text.matchAll(BLOB)) {
    const inner = m[0].length % 4 === 1 ? null : fromBase64(m[0]);
    const first = inner === null ? undefined : findText(inner, depth + 1)[0];
    if (first !== undefined) out.push({ ...first, start: m.index, end: m.index + m[0].length });
  }
  out.push(...inView(text, (t) => findText(t, depth + 1)));
  return out;
}

/** Where the value that starts here ends: at its own quote, or at the first character that cannot belong to it. */
function valueEnd(text: string, at: number, loose: boolean): readonly [start: number, end: number] {
  // Python's u'…' and b'…'.
  if (/[ub]/.test(text[at] ?? '') && /["']/.test(text[at + 1] ?? '')) at++;
  const slashed = text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === "'");
  const open = slashed ? text[at + 1] : text[at];
  if (open === '"' || open === "'" || open === '`') {
    const start = at + (slashed ? 2 : 1);
    for (let i = start; i < text.length; i++) {
      if (slashed && text[i] === '\\' && text[i + 1] === open) return [start, i];
      if (!slashed && text[i] === '\\') i++;
      else if (text[i] === open) return [start, i];
    }
    return [start, text.length];
  }
  const stop = loose ? /[\s"'`<>&\\]/g : /[\s"'`<>&\\,;{}()|]/g;
  stop.lastIndex = at;
  const end = stop.exec(text)?.index ?? text.length;
  return [at, at + text.slice(at, end).replace(/[,;.:)}\]]+$/, '').length];
}

const HARMLESS =
  /^(?:required|invalid|missing|incorrect|null|nil|none|true|false|undefined|empty|must|is|was|not|expired|failed|unauthorized|forbidden|denied|ok|yes|no|a|an|the|your|this|\*+|x+|\[redacted\]|string|text|password|token|secret)[.,;:!?]?$/i;

/** `name: value`, `name=value`, `"name":"value"`, `<td>name</td><td>value</td>`, `the password is value`. */
function findPairs(text: string): Span[] {
  const out: Span[] = [];
  PAIR.lastIndex = 0;
  for (let m = PAIR.exec(text); m !== null; m = PAIR.exec(text)) {
    const name = m[1] ?? '';
    const says = naming(name);
    if (says === null || STAYS.test(name.toLowerCase())) continue;
    const separator = m[3] ?? '';
    const at = m.index + m[0].length;
    const lower = name.toLowerCase();
    if (/cookie$/.test(lower) && separator.includes(':')) {
      const line = /[^\r\n"'`<>]*/y;
      line.lastIndex = at + (/["']/.test(text[at] ?? '') ? 1 : 0);
      const found = line.exec(text)?.[0] ?? '';
      PAIR.lastIndex = line.lastIndex;
      out.push(...shift(findCookies(found, lower !== 'cookie'), line.lastIndex - found.length));
      continue;
    }
    if (separator.trim().startsWith('<')) {
      if (says === 'maybe') continue;
      const end = text.indexOf('<', at);
      const value = text.slice(at, end < 0 ? text.length : end).trimEnd();
      if (
        value !== '' &&
        !HARMLESS.test(value) &&
        !(says === 'secret' && isPlainWord(value)) &&
        (says !== 'always' || !/\s\S+\s/.test(value))
      )
        out.push({ start: at, end: at + value.length, kind: kindOf(name), name });
      continue;
    }
    const prose = /^\s+(?:is|was)/i.test(separator);
    let [start, end] = valueEnd(text, at, says === 'always');
    const scheme = /^(?:Bearer|Basic|Digest|Token|Negotiate|AWS4-HMAC-SHA256)[ \t]+/i.exec(text.slice(start, start + 40));
    if (scheme !== null) {
      start += scheme[0].length;
      // These two go on with parameters, to the end of the line.
      const whole = /^(?:Digest|AWS4)/i.test(scheme[0])
        ? start + (/^[^\r\n`<>]*/.exec(text.slice(start, start + 4000))?.[0].length ?? 0)
        : 0;
      end = Math.max(end, valueEnd(text, start, true)[1], whole);
    }
    const value = text.slice(start, end);
    if (value === '' || HARMLESS.test(value)) continue;
    const hide =
      says === 'always' && !prose ? true : says === 'maybe' ? isTokenish(value) : !isPlainWord(value) && (!prose || value.length > 3);
    if (hide) out.push({ start, end, kind: kindOf(name), name });
    // Read once: what was hidden needs no second look, and many names before one long value must not cost their number times its length.
    if (hide || (value.length > 2000 && start === at)) PAIR.lastIndex = Math.max(end, PAIR.lastIndex);
  }
  return out;
}

/** `<input type=password value=…>`, `<meta name="csrf-token" content=…>`. */
function findTag(tag: string): Span[] {
  let name = '';
  let hidden = false;
  const values: { readonly at: number; readonly value: string }[] = [];
  for (const m of tag.matchAll(ATTRIBUTE)) {
    const attribute = (m[1] ?? '').toLowerCase();
    const value = m[2] ?? m[3] ?? m[4] ?? '';
    if (attribute === 'name' || attribute === 'id') name = name === '' || naming(name) === null ? value : name;
    if (attribute === 'type' && value.toLowerCase() === 'password') hidden = true;
    if (attribute === 'value' || attribute === 'content') values.push({ at: m.index + m[0].lastIndexOf(value), value });
  }
  const says = naming(name);
  return values
    .filter(({ value }) => value !== '' && (hidden || says === 'always' || says === 'secret' || (says === 'maybe' && isTokenish(value))))
    .map(({ at, value }) => ({ start: at, end: at + value.length, kind: hidden ? 'password' : kindOf(name), name: name || 'password' }));
}

const unescaped = (s: string): string => unescapeView(s)?.text ?? s;
/** RFC 3986 appendix B, with the authority taken apart. */
const URL_PARTS = /^((?:[a-z][a-z0-9+.-]*:)?\/\/)?([^/?#@]*(?:@[^/?#@]*)*@)?([^/?#]*)([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/i;
/** What follows such a segment opens something. */
const OPENER =
  /^(?:reset|reset-password|password-reset|invite|invitation|invitations|token|tokens|verify|verification|confirm|confirmation|activate|activation|magic|magic-link|unsubscribe|share|shared|auth|session|sessions|s|bot)$/i;
const STATIC = /\.(?:m?js|css|map|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|json|html?|txt|xml|wasm|mp4|pdf)$/i;

/** A URL or a reference relative to one: userinfo, path segments, query and fragment. */
export function findUrl(url: string, depth = 0): Span[] {
  const parts = URL_PARTS.exec(url);
  if (parts === null) return findText(url, depth);
  const [, scheme = '', userinfo = '', host = '', path = '', query = '', fragment = ''] = parts;
  const out: Span[] = [];
  let at = scheme.length;
  if (userinfo !== '' && scheme !== '') out.push({ start: at, end: at + userinfo.length - 1, kind: 'userinfo', name: 'userinfo' });
  at += userinfo.length + host.length;
  let before = '';
  let place = at;
  for (const piece of path.split('/')) {
    const [segment = '', ...parameters] = piece.split(';');
    const plain = unescaped(segment);
    const opened = OPENER.test(before) && isTokenish(plain) && !STATIC.test(plain);
    if (opened || (looksRandom(plain) && !STATIC.test(plain) && !/^[0-9a-f]+$/i.test(plain)))
      out.push({ start: place, end: place + segment.length, kind: 'random', name: opened ? before : 'token' });
    let inner = place + segment.length + 1;
    for (const p of parameters) {
      out.push(...shift(findParameter(p, depth), inner));
      inner += p.length + 1;
    }
    before = plain;
    place += piece.length + 1;
  }
  out.push(...shift(findText(path, depth + 1), at));
  // Known forms also where two parts of the reference make one: hooks.example/services/…
  if (scheme !== '' && /webhook|hooks\./.test(host))
    out.push(...findText(`${host}${path}`, DEPTH).map((s) => ({ ...s, start: s.start + at - host.length, end: s.end + at - host.length })));
  at += path.length;
  out.push(...shift(findQuery(query.slice(1), depth), at + 1));
  at += query.length;
  const inFragment = fragment.slice(1);
  const q = inFragment.indexOf('?');
  out.push(...shift(findQuery(inFragment.slice(q + 1), depth), at + 1 + q + 1));
  if (q > 0) out.push(...shift(findText(inFragment.slice(0, q), depth + 1), at + 1));
  return out;
}

function hidesParameter(name: string, value: string): boolean {
  const plain = unescaped(value.replaceAll('+', ' '));
  const says = naming(name);
  if (says === 'always' || says === 'secret') return !/^(?:true|false|null|\d)$/.test(plain);
  return (says === 'maybe' && isTokenish(plain)) || (!isIdName(name) && (looksRandom(plain) || looksRandom(value)));
}

/** `name=value` of a query or form, or a bare value. */
function findParameter(pair: string, depth: number): Span[] {
  const eq = pair.indexOf('=');
  // What ends in `=` is one value, perhaps in base64.
  if (eq < 0 || /^=*$/.test(pair.slice(eq)))
    return looksRandom(unescaped(pair)) ? [{ start: 0, end: pair.length, kind: 'random', name: 'token' }] : findText(pair, depth + 1);
  const name = unescaped(pair.slice(0, eq));
  const value = pair.slice(eq + 1);
  const inName = name.length > 8 ? findText(pair.slice(0, eq), depth + 1) : [];
  if (hidesParameter(name, value))
    return [...inName, { start: eq + 1, end: pair.length, kind: naming(name) === null ? 'random' : kindOf(name), name }];
  return [...inName, ...shift(findText(value.replaceAll('+', ' '), depth + 1), eq + 1)];
}

/** `application/x-www-form-urlencoded`, also the query of a URL. https://url.spec.whatwg.org/#urlencoded-parsing */
function findQuery(query: string, depth = 0): Span[] {
  const out: Span[] = [];
  let at = 0;
  for (const pair of query.split('&')) {
    out.push(...shift(findParameter(pair, depth), at));
    at += pair.length + 1;
  }
  return out;
}

/** Cookie pairs: names stay, values go. `only`: the first pair is the cookie, what follows are attributes (RFC 6265 section 4). */
function findCookies(value: string, only: boolean): Span[] {
  const out: Span[] = [];
  let at = 0;
  for (const pair of value.split(';')) {
    const eq = pair.indexOf('=');
    const start = eq + 1 + (/^\s*/.exec(pair.slice(eq + 1))?.[0].length ?? 0);
    if (pair.trim() !== '' && pair.slice(start).trim() !== '' && (eq >= 0 || pair.trim().length > 7))
      out.push({ start: at + start, end: at + pair.trimEnd().length, kind: 'cookie', name: eq < 0 ? 'cookie' : pair.slice(0, eq).trim() });
    if (only) break;
    at += pair.length + 1;
  }
  return out;
}

/** Where an id stands: only what nobody takes for an id. */
const findKnown = (text: string): Span[] =>
  findText(text).filter((s) => (s.name === '' && s.kind !== 'random') || s.kind === 'authorization');

const URL_HEADER = /^(?:location|referer|origin|content-location|sourcemap|x-original-url|x-forwarded-url|x-rewrite-url)$/;

/** One header field line; `name` in lower case. */
export function findHeader(name: string, value: string): Span[] {
  if (value === '') return [];
  if (name === 'cookie' || name === 'cookie2') return findCookies(value, false);
  if (name === 'set-cookie' || name === 'set-cookie2') return [...findCookies(value, true), ...findText(value, 1)];
  if (STAYS.test(name)) return findKnown(value);
  if (name === 'authorization' || name === 'proxy-authorization') {
    const scheme = /^[A-Za-z][\w-]*[ \t]+(?=\S)/.exec(value)?.[0].length ?? 0;
    return [{ start: scheme, end: value.length, kind: 'authorization', name }];
  }
  if (name === 'www-authenticate' || name === 'proxy-authenticate') return findText(value);
  if (secretHeader(name)) return [{ start: 0, end: value.length, kind: kindOf(name), name }];
  return URL_HEADER.test(name) ? findUrl(value) : findText(value);
}

interface Level {
  readonly array: boolean;
  key: string;
  /** Everything below is secret: the name that says so. */
  readonly secret: string | null;
}

/**
 * JSON by its structure, from its text, so that layout and order stay and a body that was cut is read as far as it goes.
 * Values under a secret name go, whole; other strings are looked into.
 */
function findJson(text: string): Span[] {
  const out: Span[] = [];
  const levels: Level[] = [];
  const token = /"((?:[^"\\]|\\[\s\S])*)("?)|[{}[\],:]|-?\d[\d.eE+-]*|true|false|null/g;
  let afterColon = false;
  for (const m of text.matchAll(token)) {
    const level = levels.at(-1);
    const t = m[0];
    const isKey = level !== undefined && !level.array && !afterColon;
    if (t === '{' || t === '[') {
      const named = level !== undefined && !level.array ? level.key : '';
      // A list of tokens is named in the plural; a number of tokens too, so elsewhere the plural says nothing.
      const says = named === '' ? null : (naming(named) ?? (t === '[' ? naming(named.replace(/s$/, '')) : null));
      const below = level?.secret ?? (says === 'always' || (says === 'secret' && t === '[') ? named : null);
      levels.push({ array: t === '[', key: '', secret: below });
      afterColon = false;
    } else if (t === '}' || t === ']') {
      levels.pop();
      afterColon = false;
    } else if (t === ':') afterColon = true;
    else if (t === ',') afterColon = false;
    else if (isKey) {
      level.key = unescaped(m[1] ?? '');
      // A key may itself be a secret: an object by e-mail address.
      out.push(...shift(findText(m[1] ?? '', 1), m.index + 1));
    } else {
      const name = level?.secret ?? (level === undefined || level.array ? '' : level.key);
      const says = level?.secret == null ? naming(name) : 'always';
      const string = m[1];
      if (string === undefined) {
        if (/\d/.test(t) && (says === 'always' || (says === 'secret' && t.length > 3)))
          out.push({ start: m.index, end: m.index + t.length, kind: kindOf(name), name, bare: true });
        else if (/\d{13}/.test(t))
          out.push(...findText(t, DEPTH).map((s): Span => ({ ...s, start: m.index, end: m.index + t.length, bare: true })));
        continue;
      }
      const start = m.index + 1;
      const hide = says === 'always' || says === 'secret' ? string !== '' : says === 'maybe' && isTokenish(string);
      if (hide) out.push({ start, end: start + string.length, kind: kindOf(name), name });
      else if (!STAYS.test(name.toLowerCase())) out.push(...shift(findText(string), start));
      else out.push(...shift(findKnown(string), start));
    }
  }
  return out;
}

const PART_NAME = /content-disposition:[^\r\n]*?\bname=(?:"([^"\r\n]*)"|([^;\s]+))/i;

/** `multipart/form-data` (RFC 7578): each part under its own name. */
function findMultipart(body: string, boundary: string): Span[] {
  const out: Span[] = [];
  let at = 0;
  for (const part of body.split(boundary)) {
    const head = /\r?\n\r?\n/.exec(part);
    const name = PART_NAME.exec(part);
    const from = head === null ? 0 : head.index + head[0].length;
    const content = part.slice(from).replace(/\r?\n$/, '');
    const says = name === null ? null : naming(name[1] ?? name[2] ?? '');
    const title = name?.[1] ?? name?.[2] ?? '';
    if (
      head !== null &&
      content !== '' &&
      (says === 'always' || says === 'secret' || (says === 'maybe' && isTokenish(content)) || (name !== null && looksRandom(content)))
    )
      out.push({ start: at + from, end: at + from + content.length, kind: says === null ? 'random' : kindOf(title), name: title });
    else out.push(...shift(findBody(part.slice(from)), at + from), ...shift(findText(part.slice(0, from)), at));
    at += part.length + boundary.length;
  }
  return out;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A body by what it looks like: JSON, multipart, a form; anything else is text. */
export function findBody(body: string): Span[] {
  const trimmed = body.trimStart();
  const first = trimmed[0];
  if (first === '{' || first === '[' || first === '"') return isJson(body) ? findJson(body) : [...findJson(body), ...findText(body)];
  const boundary = /^--[^\r\n]{1,200}(?=\r?\n)/.exec(trimmed)?.[0];
  if (boundary !== undefined && /content-disposition/i.test(trimmed.slice(0, 2000))) return findMultipart(body, boundary);
  if (/^[\w.%[\]+-]+=[^\s<>]*$/.test(trimmed.trimEnd())) return shift(findQuery(body.trim()), body.length - trimmed.length);
  return findText(body);
}

/** The secrets of a text, sorted, none overlapping. */
export function find(text: string, as: Carrier): readonly Span[] {
  const spans =
    as === 'text' ? findText(text) : as === 'url' ? findUrl(text) : as === 'body' ? findBody(text) : findHeader(as.header, text);
  return merge(spans);
}

/** Sorts and joins what overlaps; the span that begins first names it. */
export function merge(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const out: Span[] = [];
  for (const s of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last !== undefined && s.start < last.end) {
      if (s.end > last.end) out[out.length - 1] = { ...last, end: s.end };
    } else if (s.end > s.start) out.push(s);
  }
  return out;
}
