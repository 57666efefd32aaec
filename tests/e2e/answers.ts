import { gzipSync } from 'node:zlib';
import { answer, type RawAnswer, raw } from './raw-site';

const MB = 1024 * 1024;
export const NGINX = ['server: nginx/1.25.3', 'content-type: text/html'];
export const BODY = '<html><head><title>502 Bad Gateway</title></head><body><hr><center>nginx/1.25.3</center></body></html>';
/** What would run, load or mislead if it were ever taken for more than text. */
const HOSTILE =
  '"><img src=/leak onerror="window.pwned=1"><script>window.pwned=1</script><svg onload="window.pwned=1"><base href=/leak><meta http-equiv=refresh content="0;/leak"> `$(>leak)` [x](javascript:window.pwned=1)';
const BIDI = '\u202eevil\u2066\u200f';
const ANSI = '\u001b[31m\u001b]8;;/leak\u0007link\u001b]8;;\u0007\u001b[2J';
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

/** Sends `total` bytes as fast as they are taken. */
const stream =
  (total: number): RawAnswer =>
  (to) => {
    to.write(
      raw('502 Bad Gateway', ['content-type: text/plain']).toString('latin1').replace('content-length: 0', `content-length: ${total}`),
    );
    const piece = Buffer.alloc(MB, 'a');
    let left = total;
    const more = (): void => {
      while (left > 0) {
        left -= piece.length;
        if (left <= 0) to.end(piece);
        else if (!to.write(piece)) return void to.once('drain', more);
      }
    };
    more();
  };

/** Answers that the panel must list and diagnose, whatever else they are. */
export const listed: Readonly<Record<string, RawAnswer>> = {
  'a header value of 200 KB': answer('502 Bad Gateway', [...NGINX, `x-huge: ${'h'.repeat(200_000)}`], BODY),
  '5,000 header lines': answer('502 Bad Gateway', [...NGINX, ...Array.from({ length: 5000 }, (_, i) => `x-${i}: ${i}`)], BODY),
  '3,000 cookies of the same name': answer(
    '502 Bad Gateway',
    [...NGINX, ...Array.from({ length: 3000 }, (_, i) => `set-cookie: a=${i}`)],
    BODY,
  ),
  'markup in every header and in the body': answer(
    '500 Oops',
    [
      'server',
      'via',
      'x-powered-by',
      'retry-after',
      'content-type',
      'x-cache',
      'cf-ray',
      'x-request-id',
      'location',
      'link',
      'refresh',
    ].map((name) => `${name}: ${HOSTILE}`),
    HOSTILE,
  ),
  'bidirectional marks in header, reason and body': answer(
    utf8(`502 ${BIDI}`),
    [utf8(`server: ${BIDI}`), 'content-type: text/plain; charset=utf-8'],
    BIDI,
  ),
  'terminal escapes in header, reason and body': answer(`502 ${ANSI}`, [`server: ${ANSI}`, 'content-type: text/plain'], ANSI),
  'a reason phrase of markup': answer(`503 ${HOSTILE}`, NGINX, BODY),
  'a reason phrase of 50 KB': answer(`503 ${'no '.repeat(16_000)}`, NGINX, BODY),
  'a reason phrase of raw bytes': answer('503 \u0080\u00ff\u00fe', NGINX, BODY),
  'no reason phrase': answer('503', NGINX, BODY),
  'bytes that are no UTF-8, said to be UTF-8': answer(
    '500 Error',
    ['content-type: text/html; charset=utf-8'],
    Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
  ),
  'UTF-16 said to be UTF-8': answer('500 Error', ['content-type: text/html; charset=utf-8'], Buffer.from(BODY, 'utf16le')),
  'a charset that does not exist': answer('500 Error', ['content-type: text/plain; charset="><script>"'], 'nuqneH'),
  'a body of NULs': answer('500 Error', ['content-type: text/html'], Buffer.alloc(100_000)),
  'lone surrogates in JSON': answer('500 Error', ['content-type: application/json'], '{"error":"\\ud800","\\udfff":"\\ud83d"}'),
  'JSON nested 100,000 deep': answer('500 Error', ['content-type: application/json'], '['.repeat(100_000)),
  'one line of 1 MB': answer('500 Error', ['content-type: text/plain'], 'x'.repeat(MB)),
  'a gzip bomb of 128 MB': answer(
    '502 Bad Gateway',
    ['content-type: text/html', 'content-encoding: gzip'],
    gzipSync(Buffer.alloc(128 * MB)),
  ),
  'gzip that is none': answer('502 Bad Gateway', ['content-type: text/html', 'content-encoding: gzip'], 'not gzip at all'),
  'a body of 20 MB': stream(20 * MB),
  'a body of 200 MB': stream(200 * MB),
  'a body shorter than its length': (to) =>
    void to.end(
      raw('502 Bad Gateway', NGINX, BODY)
        .toString('latin1')
        .replace(/content-length: \d+/, 'content-length: 99999'),
    ),
  'a body longer than its length': (to) =>
    void to.end(
      raw('502 Bad Gateway', NGINX, BODY)
        .toString('latin1')
        .replace(/content-length: \d+/, 'content-length: 5'),
    ),
  'an image type on a page of text': answer('503 Service Unavailable', ['content-type: image/png'], BODY),
  'a status of 599': answer('599 Whatever', NGINX, BODY),
};
/** Answers that a browser refuses, or that are no 5xx: the panel lists nothing of them that it should not, and goes on. */
export const passed: Readonly<Record<string, RawAnswer>> = {
  'a header value of 1 MB': answer('502 Bad Gateway', [...NGINX, `x-huge: ${'h'.repeat(MB)}`], BODY),
  'NULs in a header': answer('502 Bad Gateway', [`server: a\0b`, 'content-type: text/html'], BODY),
  'no HTTP at all': (to) => void to.end(`\0\u00ff${BODY}`, 'latin1'),
  'a status of 600': answer('600 Whatever', NGINX, BODY),
  'a status of 999': answer('999 Request denied', NGINX, BODY),
  'a status of four digits': answer('5020 Bad Gateway', NGINX, BODY),
  'a connection cut within the headers': (to) => void to.end('HTTP/1.1 502 Bad Gateway\r\nserver: ngi'),
  'two lengths that differ': answer('502 Bad Gateway', [...NGINX, 'content-length: 3'], BODY),
};
export const NOT_LISTED = ['a status of 600', 'a status of 999', 'no HTTP at all'];
export const pathOf = (name: string): string => `/${name.replaceAll(/\W+/g, '-')}`;
export const routes = (group: Readonly<Record<string, RawAnswer>>): Record<string, RawAnswer> =>
  Object.fromEntries(Object.entries(group).map(([name, route]) => [pathOf(name), route]));
