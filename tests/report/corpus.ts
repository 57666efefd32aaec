import { diagnose, exchangeFromHar, type ReportInput } from '../../diagnosis';

/** A repeatable source of numbers from 0 to 1 (mulberry32): the corpus is the same on every run. */
export function randomFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const HEX = '0123456789abcdef';
const ALNUM = LOWER + LOWER.toUpperCase() + DIGITS;
const B64URL = `${ALNUM}-_`;
type Random = () => number;
const pick = (r: Random, from: string, n: number): string => Array.from({ length: n }, () => from[Math.floor(r() * from.length)]).join('');
const one = <T>(r: Random, list: readonly T[]): T => list[Math.floor(r() * list.length)] as T;
const b64 = (s: string): string => Buffer.from(s).toString('base64');
const b64url = (s: string): string => Buffer.from(s).toString('base64url');

/** Digits with a valid check digit (ISO/IEC 7812-1). */
function card(r: Random): string {
  const digits = `${one(r, ['4', '51', '55', '2221', '6011'])}${pick(r, DIGITS, 16)}`.slice(0, 15);
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const d = Number(digits[14 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += d > 9 ? d - 9 : d;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** A kind of secret. `name`: it is known by the name it stands under; without, its own form shows it. */
export interface SecretSort {
  readonly sort: string;
  readonly name?: string;
  make(r: Random): string;
}

const key = (r: Random): string => pick(r, ALNUM, 32);
export const sorts: readonly SecretSort[] = [
  {
    sort: 'JSON Web Token',
    make: (r) => `${b64url('{"alg":"HS256","typ":"JWT"}')}.${b64url(`{"sub":"${pick(r, ALNUM, 8)}"}`)}.${pick(r, B64URL, 43)}`,
  },
  { sort: 'AWS access key id', make: (r) => `AKIA${pick(r, `${LOWER.toUpperCase()}234567`, 16)}` },
  { sort: 'GitHub token', make: (r) => `ghp_${pick(r, ALNUM, 36)}` },
  { sort: 'GitHub fine-grained token', make: (r) => `github_pat_${pick(r, ALNUM, 22)}_${pick(r, ALNUM, 59)}` },
  { sort: 'GitLab token', make: (r) => `glpat-${pick(r, B64URL, 20)}` },
  { sort: 'Slack token', make: (r) => `xoxb-${pick(r, DIGITS, 12)}-${pick(r, ALNUM, 24)}` },
  { sort: 'Stripe key', make: (r) => `sk_live_${pick(r, ALNUM, 24)}` },
  { sort: 'OpenAI key', make: (r) => `sk-${pick(r, ALNUM, 48)}` },
  { sort: 'Google API key', make: (r) => `AIza${pick(r, B64URL, 35)}` },
  { sort: 'Google access token', make: (r) => `ya29.${pick(r, B64URL, 60)}` },
  { sort: 'SendGrid key', make: (r) => `SG.${pick(r, B64URL, 22)}.${pick(r, B64URL, 43)}` },
  { sort: 'npm token', make: (r) => `npm_${pick(r, ALNUM, 36)}` },
  { sort: 'PyPI token', make: (r) => `pypi-AgEI${pick(r, B64URL, 60)}` },
  { sort: 'DigitalOcean token', make: (r) => `dop_v1_${pick(r, HEX, 64)}` },
  { sort: 'Telegram bot token', make: (r) => `${one(r, DIGITS.slice(1).split(''))}${pick(r, DIGITS, 8)}:AA${pick(r, B64URL, 33)}` },
  { sort: 'Mailgun key', make: (r) => `key-${pick(r, HEX, 32)}` },
  { sort: 'private key', make: (r) => `-----BEGIN PRIVATE KEY-----${pick(r, ALNUM, 64)}-----END PRIVATE KEY-----` },
  { sort: 'e-mail address', make: (r) => `${pick(r, LOWER, 6)}.${pick(r, LOWER, 5)}@${pick(r, LOWER, 7)}.example.com` },
  { sort: 'card number', make: card },
  { sort: 'password hash', make: (r) => `$2b$12$${pick(r, `${ALNUM}./`, 53)}` },
  {
    sort: 'Slack webhook',
    make: (r) => `https://hooks.slack.com/services/T${pick(r, ALNUM, 8)}/B${pick(r, ALNUM, 8)}/${pick(r, ALNUM, 24)}`,
  },
  { sort: 'password', name: 'password', make: (r) => `${pick(r, LOWER, 5)}!${pick(r, ALNUM, 7)}` },
  { sort: 'password of words', name: 'user_password', make: (r) => pick(r, LOWER, 12) },
  { sort: 'API key', name: 'x-api-key', make: key },
  { sort: 'client secret', name: 'client_secret', make: key },
  { sort: 'access token', name: 'access_token', make: key },
  { sort: 'refresh token', name: 'refreshToken', make: key },
  { sort: 'session id', name: 'sessionId', make: (r) => pick(r, HEX, 26) },
  { sort: 'PHP session', name: 'PHPSESSID', make: (r) => pick(r, LOWER + DIGITS, 26) },
  { sort: 'CSRF token', name: 'csrf_token', make: (r) => pick(r, B64URL, 43) },
  { sort: 'SigV4 signature', name: 'X-Amz-Signature', make: (r) => pick(r, HEX, 64) },
  { sort: 'SAS signature', name: 'sig', make: (r) => `${pick(r, ALNUM, 43)}=` },
  { sort: 'signed URL', name: 'X-Goog-Signature', make: (r) => pick(r, HEX, 128) },
  { sort: 'AWS secret key', name: 'aws_secret_access_key', make: (r) => pick(r, `${ALNUM}/+`, 40) },
  { sort: 'storage account key', name: 'AccountKey', make: (r) => `${pick(r, `${ALNUM}/+`, 86)}==` },
  { sort: 'one-time password', name: 'otp', make: (r) => `9${pick(r, DIGITS, 7)}` },
  { sort: 'authorization', name: 'authorization', make: (r) => `Bearer ${pick(r, B64URL, 30)}` },
];

export type Encoding = 'plain' | 'percent' | 'base64';
export const encodings: readonly Encoding[] = ['plain', 'percent', 'base64'];
export type Carrier = 'header' | 'request header' | 'cookie' | 'url' | 'json' | 'form' | 'multipart' | 'html' | 'text' | 'request body';
export const carriers: readonly Carrier[] = [
  'header',
  'request header',
  'cookie',
  'url',
  'json',
  'form',
  'multipart',
  'html',
  'text',
  'request body',
];

export const encode = (s: string, how: Encoding): string =>
  how === 'plain' ? s : how === 'base64' ? b64(s) : [...Buffer.from(s)].map((b) => `%${b.toString(16).padStart(2, '0')}`).join('');
const escapeHtml = (s: string): string => s.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

interface Parts {
  url: string;
  requestHeaders: { name: string; value: string }[];
  responseHeaders: { name: string; value: string }[];
  sent: string | null;
  body: string;
}

/** A failed exchange that carries the secret, and a diagnosis that quotes what it can. */
export function carry(
  secret: string,
  name: string | undefined,
  carrier: Carrier,
  how: Encoding,
  words = 'upstream gave no answer',
): ReportInput {
  const value = encode(secret, how);
  const p: Parts = {
    url: 'https://api.example.com/v1/orders?page=2',
    requestHeaders: [{ name: 'Accept', value: '*/*' }],
    responseHeaders: [
      { name: 'Server', value: 'nginx/1.25.3' },
      { name: 'Content-Type', value: 'text/html' },
    ],
    sent: null,
    body: '<center><h1>502 Bad Gateway</h1></center>',
  };
  const named = name ?? 'note';
  const inUrl = how === 'plain' ? encodeURIComponent(value) : value;
  switch (carrier) {
    case 'header':
      p.responseHeaders.push({
        name: name === undefined ? 'X-Debug' : named.toLowerCase().replaceAll('_', '-'),
        value: name === undefined ? `${words} ${value}` : value,
      });
      break;
    case 'request header':
      p.requestHeaders.push({
        name: name === undefined ? 'X-Debug' : named.toLowerCase().replaceAll('_', '-'),
        value: name === undefined ? `${words} ${value}` : value,
      });
      break;
    case 'cookie':
      p.requestHeaders.push({ name: 'Cookie', value: `theme=dark; ${named}=${value}` });
      p.responseHeaders.push({ name: 'Set-Cookie', value: `${named}=${value}; Path=/; HttpOnly` });
      break;
    case 'url':
      p.url += `&${named}=${inUrl}`;
      break;
    case 'json':
      p.body = JSON.stringify({ error: words, details: [{ [named]: value }] });
      break;
    case 'form':
      p.body = `page=2&${named}=${inUrl}&size=10`;
      break;
    case 'multipart':
      p.body = `--b0undary\r\nContent-Disposition: form-data; name="page"\r\n\r\n2\r\n--b0undary\r\nContent-Disposition: form-data; name="${named}"\r\n\r\n${value}\r\n--b0undary--\r\n`;
      break;
    case 'html':
      p.body = `<html><body><h1>${words}</h1><input type="hidden" name="${named}" value="${escapeHtml(value)}"><p>${words}</p></body></html>`;
      break;
    case 'text':
      p.body = `${words}\n${name === undefined ? '' : `${named}=`}${value}\n${words}`;
      break;
    case 'request body':
      p.sent = JSON.stringify({ page: 2, [named]: value });
      p.requestHeaders.push({ name: 'Content-Type', value: 'application/json' });
      break;
  }
  const exchange = exchangeFromHar(
    {
      startedDateTime: '2026-11-22T12:22:15Z',
      time: 12,
      timings: { wait: 12 },
      serverIPAddress: '203.0.113.7',
      request: {
        method: 'POST',
        url: p.url,
        headers: p.requestHeaders,
        ...(p.sent === null ? {} : { postData: { mimeType: 'application/json', text: p.sent } }),
      },
      response: { status: 502, statusText: 'Bad Gateway', httpVersion: 'http/1.1', headers: p.responseHeaders },
    },
    p.body,
  );
  const diagnosis = diagnose(exchange);
  // As a mark of the data would quote it.
  const quoted = p.responseHeaders.map(
    (h) => ({ says: `The header says \`${h.value}\``, about: 'nginx', weighs: 'for', where: `header ${h.name}` }) as const,
  );
  return { exchange, diagnosis: { ...diagnosis, evidence: [...diagnosis.evidence, ...quoted] }, page: p.url };
}
