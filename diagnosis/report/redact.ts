import type { HeaderField } from '../types';

/** What stands in place of a secret. */
export const HIDDEN = '[redacted]';

const SECRET_HEADER =
  /^(?:cookie|set-cookie|authorization|proxy-authorization|www-authenticate|proxy-authenticate|authentication-info|x-api-key|api-key|apikey|x-csrf-token|x-xsrf-token|x-amz-security-token|x-goog-api-key|x-vault-token|cf-access-jwt-assertion|x-forwarded-access-token)$|(?:^|-)(?:auth|token|secret|password|passwd|session|sessionid|credential|credentials|signature|apikey|jwt)(?:-|$)/;
const SECRET_NAME =
  /(?:^|[_.\-[\]])(?:access_?key|api_?key|apikey|auth|authorization|bearer|client_?secret|code|cookie|credential|credentials|csrf|id_?token|jwt|key|nonce|otp|pass|passcode|passphrase|passwd|password|pin|private_?key|pwd|refresh_?token|secret|session|session_?id|sid|sig|sign|signature|ssn|token|xsrf)(?:$|[_.\-[\]])/i;
const CAMEL = /([a-z0-9])([A-Z])/g;
/** Ids that support asks for: they stay. */
const ID_HEADER =
  /^(?:cf-ray|x-amz-cf-id|x-amz-cf-pop|x-amzn-requestid|x-amz-apigw-id|apigw-requestid|x-amzn-trace-id|x-amz-request-id|x-amz-id-2|x-vercel-id|x-nf-request-id|fly-request-id|x-railway-request-id|rndr-id|x-request-id|request-id|x-azure-ref|x-cloud-trace-context|x-served-by|x-varnish|traceparent|tracestate|x-correlation-id|x-kong-request-id|x-github-request-id|etag|date|server|via|content-length|content-type)$/;

const PATTERNS: readonly (readonly [pattern: RegExp, to: string])[] = [
  // JSON Web Tokens: three base64url parts, the first two of JSON.
  [/\beyJ[\w-]{6,}\.eyJ[\w-]{6,}\.[\w-]*/g, HIDDEN],
  [/\b(Bearer|Basic|Digest|Token|Negotiate)\s+[\w.~+/=-]{8,}/gi, `$1 ${HIDDEN}`],
  [/-----BEGIN [A-Z ]{3,40}-----[^-]{20,20000}-----END [A-Z ]{3,40}-----/g, HIDDEN],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, HIDDEN],
  [
    /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,64}|xox[abposr]-[\w-]{10,200}|sk-[\w-]{16,200}|[sr]k_(?:live|test)_\w{10,200}|AIza[\w-]{30,50}|SG\.[\w-]{16,64}\.[\w-]{16,64}|npm_\w{30,60}|ya29\.[\w-]{20,300}|dop_v1_[a-f0-9]{40,80})/g,
    HIDDEN,
  ],
  [/\b([\w.%+-]{1,64})@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5})\b/gi, HIDDEN],
  [/\b(https?:\/\/)[^\s/@:]{1,100}:[^\s/@]{1,200}@/gi, `$1${HIDDEN}@`],
];

const secretName = (name: string): boolean => SECRET_NAME.test(name.replace(CAMEL, '$1_$2'));

/** Card numbers: 13 to 19 digits with a valid check digit (ISO/IEC 7812-1, Luhn). */
function hideCards(text: string): string {
  return text.replace(/\b\d(?:[ -]?\d){12,18}\b/g, (found) => {
    const digits = found.replace(/\D/g, '');
    let sum = 0;
    for (let i = 0; i < digits.length; i++) {
      let d = Number(digits[digits.length - 1 - i]);
      if (i % 2 === 1) d = d > 4 ? d * 2 - 9 : d * 2;
      sum += d;
    }
    return sum % 10 === 0 && !/^(\d)\1+$/.test(digits) && !/^1[5-9]\d{11}$/.test(digits) ? HIDDEN : found;
  });
}

/** Free text: tokens, keys, e-mail addresses, card numbers and `name=secret` pairs are replaced. Ids stay. */
export function redactText(text: string): string {
  let out = text;
  for (const [pattern, to] of PATTERNS) out = out.replace(pattern, to);
  out = out.replace(
    /(["']?)([\w.-]{2,60})\1(\s*[=:]\s*)(["']?)([^\s"'&,;<>{}]{3,4000})\4/g,
    (whole, q: string, name: string, sep: string, q2: string) =>
      secretName(name) && !ID_HEADER.test(name.toLowerCase()) ? `${q}${name}${q}${sep}${q2}${HIDDEN}${q2}` : whole,
  );
  return hideCards(out);
}

/** Long values of mixed characters are keys, not words; ids of the usual forms are left. */
function looksRandom(value: string): boolean {
  if (value.length < 24 || /^[\d.:TZ+-]+$/.test(value) || /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) return false;
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value) && !/[\s]/.test(value);
}

/** A URL without user, password, secret query values and fragment secrets. What does not parse is treated as text. */
export function redactUrl(url: string): string {
  let u: URL;
  try {
    u = new URL(url);
  } catch {
    return redactText(url);
  }
  const user = u.username !== '' || u.password !== '' ? `${HIDDEN}@` : '';
  return `${u.protocol}//${user}${u.host}${redactText(u.pathname)}${redactQuery(u.search)}${redactQuery(u.hash)}`;
}

function redactQuery(query: string): string {
  if (query.length < 2) return '';
  const parts = query
    .slice(1)
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0) return redactText(pair);
      const name = pair.slice(0, at);
      const raw = pair.slice(at + 1);
      let value = raw;
      try {
        value = decodeURIComponent(raw.replaceAll('+', ' '));
      } catch {
        // Not percent-encoded text: it is judged as it stands.
      }
      const hide =
        value !== '' && (secretName(name) || /^x-(?:amz|goog|ms)-/i.test(name) || looksRandom(value) || redactText(value) !== value);
      return `${name}=${hide ? HIDDEN : raw}`;
    });
  return `${query[0]}${parts.join('&')}`;
}

/** Header fields with secrets replaced; cookie names stay, their values go. */
export function redactHeaders(list: readonly HeaderField[]): HeaderField[] {
  return list.map(({ name, value }) => {
    if (name === 'cookie')
      return {
        name,
        value: value
          .split(';')
          .map((c) => `${(c.split('=')[0] ?? '').trim()}=${HIDDEN}`)
          .join('; '),
      };
    if (name === 'set-cookie') {
      const [pair = '', ...attributes] = value.split(';');
      return { name, value: [`${(pair.split('=')[0] ?? '').trim()}=${HIDDEN}`, ...attributes.map((a) => a.trim())].join('; ') };
    }
    if (ID_HEADER.test(name)) return { name, value };
    if (SECRET_HEADER.test(name)) return { name, value: HIDDEN };
    if (name === 'location' || name === 'referer' || name === 'origin' || name === 'content-location')
      return { name, value: redactUrl(value) };
    return { name, value: redactText(value) };
  });
}

function redactJson(value: unknown, secret: boolean): unknown {
  if (Array.isArray(value)) return value.map((v) => redactJson(v, secret));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, redactJson(v, (typeof v !== 'number' || v > 599) && k !== 'code' && secretName(k))]),
    );
  }
  if (secret && value !== null && typeof value !== 'boolean' && value !== '') return HIDDEN;
  return typeof value === 'string' ? redactText(value) : value;
}

/** A body with secrets replaced: JSON and forms by their structure, anything else as text. */
export function redactBody(body: string): string {
  const first = body.trimStart()[0];
  if (first === '{' || first === '[') {
    try {
      return JSON.stringify(redactJson(JSON.parse(body), false));
    } catch {
      return redactText(body);
    }
  }
  if (/^[\w.%[\]-]+=[^\s<>]*$/.test(body)) return redactQuery(`?${body}`).slice(1);
  return redactText(body);
}
