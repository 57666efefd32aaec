import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createHistory,
  type Diagnosis,
  diagnose,
  type Exchange,
  exchangeFromHar,
  type Fault,
  type HarEntry,
  type History,
  type Role,
} from '../diagnosis';

/** A failed response whose issuer is known: from a public thread, from documentation, or measured on a real server. */
export interface Capture {
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly request: { readonly method: string | null; readonly url: string | null; readonly headers: readonly Pair[] };
  readonly response: Response;
  readonly timeMs: number | null;
  readonly ttfbMs?: number | null;
  /** A healthy response of the same host. */
  readonly baseline?: (Omit<Response, 'body' | 'statusText'> & { readonly timeMs: number | null }) | null;
  readonly truth: Truth;
  readonly lab?: { readonly sameSignatureFaults?: readonly string[] };
}
type Pair = readonly [name: string, value: string];
interface Response {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string | null;
  readonly headers: readonly Pair[];
  readonly body: string | null;
}
export interface Truth {
  readonly issuer: string;
  readonly issuerAlso: readonly string[];
  readonly failed: Role;
  readonly failedAlso: readonly Role[];
  readonly fault: Fault;
  readonly faultAlso: readonly Fault[];
  readonly path: readonly string[];
}

const folder = new URL('captures/', import.meta.url).pathname;

/** Every capture of the project, by issuer and id. */
export const captures: readonly Capture[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.json'))
  .sort()
  .map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')) as Capture);

const pairs = (headers: readonly Pair[]) => headers.map(([name, value]) => ({ name, value: String(value) }));

/** A response of a capture as the HAR 1.2 entry that a browser would hand over. */
export function harEntry(c: Capture, r: Response = c.response, timeMs: number | null = c.timeMs): HarEntry {
  const date = Date.parse(r.headers.find(([n]) => n.toLowerCase() === 'date')?.[1] ?? '');
  return {
    startedDateTime: new Date(Number.isNaN(date) ? Date.UTC(2026, 10, 22, 12) : date - (timeMs ?? 0)).toISOString(),
    time: timeMs ?? 0,
    request: { method: c.request.method ?? 'GET', url: c.request.url ?? 'https://www.example.com/', headers: pairs(c.request.headers) },
    response: {
      status: r.status,
      statusText: r.statusText,
      httpVersion: r.httpVersion ?? '',
      headers: pairs(r.headers),
      content: { size: r.body?.length ?? -1 },
    },
    timings: { wait: timeMs === null ? -1 : r === c.response ? (c.ttfbMs ?? timeMs) : timeMs },
  };
}

export const exchangeOf = (c: Capture): Exchange => exchangeFromHar(harEntry(c), c.response.body);

/** Three healthy responses of the same host, where the capture has one. */
export function historyOf(c: Capture): History {
  const history = createHistory();
  if (c.baseline) {
    const healthy = exchangeFromHar(harEntry(c, { ...c.baseline, statusText: 'OK', body: null }, c.baseline.timeMs), null);
    for (let i = 0; i < 3; i++) history.record(healthy);
  }
  return history;
}

export const diagnoseCapture = (c: Capture, withHistory = true): Diagnosis =>
  withHistory ? diagnose(exchangeOf(c), historyOf(c)) : diagnose(exchangeOf(c));

/** Ids that stand for "the application answered", exact or not. */
const APPLICATIONS = new Set(
  'application node express fastify koa hono hapi nextjs django rails laravel symfony flask fastapi gunicorn uvicorn uwsgi daphne waitress aiohttp tornado twisted wsgiref python-http-server puma thin sinatra mojolicious starman spring-boot tomcat jetty aspnet php php-fpm wordpress phoenix go-net-http'.split(
    ' ',
  ),
);
/** RFC 9209 tells "no more data in time" from "no whole response in time"; servers' messages rarely do. */
const READ_TIMEOUTS: readonly Fault[] = ['connection_read_timeout', 'http_response_timeout'];

export interface Verdict {
  readonly issuer: boolean;
  readonly failed: boolean;
  readonly fault: boolean;
  readonly path: boolean;
  readonly exact: boolean;
  readonly invented: boolean;
  readonly wrongAndCertain: boolean;
  readonly overclaim: boolean;
}

/** Holds a diagnosis against the truth. Naming one of several truths that look the same is right; being certain of it is not. */
export function judge(c: Pick<Capture, 'truth' | 'lab'>, d: Diagnosis): Verdict {
  const t = c.truth;
  const twins = (c.lab?.sameSignatureFaults ?? []).map((x) => x.split('/'));
  const withTimeouts = (faults: readonly string[]): readonly string[] =>
    faults.some((f) => READ_TIMEOUTS.includes(f as Fault)) ? [...faults, ...READ_TIMEOUTS] : faults;
  const own = { issuer: [t.issuer, ...t.issuerAlso], fault: withTimeouts([t.fault, ...t.faultAlso]) };
  const issuers = [...own.issuer, ...twins.map((x) => x[0] ?? '')];
  const roles = [t.failed, ...t.failedAlso, ...twins.map((x) => x[1] ?? '')];
  const faults = withTimeouts([...own.fault, ...twins.map((x) => x[2] ?? '')]);
  const isApp = APPLICATIONS.has(d.issuer.id) || d.issuer.kind === 'application';
  const named =
    issuers.includes(d.issuer.id) ||
    (issuers.includes('application') && isApp) ||
    (d.issuer.id === 'application' && issuers.some((id) => APPLICATIONS.has(id)));
  const issuer = t.issuer === 'unknown' ? d.issuer.id === 'unknown' || d.issuer.confidence === 'possible' || named : named;
  const failed = roles.includes(d.failed.role);
  const fault = faults.includes(d.fault.type);
  const truePath = t.path.filter((id) => id !== 'unknown');
  const said = d.path.map((h) => h.id).filter((id) => id !== 'unknown');
  const order = said.filter((id) => truePath.includes(id)).map((id) => truePath.indexOf(id));
  const allowed = new Set([...truePath, ...issuers]);
  return {
    issuer,
    failed,
    fault,
    path: truePath.every((id) => said.includes(id)) && order.every((at, i) => i === 0 || at >= (order[i - 1] ?? 0)),
    exact: d.issuer.id === t.issuer && d.failed.role === t.failed && d.fault.type === t.fault,
    invented: said.some((id) => !allowed.has(id) && !APPLICATIONS.has(id)),
    wrongAndCertain:
      (d.issuer.confidence === 'certain' && !issuer) ||
      (d.failed.confidence === 'certain' && !failed) ||
      (d.fault.confidence === 'certain' && !fault),
    overclaim:
      (d.issuer.confidence === 'certain' && twins.some((x) => !own.issuer.includes(x[0] ?? ''))) ||
      (d.fault.confidence === 'certain' && twins.some((x) => !own.fault.includes(x[2] ?? ''))),
  };
}
