/** A text seen without its escapes, and where each part of it stood. */
export interface View {
  readonly text: string;
  /** Start and end in the original of a range of `text`. */
  range(start: number, end: number): readonly [start: number, end: number];
}

const ESCAPE =
  /%[0-9a-f]{2}(?:%[0-9a-f]{2})*|\\u([0-9a-f]{4})|\\u\{([0-9a-f]{1,6})\}|\\x([0-9a-f]{2})|\\([nrt"'/\\])|&#(\d{1,6});|&#x([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos);/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", n: '\n', r: '\r', t: '\t' };

const point = (n: number): string => (n <= 0x10ffff ? String.fromCodePoint(n) : '\ufffd');

const decoder = new TextDecoder();
/** Well-formed UTF-8 as a string of bytes, near enough: overlong forms and surrogates become U+FFFD. */
const UTF8 = /^(?:[\u0000-\u007f]|[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3})*$/;

/** A string of bytes as UTF-8 text; null when they are none. */
const utf8 = (bytes: string): string | null => (UTF8.test(bytes) ? decoder.decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))) : null);

/**
 * The text with percent-encoding, JavaScript and JSON escapes and character references of HTML undone, once: what was
 * encoded twice still needs another look. null when there is nothing to undo.
 */
export function unescapeView(raw: string): View | null {
  if (!/[%\\&]/.test(raw)) return null;
  let text = '';
  let at = 0;
  /** Every escape: where it stands in `text` and in `raw`, and how much longer it is there. */
  const from: number[] = [];
  const to: number[] = [];
  const rawFrom: number[] = [];
  const rawTo: number[] = [];
  const put = (s: string, start: number, end: number): void => {
    from.push(text.length);
    text += s;
    to.push(text.length);
    rawFrom.push(start);
    rawTo.push(end);
  };
  for (const m of raw.matchAll(ESCAPE)) {
    text += raw.slice(at, m.index);
    at = m.index + m[0].length;
    const code = m[1] ?? m[2] ?? m[3] ?? m[6];
    const single = m[4];
    const named = m[7];
    if (code !== undefined) put(point(Number.parseInt(code, 16)), m.index, at);
    else if (m[5] !== undefined) put(point(Number(m[5])), m.index, at);
    else if (single !== undefined) put(NAMED[single] ?? single, m.index, at);
    else if (named !== undefined) put(NAMED[named.toLowerCase()] ?? '', m.index, at);
    else {
      const bytes = m[0].replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      const whole = /[\u0080-\u00ff]/.test(bytes) ? utf8(bytes) : null;
      if (whole !== null) put(whole, m.index, at);
      else for (let i = 0; i < bytes.length; i++) put(bytes[i] ?? '', m.index + i * 3, m.index + i * 3 + 3);
    }
  }
  if (from.length === 0) return null;
  text += raw.slice(at);
  const place = (i: number, end: boolean): number => {
    // The last escape that begins before i.
    let lo = 0;
    let hi = from.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if ((from[mid] ?? 0) < (end ? i : i + 1)) lo = mid + 1;
      else hi = mid;
    }
    const k = lo - 1;
    if (k < 0) return i;
    const past = i - (to[k] ?? 0);
    return past > 0 || (!end && past === 0) ? (rawTo[k] ?? 0) + past : end ? (rawTo[k] ?? 0) : (rawFrom[k] ?? 0);
  };
  return { text, range: (start, end) => [place(start, false), place(end, true)] };
}

/** Base64 or base64url of readable text: the text; null for anything else. Padding may be missing. */
export function fromBase64(token: string): string | null {
  const plain = token.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  if (plain.length % 4 === 1) return null;
  let bytes: string;
  try {
    bytes = atob(plain);
  } catch {
    return null;
  }
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(bytes)) return null;
  return /[\u0080-\u00ff]/.test(bytes) ? utf8(bytes) : bytes;
}
