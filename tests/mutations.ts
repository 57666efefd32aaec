import type { Capture } from './captures';
import { kinOf } from './kin';

/** One realistic way in which the same failure reaches a reader otherwise than it was captured. null: it does not apply to this capture. */
export interface Mutation {
  readonly name: string;
  /** It only takes away: no verdict may become surer by it. */
  readonly removes?: true;
  /** It changes what failed, so only the issuer can be held against the truth. */
  readonly issuerOnly?: true;
  apply(c: Capture): Capture | null;
}
type Headers = Capture['response']['headers'];

const withResponse = (c: Capture, r: Partial<Capture['response']>): Capture => ({ ...c, response: { ...c.response, ...r } });
const withHeaders = (c: Capture, headers: Headers): Capture => withResponse(c, { headers });
/** Without headers nothing tells a product from what it is built on: naming either is right. */
const bodyOnly = (c: Capture, body: string | null): Capture => ({
  ...withResponse(c, { headers: [], statusText: '', httpVersion: '', body }),
  truth: { ...c.truth, issuerAlso: [...c.truth.issuerAlso, ...kinOf(c.truth.issuer)] },
});
const has = (c: Capture, name: string): boolean => c.response.headers.some(([n]) => n.toLowerCase() === name);
const without = (headers: Headers, names: RegExp): Headers => headers.filter(([n]) => !names.test(n.toLowerCase()));

/** What a person copies from the page instead of its source: no tags, no scripts, one blank line between blocks. */
export function pageText(html: string): string {
  return html
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(?:h\d|p|div|center|hr|br|li|ul|tr|table|body|html|head|address)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/&#(\d{1,5});/g, (_, n: string) => String.fromCharCode(Number(n)))
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}

const HOP_BY_HOP = /^(?:connection|keep-alive|proxy-connection|proxy-authenticate|transfer-encoding|te|trailer|upgrade)$/;

const cut = (length: number): Mutation => ({
  name: `body cut to ${length}`,
  removes: true,
  apply: (c) =>
    c.response.body !== null && c.response.body.length > length ? withResponse(c, { body: c.response.body.slice(0, length) }) : null,
});

interface Edge {
  readonly id: string;
  readonly marks: Headers;
  /** It writes its own `server` over what came. */
  readonly server?: string;
  /** Statuses whose page it replaces by its own: the capture would be another one. */
  readonly replaces?: (status: number) => boolean;
}
const EDGES: readonly Edge[] = [
  {
    id: 'cloudflare',
    server: 'cloudflare',
    marks: [
      ['cf-ray', '9a3f0f1e2b7c4d5e-FRA'],
      ['cf-cache-status', 'DYNAMIC'],
      ['nel', '{"success_fraction":0,"report_to":"cf-nel","max_age":604800}'],
      ['alt-svc', 'h3=":443"; ma=86400'],
    ],
    replaces: (status) => status === 502 || status === 504 || (status >= 520 && status <= 530),
  },
  {
    id: 'cloudfront',
    marks: [
      ['x-cache', 'Error from cloudfront'],
      ['via', '1.1 8f5c4b2a9d3e1f60718293a4b5c6d7e8.cloudfront.net (CloudFront)'],
      ['x-amz-cf-pop', 'FRA60-P4'],
      ['x-amz-cf-id', '2hj8Sdqre_qGBNJdxc02qLlQk0uQy4EdgoOcl_xFvsvJD28DUpS6wg=='],
    ],
  },
  {
    id: 'fastly',
    marks: [
      ['via', '1.1 varnish'],
      ['accept-ranges', 'bytes'],
      ['x-served-by', 'cache-fra-etou8220067-FRA'],
      ['x-cache', 'MISS'],
      ['x-cache-hits', '0'],
      ['x-timer', 'S1763800000.123456,VS0,VE87'],
    ],
  },
  {
    id: 'akamai',
    marks: [
      ['akamai-grn', '0.9c2d1602.1763800000.1a2b3c4d'],
      ['server-timing', 'cdn-cache; desc=MISS'],
      ['server-timing', 'edge; dur=14'],
      ['server-timing', 'origin; dur=73'],
    ],
  },
];

const behind = (edge: Edge): Mutation => ({
  name: `behind ${edge.id}`,
  apply(c) {
    const known = c.truth.path.includes(edge.id) || c.truth.issuer.startsWith(edge.id) || c.truth.issuerAlso.includes(edge.id);
    // What runs on this computer has no CDN in front of it, nor has what a browser would not have reached through one.
    if (
      known ||
      c.response.headers.length === 0 ||
      edge.replaces?.(c.response.status) === true ||
      /^https?:\/\/(?:localhost|127\.)/.test(c.request.url ?? '')
    )
      return null;
    const kept = without(c.response.headers, edge.server === undefined ? HOP_BY_HOP : new RegExp(`${HOP_BY_HOP.source}|^server$`));
    const headers: Headers = [...kept, ...edge.marks, ...(edge.server === undefined ? [] : [['server', edge.server] as const])];
    return {
      ...withResponse(c, { headers, httpVersion: 'h2', statusText: '' }),
      truth: { ...c.truth, path: [edge.id, ...c.truth.path.filter((id) => id !== edge.id)] },
    };
  },
});

const PHRASES: Readonly<Record<number, readonly string[]>> = {
  500: ['Internal Server Error'],
  502: ['Bad Gateway'],
  503: ['Service Temporarily Unavailable', 'Service Unavailable'],
  504: ['Gateway Time-out', 'Gateway Timeout'],
};
/** Servers that print every status in the same template. */
const TEMPLATES = /^(?:nginx|openresty|tengine|ingress-nginx|angie|aws-alb|huawei-elb|lighttpd|nghttpx)$/;
const restatus = (to: number): Mutation => ({
  name: `status ${to}`,
  issuerOnly: true,
  apply(c) {
    const { status, body } = c.response;
    const from = PHRASES[status];
    const phrase = PHRASES[to]?.[0] ?? '';
    if (from === undefined || status === to || !TEMPLATES.test(c.truth.issuer) || body === null) return null;
    const text = from.reduce((t, p) => t.replaceAll(`${status} ${p}`, `${to} ${phrase}`).replaceAll(p, phrase), body);
    if (text === body) return null;
    return withResponse(withHeaders(c, without(c.response.headers, /^content-length$/)), {
      status: to,
      statusText: c.response.statusText === '' ? '' : phrase,
      body: text,
    });
  },
});

/** Every mutation that the tests try on every capture. */
export const mutations: readonly Mutation[] = [
  { name: 'body gone', removes: true, apply: (c) => (c.response.body === null ? null : withResponse(c, { body: null })) },
  cut(500),
  cut(200),
  {
    name: 'body as text',
    apply(c) {
      const { body } = c.response;
      return body !== null && /<(?:html|h1|head|body|title)\b/i.test(body) ? withResponse(c, { body: pageText(body) }) : null;
    },
  },
  {
    name: 'body as text, no headers',
    apply(c) {
      const { body } = c.response;
      return body !== null && /<(?:html|h1|head|body|title)\b/i.test(body) ? bodyOnly(c, pageText(body)) : null;
    },
  },
  { name: 'headers gone', removes: true, apply: (c) => (c.response.headers.length === 0 ? null : bodyOnly(c, c.response.body)) },
  {
    name: 'only server kept',
    apply(c) {
      const headers = c.response.headers.filter(([n]) => n.toLowerCase() === 'server');
      return headers.length === 0 || headers.length === c.response.headers.length ? null : withHeaders(c, headers);
    },
  },
  {
    name: 'hop-by-hop gone',
    apply(c) {
      const headers = without(c.response.headers, HOP_BY_HOP);
      return headers.length === c.response.headers.length ? null : withHeaders(c, headers);
    },
  },
  {
    name: 'over HTTP/2',
    apply: (c) =>
      c.response.headers.length === 0 || c.response.httpVersion === 'h2'
        ? null
        : withResponse(withHeaders(c, without(c.response.headers, HOP_BY_HOP)), { httpVersion: 'h2', statusText: '' }),
  },
  {
    name: 'reason phrase gone',
    removes: true,
    apply: (c) => (c.response.statusText === '' ? null : withResponse(c, { statusText: '', httpVersion: '' })),
  },
  {
    name: 'names in other case',
    apply: (c) =>
      c.response.headers.length === 0
        ? null
        : withHeaders(
            c,
            c.response.headers.map(([n, v]) => [n.toUpperCase(), v] as const),
          ),
  },
  ...EDGES.map(behind),
  {
    name: 'HEAD',
    removes: true,
    apply: (c) =>
      c.response.headers.length === 0 || c.request.method === 'HEAD'
        ? null
        : { ...withResponse(c, { body: '' }), request: { ...c.request, method: 'HEAD' } },
  },
  {
    name: 'gzip',
    apply(c) {
      if (c.response.headers.length === 0 || !c.response.body || has(c, 'content-encoding')) return null;
      return withHeaders(c, [
        ...without(c.response.headers, /^content-length$/),
        ['content-encoding', 'gzip'],
        ['vary', 'Accept-Encoding'],
      ]);
    },
  },
  ...[500, 502, 503, 504].map(restatus),
  { name: 'time gone', removes: true, apply: (c) => (c.timeMs === null ? null : { ...c, timeMs: null, ttfbMs: null }) },
];
