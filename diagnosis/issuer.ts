import { APP_HEADERS, type Comparison } from './compare';
import { type Hit, isIssued, quoteValue, saysOf } from './marks';
import { compileMatch, type Subject } from './match';
import type { ProxyReport } from './standards';
import { strangers } from './strangers';
import type { Confidence, Evidence, IssuedMark, Kind, Vendor } from './types';

/** What the marks of one vendor add up to. */
export interface Standing {
  readonly vendor: Vendor;
  readonly hits: readonly Hit[];
  /** 0: on the path at most · 1 possible · 2 likely · 3 certain that it wrote this response. */
  readonly level: 0 | 1 | 2 | 3;
  /** It replaced the page; the status came from behind it. */
  readonly pageOnly: boolean;
  /** One of its issued marks was in the body. */
  readonly inBody: boolean;
  /** It only passed this response on. */
  readonly relayed: boolean;
  /** Looks like its own answer, but what it always sends is missing, or it came from this computer. */
  readonly lookAlike: boolean;
}

/** Who made the status. */
export interface Issuer {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly confidence: Confidence;
  readonly vendor: Vendor | null;
  /** Reasons that no mark of a vendor carries. */
  readonly evidence: readonly Evidence[];
}

const LEVELS: readonly Confidence[] = ['unknown', 'possible', 'likely', 'certain'];

/** Groups hits by vendor and weighs them. Two strong marks of different places weigh as much as a conclusive one. */
export function standings(s: Subject, hits: readonly Hit[]): readonly Standing[] {
  const groups = new Map<Vendor, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.vendor);
    if (group === undefined) groups.set(hit.vendor, [hit]);
    else group.push(hit);
  }
  const played = new Set([...groups.keys()].flatMap((vendor) => vendor.plays ?? []));
  return [...groups].filter(([vendor]) => !played.has(vendor.id)).map(([vendor, own]) => weigh(s, vendor, own));
}

function weigh(s: Subject, vendor: Vendor, hits: readonly Hit[]): Standing {
  const issued = hits.filter(isIssued);
  const of = (strength: IssuedMark['strength']) => issued.filter((h) => h.mark.strength === strength);
  const conclusive = of('conclusive');
  const strong = of('strong');
  const against = of('against').length > 0;
  const positive = issued.filter((h) => h.mark.strength !== 'against');
  const strongPlaces = new Set(strong.map((h) => h.where)).size;
  const raw = conclusive.length > 0 || strongPlaces > 1 ? 3 : strong.length > 0 ? 2 : positive.length > 0 ? 1 : 0;
  const weighed = !against ? raw : conclusive.length > 0 ? 2 : 0;
  const missing = weighed >= 2 && lacksAlways(s, vendor);
  const lookAlike = missing || (weighed >= 2 && replayed(s, vendor));
  const level = weighed === 3 && lookAlike ? 2 : weighed === 2 && missing ? 1 : weighed;
  return {
    vendor,
    hits,
    level,
    pageOnly: positive.length > 0 && positive.some((h) => h.mark.pageOnly === true) && !conclusive.some((h) => h.mark.pageOnly !== true),
    inBody: positive.some((h) => h.where === 'body' && h.mark.strength !== 'supporting'),
    relayed: against && level === 0,
    lookAlike,
  };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/** Pages of vendors are copied, and development servers replay platforms' headers: neither is the vendor. */
const lacksAlways = (s: Subject, vendor: Vendor): boolean =>
  s.hasHeaders && vendor.always !== undefined && !vendor.always.some((name) => s.headers.has(name));
const replayed = (s: Subject, { kind }: Vendor): boolean =>
  (kind === 'cdn' || kind === 'platform' || kind === 'function') && LOOPBACK.test(s.exchange.host);

/** Body before headers, the inner before the outer: what stands nearest to the failure speaks last. */
const byWeight = (a: Standing, b: Standing): number =>
  b.level - a.level || Number(b.inBody) - Number(a.inBody) || b.vendor.depth - a.vendor.depth;

const issuerOf = (vendor: Vendor, confidence: Confidence, evidence: readonly Evidence[] = []): Issuer => ({
  id: vendor.id,
  name: vendor.name,
  kind: vendor.kind,
  confidence,
  vendor,
  evidence,
});

const UNKNOWN: Issuer = { id: 'unknown', name: 'Unknown', kind: 'unknown', confidence: 'unknown', vendor: null, evidence: [] };

/** The application itself, or its framework where that shows. */
function application(framework: Vendor | null, confidence: Confidence, evidence: readonly Evidence[]): Issuer {
  if (framework !== null) return issuerOf(framework, confidence, evidence);
  return { id: 'application', name: 'Your application', kind: 'application', confidence, vendor: null, evidence };
}

/** An answer made on this computer never carries a header of a server, nor its address. */
function serviceWorker(s: Subject): Issuer | null {
  const e = s.exchange;
  if (!e.fromServiceWorker || e.serverAddress !== null || e.responseHeaders.some((h) => h.name === 'date' || h.name === 'server'))
    return null;
  return {
    id: 'service-worker',
    name: 'Service worker',
    kind: 'client',
    confidence: e.responseHeaders.length === 0 ? 'certain' : 'likely',
    vendor: null,
    evidence: [
      {
        says: 'A service worker of this page answered; no server address and no header of a server came with it',
        about: 'service-worker',
        weighs: 'for',
        where: 'service worker',
      },
    ],
  };
}

/** How a body looks when code wrote it, rather than a proxy's template. null: it does not. */
function authoredBody(s: Subject): { readonly says: string; readonly weight: 'strong' | 'weak' } | null {
  const raw = s.exchange.body;
  if (raw === null || raw.trim() === '') return null;
  if (s.json !== undefined) {
    const keys = typeof s.json === 'object' && s.json !== null && !Array.isArray(s.json) ? Object.keys(s.json).slice(0, 4) : [];
    return {
      says:
        keys.length > 0
          ? `The body is JSON of nobody's template: \`${quoteValue(keys.join(', '))}\``
          : 'The body is JSON of nobody’s template',
      weight: keys.length > 1 ? 'strong' : 'weak',
    };
  }
  if (/\b(traceback|stack trace|exception|at [\w.$<>]+ ?\([\w./:\\-]{3,200}:\d+)/i.test(raw.slice(0, 20_000)))
    return { says: 'The body shows an exception of application code', weight: 'strong' };
  return { says: 'The body is no known template of a proxy or platform', weight: 'weak' };
}

const PHRASE =
  /\b(?:(?:http|status|error|code|server|5\d\d)\b|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|not implemented)/gi;

/** What a program says that could not reach another: an application on its way to a service, or in JSON a gateway that nobody here knows. */
const OF_NETWORK = /\b(?:ECONN\w{3,12}|ENOTFOUND|ETIMEDOUT|connection (?:refused|reset|timed out)|no route to host|i\/o timeout)\b/i;

/** Few words about what stands behind: a gateway that nobody here knows speaks so, and an application of another. */
const OF_GATEWAY = /\b(?:upstream|backend|edge node|gateway|load balancer|proxy|peer)s?\b/i;

/** The body says no more than the status line: any server may have written it. */
function isGeneric(body: string): boolean {
  const text =
    body.length > 4000 ? '…' : body.replace(/<(style|script)\b[^>]{0,200}>[^<]{0,3000}<\/\1>/gi, ' ').replace(/<[^>]{1,200}>/g, ' ');
  return !/[\p{L}\d…]/u.test(text.replace(/&nbsp;/g, ' ').replace(PHRASE, ' '));
}

/** nginx's page, whoever signed it: a program built on nginx wrote it, or one that copies it; no application does. */
const NGINX_LAYOUT = /<center>\s{0,8}<h1>\s{0,8}5\d\d [^<]{3,40}<\/h1>\s{0,8}<\/center>\s{0,8}<hr ?\/?>/i;
const isNginxLayout = (s: Subject): boolean => s.text !== null && s.json === undefined && NGINX_LAYOUT.test(s.text);

/** An HTML page whose end is missing: what is not in it may still have been on the page. XML that is no page has another end. */
const isCutPage = (s: Subject): boolean =>
  s.body !== null && /^<(?:!doctype|html|head|\?xml[^<]{0,200}<(?:!doctype )?html)/.test(s.body) && !s.body.includes('</html');

/**
 * Names what made the status, from the marks, the standard self-reports and the comparison with healthy responses.
 * Where the evidence does not reach, the answer is `unknown` or `possible`; presence on the path never blames.
 */
export function findIssuer(s: Subject, all: readonly Standing[], comparison: Comparison | null, report: ProxyReport | null): Issuer {
  const local = serviceWorker(s);
  if (local !== null) return local;
  const candidates = all.filter((x) => x.level > 0 && !x.pageOnly).sort(byWeight);
  const best = candidates[0];
  const owner =
    best === undefined ? undefined : all.find((x) => x !== best && x.vendor.inside?.includes(best.vendor.id) === true && !x.relayed);
  if (best !== undefined && owner !== undefined && best.level >= 2) {
    const says = `The page is that of ${best.vendor.name}, and ${owner.vendor.name} runs on it: its own pages look so`;
    return issuerOf(owner.vendor, 'likely', [{ says, about: owner.vendor.id, weighs: 'for', where: best.inBody ? 'body' : 'header' }]);
  }
  if (best !== undefined && best.level >= 2) {
    const rival = candidates[1];
    const disputed =
      rival !== undefined &&
      rival.level === best.level &&
      best.level === 3 &&
      Math.abs(rival.vendor.depth - best.vendor.depth) < 2 &&
      rival.vendor.kind !== best.vendor.kind;
    return issuerOf(best.vendor, disputed ? 'likely' : (LEVELS[best.level] ?? 'possible'));
  }
  const named = report?.vendor ?? null;
  if (report !== null && report.error !== null && report.generated !== 'no') {
    if (named !== null) return issuerOf(named, report.generated === 'yes' ? 'likely' : 'possible');
    return { ...UNKNOWN, name: report.name, confidence: 'possible', kind: 'gateway' };
  }
  const foreign = isNginxLayout(s);
  const app = inferApplication(s, all, comparison, foreign || all.some((x) => x.pageOnly));
  if (best !== undefined) {
    // A weak mark of a proxy: the comparison decides, or else the application's own signs.
    if (comparison?.verdict === 'vanished') return issuerOf(best.vendor, 'likely', comparison.evidence);
    if (comparison?.verdict === 'kept' && !foreign) return app ?? application(frameworkOf(all), 'likely', comparison.evidence);
    if (app !== null && app.confidence === 'likely' && (best.vendor.kind !== 'application' || app.id === best.vendor.id)) return app;
    return issuerOf(best.vendor, 'possible');
  }
  return app ?? UNKNOWN;
}

/** The innermost application framework or server that left a mark of its presence on this very response; a weak mark of its error alone is none. */
function frameworkOf(all: readonly Standing[]): Vendor | null {
  const marks = all
    .filter((x) => x.vendor.kind === 'application' && !x.relayed && (x.level > 1 || x.hits.some((h) => !isIssued(h))))
    .sort((a, b) => b.level - a.level || b.vendor.depth - a.vendor.depth);
  return marks[0]?.vendor ?? null;
}

function inferApplication(s: Subject, all: readonly Standing[], comparison: Comparison | null, pageReplaced: boolean): Issuer | null {
  const { status, body } = s.exchange;
  const evidence: Evidence[] = [];
  const framework = frameworkOf(all);
  const gatewayStatus = status === 502 || status === 503 || status === 504;
  /** Numbers above 511 are vendors' own, or an API's. */
  const plain = !gatewayStatus && status <= 511;
  if (pageReplaced) return null;
  if (comparison?.verdict === 'vanished' && gatewayStatus) return null;
  if (comparison?.verdict === 'kept') return application(framework, 'likely', comparison.evidence);
  if (framework !== null) {
    evidence.push({
      says: `This very response carries a mark of ${framework.name}, which a proxy's own error does not`,
      about: framework.id,
      weighs: 'for',
      where: 'header',
    });
    return application(framework, status === 502 || status === 504 || status > 511 ? 'possible' : 'likely', evidence);
  }
  const authored = s.text === null || isGeneric(s.text) ? null : authoredBody(s);
  // What always marks its own errors, and did not mark this one, passed it on: what stands behind it ran.
  const relays = all.filter((x) => x.relayed && x.vendor.kind !== 'application').sort((a, b) => b.vendor.depth - a.vendor.depth)[0];
  const passed =
    relays !== undefined && plain && !all.some((x) => x.level > 0 && x.vendor.depth > relays.vendor.depth) ? relays : undefined;
  // A proxy nobody here knows writes pages too, and nearly every 502 and 504 is a proxy's: there only JSON speaks for code.
  const page = authored !== null && s.json === undefined && authored.weight === 'weak';
  const words = page && gatewayStatus && (body ?? '').length < 200 && OF_GATEWAY.test(body ?? '');
  if (words && appHeaders(s).every((name) => name === 'x-request-id')) return null;
  if (authored !== null && !(page && (isCutPage(s) || (!plain && status !== 503)))) {
    evidence.push({ says: authored.says, about: 'application', weighs: 'for', where: 'body' });
    // Without headers, or with the name of a server that is not known, it may be a gateway's own.
    const own = authored.weight === 'strong' || appHeaders(s).length > 0 || passed !== undefined;
    const relaying = s.json !== undefined && s.text !== null && OF_NETWORK.test(s.text);
    const sure = own && plain && s.hasHeaders && !relaying && strangers(s, all).length === 0;
    return application(null, sure ? 'likely' : 'possible', evidence);
  }
  if (passed !== undefined) {
    evidence.push({
      says: `${passed.vendor.name} marks its own errors, and this one has no such mark: it passed it on`,
      about: 'application',
      weighs: 'for',
      where: 'header',
    });
    return application(null, 'likely', evidence);
  }
  const own = appHeaders(s);
  if (own.length > 0 && status <= 511) {
    evidence.push({
      says: `The response carries \`${own.join('`, `')}\`, which applications set and proxies' own errors lack`,
      about: 'application',
      weighs: 'for',
      where: `header ${own[0]}`,
    });
    return application(null, gatewayStatus || strangers(s, all).length > 0 ? 'possible' : 'likely', evidence);
  }
  if (plain && (s.hasHeaders || body !== null)) {
    evidence.push({
      says: `A ${status} is an application's status unless a proxy says otherwise, and none does`,
      about: 'application',
      weighs: 'for',
      where: 'status',
    });
    return application(null, 'possible', evidence);
  }
  return null;
}

/** A file that was sent as it is, error page of a server or not: its `etag` is none of an application. */
const isFile = compileMatch({ any: [{ header: 'last-modified' }, { etagSize: true }, { etagSize: 'first' }] });
const appHeaders = (s: Subject): string[] =>
  APP_HEADERS.filter(
    (name) => s.headers.has(name) && !(name === 'set-cookie' && !appCookie(s)) && !(name === 'etag' && isFile(s) !== null),
  );

/** Cookies of load balancers and CDNs say nothing about the application. */
const EDGE_COOKIE =
  /^(?:awsalb|awselb|__cf|cf_|arraffinity|applicationgatewayaffinity|incap_ses|visid_incap|nlbi_|bigip|ts[0-9a-f]{6}|ak_bmsc|bm_|_abck|serverid|srv_id|route|sucuri|nsc_|ns_af|citrix_ns_id|barra_|bni_|bnes_|__ddg|qrator_)/i;
const appCookie = (s: Subject): boolean => (s.headers.get('set-cookie') ?? []).some((c) => !EDGE_COOKIE.test(c));

/** Evidence sentences of all marks that hold. */
export function markEvidence(all: readonly Standing[]): readonly Evidence[] {
  return all.flatMap((x) =>
    x.hits.map(
      (hit): Evidence => ({
        says: saysOf(hit),
        about: x.vendor.id,
        weighs: !isIssued(hit) ? 'path' : hit.mark.strength === 'against' ? 'against' : 'for',
        where: hit.where,
      }),
    ),
  );
}
