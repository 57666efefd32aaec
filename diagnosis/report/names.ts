/**
 * What a name says about its value: `always` secret whatever it looks like (a password), `secret` in a structure (in prose only when the
 * value is no plain word), `maybe` when the value looks made by a machine (`code`, `key`, `state`).
 */
export type Naming = 'always' | 'secret' | 'maybe' | null;

const ALWAYS =
  /^(?:\w*(?:passw(?:or)?d|passphrase|passcode|secrets?|credentials?|signature|authorization|cookies?|jwt|samlre(?:sponse|quest))|pwd|bearer|hmac|cvv2?|cvc|ssn|totp|otp)$/;
const LAST =
  /^(?:\w*(?:token|(?:api|access|secret|private|signing|encryption|subscription|account|shared|license|master|client|storage)key|sessionid|sessid|csrf|xsrf)|session|sid|sig|pass|auth|pin|passkey|webhook|assertion)$/;
const MAYBE = /^(?:key|code|nonce|state|ticket|policy|hash|opaque|s|t|st|h)$/;
/** `access_key`, `account-key`: a key that opens something. */
const OPENS =
  /^(?:api|access|secret|private|signing|encryption|subscription|app|application|account|shared|license|master|auth|client|consumer|functions?|storage|security|recovery|verification|service|host|rapidapi|otp|authorization)$/;
/** `token_type`, `password-policy`, `cookie_domain`: about a secret, not one. */
const ABOUT =
  /^(?:types?|policy|length|len|expir(?:es|y|ation|ed)|count|limit|ur[li]|endpoint|ttl|created|updated|at|in|errors?|required|invalid|missing|status|valid|names?|hint|field|provider|methods?|scheme|realm|rules|strength|version|algorithm|alg|domain|path|enabled|age|size|max|min|format|reset|label|placeholder|used|failed|failure|exception|issuer)$/;

/** `clientSecret`, `client-secret`, `CLIENT_SECRET2` -> `client secret`. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((w) => w !== '' && !/^\d+$/.test(w))
    .map((w) => w.replace(/\d+$/, '') || w);

const classify = (name: string): Naming => {
  const words = wordsOf(name.slice(-120));
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (words.length > 1 && ABOUT.test(last)) return null;
  if (words.some((w) => ALWAYS.test(w))) return 'always';
  if (LAST.test(last) || ((last === 'id' || last === 'value' || last === 'confirmation') && LAST.test(before))) return 'secret';
  if ((last === 'key' || last === 'code') && OPENS.test(before)) return last === 'key' || before !== 'app' ? 'secret' : null;
  return MAYBE.test(last) && words.length === 1 ? 'maybe' : null;
};

const seen = new Map<string, Naming>();
/** What a field, parameter or header name says about its value. Remembered: names repeat. */
export function naming(name: string): Naming {
  const known = seen.get(name);
  if (known !== undefined) return known;
  if (seen.size > 2000) seen.clear();
  const says = classify(name);
  seen.set(name, says);
  return says;
}

/** Ids that support asks for, and headers that hold nothing to hide: they stay, unless a token of a known form stands in them. */
export const STAYS =
  /^(?:cf-ray|x-amz-cf-id|x-amz-cf-pop|x-amzn-requestid|x-amz-apigw-id|apigw-requestid|x-amzn-trace-id|x-amz-request-id|x-amz-id-2|x-vercel-id|x-nf-request-id|fly-request-id|x-railway-request-id|rndr-id|(?:\w+-)*request-?id|x-azure-ref|x-msedge-ref|akamai-grn|x-iinfo|x-cloud-trace-context|x-served-by|x-timer|x-varnish|traceparent|tracestate|(?:\w+-)*correlation-?id|(?:\w+-)*trace-?id|etag|date|server|via|content-length|content-type)$/;

/** Headers whose key opens nothing: `idempotency-key`, `surrogate-key`. */
const KEY_HEADER = /(?:^|[-_])key$/;
const HARMLESS_KEY = /(?:idempotency|surrogate|cache|partition|websocket|routing|object|sort)-key$/;
/** Whether a header's whole value is a secret. `name` in lower case. */
export const secretHeader = (name: string): boolean => {
  const n = naming(name);
  return n === 'always' || n === 'secret' || (KEY_HEADER.test(name) && !HARMLESS_KEY.test(name));
};

/** Parameters whose long value is an id or a version, not a key. */
const ID_NAME =
  /^(?:x[-_])?(?:(?:request|trace|correlation|span|ray|event|transaction)[-_]?id|ray|trace|v|ver|version|rev|build|etag|cb|hash)$/i;
export const isIdName = (name: string): boolean => ID_NAME.test(name);

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** A word or number of a language rather than of a machine. */
export const isPlainWord = (value: string): boolean => /^["']?(?:\p{L}{1,24}[.,:;!?]?|\d{1,3}|true|false|null)["']?$/u.test(value);

/** Made by a machine: letters and digits without a word in sight. From ten characters on. */
export const isTokenish = (value: string): boolean =>
  value.length >= 10 && /\d/.test(value) && /[a-z]/i.test(value) && !/\s/.test(value) && !/^[A-Z0-9_]+$/.test(value) && !UUID.test(value);

/**
 * A long value of mixed characters is a key. Words joined by hyphens, numbers, dates and UUIDs are not: what counts is how
 * often letters, capitals and digits take turns, and how even their distribution is (Shannon entropy, bits per character).
 */
export function looksRandom(value: string): boolean {
  if (value.length < 20 || value.length > 8000 || UUID.test(value) || !/^[\w+/=.~-]+$/.test(value) || !/[a-z]/i.test(value)) return false;
  let turns = 0;
  let letters = 0;
  let digits = 0;
  let was = 0;
  const counts = new Map<string, number>();
  for (const c of value) {
    const sort = c >= 'a' && c <= 'z' ? 1 : c >= 'A' && c <= 'Z' ? 2 : c >= '0' && c <= '9' ? 3 : 0;
    counts.set(c, (counts.get(c) ?? 0) + 1);
    if (sort === 0) continue;
    if (was !== 0 && sort !== was) turns++;
    if (sort === 3) digits++;
    else letters++;
    was = sort;
  }
  const n = letters + digits;
  if (n < 18 || n < value.length * 0.75) return false;
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / value.length) * Math.log2(count / value.length);
  if (/^[0-9a-f]+$/i.test(value)) return value.length >= 32 && entropy > 3 && digits < n;
  return entropy >= 3.4 && turns / n >= (digits > 0 ? 0.28 : 0.4);
}
