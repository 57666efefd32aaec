import type { Exchange, HeaderField, Timings } from './types';

/**
 * HAR 1.2 entry as browsers and other tools give it: any field may be missing, null or of another type.
 * Chrome's and Firefox's own fields start with `_`. http://www.softwareishard.com/blog/har-12-spec/#entries
 */
export interface HarEntry {
  readonly startedDateTime?: unknown;
  readonly time?: unknown;
  readonly request?: unknown;
  readonly response?: unknown;
  readonly timings?: unknown;
  readonly serverIPAddress?: unknown;
  readonly [extra: string]: unknown;
}

/** Characters kept of a body: the head holds titles and fingerprints, the tail what template pages print last. */
export const BODY_HEAD = 48 * 1024;
export const BODY_TAIL = 16 * 1024;
/** A longer header value is cut: no vendor says anything past this, and matching stays cheap. */
export const HEADER_VALUE_MAX = 8 * 1024;
/** More field lines than this are dropped; servers stop at 100 or so. */
export const HEADERS_MAX = 1000;
/** Longer names of methods and header fields are cut: none that means anything is that long. */
const NAME_MAX = 256;
const URL_MAX = 64 * 1024;

type Fields = Readonly<Record<string, unknown>>;
const fields = (v: unknown): Fields => (typeof v === 'object' && v !== null ? (v as Fields) : {});
const text = (v: unknown): string => (typeof v === 'string' ? v : typeof v === 'number' ? String(v) : '');
const number = (v: unknown): number | null => {
  const n = typeof v === 'string' && v.trim() !== '' ? Number(v) : v;
  return typeof n === 'number' && Number.isFinite(n) ? n : null;
};
/** HAR writes -1 for "does not apply". */
const duration = (v: unknown): number | null => {
  const n = number(v);
  return n === null || n < 0 ? null : n;
};

/** A copy: engines let a slice keep the whole string alive, which may be megabytes. */
const copyOf = (slice: string): string => JSON.parse(JSON.stringify(slice)) as string;
/** The first `max` UTF-16 units of a text. */
export const cutText = (whole: string, max: number): string => (whole.length <= max ? whole : copyOf(whole.slice(0, max)));

/** HAR header list -> field lines. Chrome joins repeated headers with a newline, Firefox gives an entry each: both become one line each. */
export function headerFields(list: unknown): HeaderField[] {
  if (!Array.isArray(list)) return [];
  const out: HeaderField[] = [];
  for (const item of list.slice(0, HEADERS_MAX)) {
    const { name, value } = fields(item);
    const lower = cutText(text(name).trim(), NAME_MAX).toLowerCase();
    if (lower === '' || lower.startsWith(':')) continue;
    for (const line of cutText(text(value), HEADER_VALUE_MAX).split(/\r?\n(?![ \t])/)) {
      out.push({ name: lower, value: line.replace(/[\r\n]+/g, ' ').trim() });
    }
  }
  return out.slice(0, HEADERS_MAX);
}

/** First value of a header, or null. `name` in lower case. */
export function header(list: readonly HeaderField[], name: string): string | null {
  for (const f of list) if (f.name === name) return f.value;
  return null;
}

/** Keeps head and tail of a long body, so that fingerprints at both ends survive. */
export function capBody(body: string, head = BODY_HEAD, tail = BODY_TAIL): { readonly body: string; readonly cut: boolean } {
  if (body.length <= head + tail) return { body, cut: false };
  return { body: copyOf(`${body.slice(0, head)}\n…\n${body.slice(-tail)}`), cut: true };
}

function parseUrl(url: string): { host: string; path: string } {
  try {
    const u = new URL(url);
    return { host: u.host.toLowerCase(), path: u.pathname };
  } catch {
    return { host: '', path: '' };
  }
}

function httpVersion(raw: string): string {
  const v = raw.trim().toLowerCase();
  if (v === 'h2' || v === 'http/2' || v === 'http/2.0') return 'h2';
  if (v === 'h3' || v === 'http/3' || v === 'http/3.0' || v.startsWith('h3-')) return 'h3';
  return v === 'http/1.0' || v === 'http/1.1' ? v : '';
}

function initiatorOf(entry: HarEntry, request: readonly HeaderField[]): Exchange['initiator'] {
  const raw = fields(entry['_initiator']);
  const frame = fields(Array.isArray(fields(raw['stack'])['callFrames']) ? (fields(raw['stack'])['callFrames'] as unknown[])[0] : null);
  const url = cutText(text(raw['url']) || text(frame['url']), URL_MAX);
  if (url !== '') {
    const line = number(raw['lineNumber']) ?? number(frame['lineNumber']);
    return { url, line: line === null ? null : line + 1 };
  }
  const referer = header(request, 'referer');
  return referer === null ? null : { url: referer, line: null };
}

function resourceType(entry: HarEntry, method: string, request: readonly HeaderField[]): string | null {
  const own = text(entry['_resourceType']);
  if (own !== '') return own.toLowerCase();
  if (method === 'OPTIONS' && header(request, 'access-control-request-method') !== null) return 'preflight';
  const dest = header(request, 'sec-fetch-dest');
  if (dest === null) return null;
  // What is sent so can never be read: a beacon, or as good as one. https://fetch.spec.whatwg.org/#concept-request-mode
  if (dest === 'empty') return header(request, 'sec-fetch-mode') === 'no-cors' ? 'ping' : 'fetch';
  return dest === 'style' ? 'stylesheet' : dest;
}

/** ISO dates of four-digit years end here; adding a time zone or a search window to a later one would leave what a Date can hold. */
const LAST_YEAR = Date.UTC(9999, 0);

/** Whether Chrome shows its own error page in place of this document, as it does for a 4xx or 5xx without a body. */
export const isReplaced = (error: string | null): boolean => error === 'net::ERR_HTTP_RESPONSE_CODE_FAILURE';

function exposedBody(
  body: string | null,
  error: string | null,
  type: string | null,
  size: number | null,
  length: string | null,
): string | null {
  // Chrome's own page, of 250 kB, comes as the body: the server sent nothing.
  if (isReplaced(error)) return size === null || size <= 0 ? '' : null;
  // Chrome gives '' for a failed script or stylesheet whatever the server sent.
  if (body === '' && (type === 'script' || type === 'stylesheet') && length !== '0') return null;
  return body;
}

/**
 * A HAR entry and its body as an Exchange. Never throws: what is missing or of the wrong type becomes null or ''.
 * `body` null means that the browser did not expose it; it is never taken from `entry.response.content` here.
 * A status that is no number from 100 to 999 becomes 0.
 */
export function exchangeFromHar(entry: HarEntry, body: string | null): Exchange {
  const e = fields(entry) as HarEntry;
  const request = fields(e.request);
  const response = fields(e.response);
  const content = fields(response['content']);
  const requestHeaders = headerFields(request['headers']);
  const responseHeaders = headerFields(response['headers']);
  const url = cutText(text(request['url']), URL_MAX);
  const { host, path } = parseUrl(url);
  const status = number(response['status']) ?? 0;
  const method = cutText(text(request['method']) || 'GET', NAME_MAX).toUpperCase();
  const t = fields(e.timings);
  const timings: Timings = {
    blocked: duration(t['blocked']),
    dns: duration(t['dns']),
    connect: duration(t['connect']),
    ssl: duration(t['ssl']),
    send: duration(t['send']),
    wait: duration(t['wait']),
    receive: duration(t['receive']),
  };
  const started = Date.parse(text(e.startedDateTime));
  const error = text(e['_error']) || text(response['_error']) || null;
  const type = resourceType(e, method, requestHeaders);
  const exposed = exposedBody(
    typeof body === 'string' ? body : null,
    error,
    type,
    number(content['size']),
    header(responseHeaders, 'content-length'),
  );
  const capped = exposed === null ? null : capBody(exposed);
  const sent = text(fields(request['postData'])['text']);
  return {
    method,
    url,
    host,
    path,
    startedAt: started >= 0 && started < LAST_YEAR ? started : null,
    timeMs: duration(e.time),
    timings,
    status: Number.isInteger(status) && status >= 100 && status <= 999 ? status : 0,
    reason: cutText(text(response['statusText']).trim(), 200),
    httpVersion: httpVersion(text(response['httpVersion'])),
    requestHeaders,
    responseHeaders,
    requestBody: sent === '' ? null : capBody(sent).body,
    body: capped?.body ?? null,
    bodyCut: capped?.cut ?? false,
    serverAddress: text(e.serverIPAddress).replace(/^\[|\]$/g, '') || null,
    resourceType: type,
    initiator: initiatorOf(e, requestHeaders),
    error,
    // Chrome's mark stands on the response.
    fromServiceWorker: response['_fetchedViaServiceWorker'] === true || e['_fetchedViaServiceWorker'] === true,
    corsBlocked: isCorsBlocked(requestHeaders, responseHeaders, url),
  };
}

/** A cross-origin fetch whose answer names no allowed origin: the page sees a CORS error, not this status. https://fetch.spec.whatwg.org/#cors-check */
function isCorsBlocked(request: readonly HeaderField[], response: readonly HeaderField[], url: string): boolean {
  const origin = header(request, 'origin');
  if (origin === null || response.length === 0 || (header(request, 'sec-fetch-mode') ?? 'cors') !== 'cors') return false;
  try {
    if (new URL(url).origin === origin) return false;
  } catch {
    return false;
  }
  const allowed = header(response, 'access-control-allow-origin');
  return allowed === null || (allowed !== '*' && allowed !== origin);
}
