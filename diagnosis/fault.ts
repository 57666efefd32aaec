import { waitOf } from './history';
import type { Issuer } from './issuer';
import { compileMatch, jsonAt, type Matcher, type Subject } from './match';
import { PROXY_ERROR_FACTS, type ProxyReport } from './standards';
import type { Code, Confidence, Fault, LimitMatch, Role, SelfReport, Timeout, Vendor } from './types';

/** Who failed and how, with the row of the issuer's own table that said so. */
export interface Finding {
  readonly role: Role;
  readonly roleConfidence: Confidence;
  readonly fault: Fault;
  readonly faultConfidence: Confidence;
  readonly candidates: readonly Fault[];
  readonly row: Code | null;
  /** The vendor's own code as found. */
  readonly code: string | null;
  readonly limit: LimitMatch | null;
  /** The limit chose the fault, against the table's row: its own sentence, or null where it has none. undefined: it did not. */
  readonly timed?: string | null;
}

const ORDER: readonly Confidence[] = ['unknown', 'possible', 'likely', 'certain'];
const rank = (c: Confidence): number => ORDER.indexOf(c);
const least = (a: Confidence, b: Confidence): Confidence => (rank(a) < rank(b) ? a : b);

/** The vendor's own error code on this response, or null. */
export function selfReported(s: Subject, rules: readonly SelfReport[] | undefined): string | null {
  for (const rule of rules ?? []) {
    if ('header' in rule) {
      for (const value of s.headers.get(rule.header) ?? []) {
        const m = rule.matches === undefined ? [value, value] : rule.matches.exec(value);
        if (m !== null) return (m[1] ?? m[0] ?? '').trim();
      }
    } else if ('reason' in rule) {
      const m = rule.reason.exec(s.exchange.reason);
      if (m !== null) return (m[1] ?? m[0]).trim();
    } else if ('json' in rule) {
      const value = s.json === undefined ? undefined : jsonAt(s.json, rule.json);
      if (value !== undefined) return value;
    } else if (s.text !== null && s.body?.includes(rule.near.toLowerCase())) {
      const m = rule.body.exec(s.text);
      if (m !== null) return (m[1] ?? m[0]).trim();
    }
  }
  return null;
}

const matchers = new WeakMap<Code, Matcher>();
function holds(row: Code, s: Subject): boolean {
  if (row.status !== undefined && !(typeof row.status === 'number' ? [row.status] : row.status).includes(s.exchange.status)) return false;
  if (row.when === undefined) return true;
  let matcher = matchers.get(row);
  if (matcher === undefined) {
    matcher = compileMatch(row.when);
    matchers.set(row, matcher);
  }
  return matcher(s) !== null;
}

/** Length of the row's code that the token starts with; 0 when none does. */
function codeFits(row: Code, token: string): number {
  let longest = 0;
  for (const code of typeof row.code === 'string' ? [row.code] : (row.code ?? [])) {
    const next = token.charAt(code.length);
    const whole = next === '' || !/[a-z0-9]/i.test(next) || !/[a-z0-9]$/i.test(code);
    if (token.toLowerCase().startsWith(code.toLowerCase()) && whole && code.length > longest) longest = code.length;
  }
  return longest;
}

function rowOf(vendor: Vendor, s: Subject, token: string | null): { row: Code | null; byCode: boolean } {
  if (token !== null) {
    let best: Code | null = null;
    let length = 0;
    for (const row of vendor.codes) {
      const fits = row.code === undefined ? 0 : codeFits(row, token);
      if (fits > length && holds(row, s)) {
        best = row;
        length = fits;
      }
    }
    if (best !== null) return { row: best, byCode: true };
  }
  return { row: vendor.codes.find((row) => row.code === undefined && holds(row, s)) ?? null, byCode: false };
}

const isBare = (row: Code): boolean => row.code === undefined && row.when === undefined;

/** What the table of an application's framework says of any failure: its row without a status, or that of a 500, which is then only possible. */
function anyRowOf(vendor: Vendor): Code | null {
  const general = vendor.codes.find((row) => isBare(row) && row.status === undefined);
  const of500 = vendor.codes.find((row) => isBare(row) && row.status === 500);
  return general ?? (of500 === undefined ? null : { ...of500, confidence: 'possible' });
}

/** A response that can mean something else too is never certain, however clear its words. */
const rowConfidence = (row: Code): Confidence => (row.confidence === 'certain' && (row.also ?? []).length > 0 ? 'likely' : row.confidence);

/** How far over a limit a wait may be: the round trip and what a loaded server adds. */
const SLACK_MS = 1500;

/** The documented limit that the waiting time fits, one-sided: never below it. null: none. */
export function limitOf(vendor: Vendor, s: Subject): { readonly timeout: Timeout; readonly limit: LimitMatch } | null {
  const wait = waitOf(s.exchange);
  if (wait === null) return null;
  for (const timeout of vendor.timeouts) {
    if (!timeout.status.includes(s.exchange.status)) continue;
    for (const times of timeout.times ?? [1]) {
      const from = timeout.ms * times;
      const to = (timeout.toMs ?? timeout.ms) * times + SLACK_MS;
      if (wait >= from - 5 && wait <= to)
        return { timeout, limit: { ms: from, name: `${vendor.name} ${timeout.name}${times > 1 ? `, ${times} times` : ''}` } };
    }
  }
  return null;
}

/** Failures that are not timeouts are fast: a wait of at least this long, ending just after a whole second, is a limit that somebody set. */
const CONFIGURED_MS = 1000;
const ROUND_TRIP_MS = 60;
type TimeoutFault = 'connection_read_timeout' | 'http_response_timeout' | 'connection_timeout';
const isTimeout = (f: Fault): f is TimeoutFault =>
  f === 'connection_read_timeout' || f === 'http_response_timeout' || f === 'connection_timeout';

/** The timeout among what a row can mean, when the wait is a round number of seconds as configured limits are. null: neither. */
function configuredLimit(row: Code, s: Subject): { readonly fault: TimeoutFault; readonly limit: LimitMatch } | null {
  const wait = waitOf(s.exchange);
  const fault = isTimeout(row.fault) ? undefined : row.also?.find(isTimeout);
  if (wait === null || fault === undefined || wait < CONFIGURED_MS) return null;
  // Exactly whole: somebody rounded it.
  if (wait % 1000 === 0 || wait % 1000 > ROUND_TRIP_MS) return null;
  const ms = wait - (wait % 1000);
  return { fault, limit: { ms, name: `a limit of ${ms / 1000} s fits, a round number as people configure them` } };
}

/** An application's own words come before its framework's row for the bare status, that before what the status says of any application. */
function ownRow(s: Subject, vendor: Vendor | null, found: Code | null, ownErrors: readonly Code[]): Code | null {
  const words = ownErrors.find((row) => row.when !== undefined && holds(row, s));
  if (words !== undefined) return words;
  if (vendor === null || (found !== null && found.status !== undefined)) return found;
  const any = anyRowOf(vendor);
  if (any?.role !== 'application' || any.fault !== 'application_error') return found;
  const bare = ownErrors.find((row) => row.when === undefined && holds(row, s));
  return bare === undefined ? any : { ...bare, look: any.look };
}

/** Reads the issuer's own table, then its time limits, then what the standards report. Never surer than the issuer is. */
export function findFault(
  s: Subject,
  issuer: Issuer,
  report: ProxyReport | null,
  pageReplaced: boolean,
  ownErrors: readonly Code[],
): Finding {
  const none: Finding = {
    role: 'unknown',
    roleConfidence: 'unknown',
    fault: 'unknown',
    faultConfidence: 'unknown',
    candidates: [],
    row: null,
    code: null,
    limit: null,
  };
  const cap = (c: Confidence): Confidence => least(c, issuer.confidence);
  if (issuer.kind === 'client' && issuer.vendor === null) {
    return {
      ...none,
      role: 'client',
      roleConfidence: issuer.confidence,
      fault: 'proxy_internal_response',
      faultConfidence: 'possible',
      candidates: ['destination_unavailable', 'dns_error', 'connection_refused'],
    };
  }
  const { vendor } = issuer;
  const code = vendor === null ? null : selfReported(s, vendor.selfReport);
  const found = vendor === null ? { row: null, byCode: false } : rowOf(vendor, s, code);
  const row =
    issuer.kind === 'application' && (found.row === null || isBare(found.row)) ? ownRow(s, vendor, found.row, ownErrors) : found.row;
  if (row !== null) {
    const sure = rowConfidence(row);
    const timed = sure === 'certain' || vendor === null ? null : limitOf(vendor, s);
    if (timed !== null) {
      const fault = timed.timeout.fault;
      const candidates = [row.fault, ...(row.also ?? [])].filter((f) => f !== fault && f !== 'unknown');
      return {
        role: timed.timeout.role ?? row.role,
        roleConfidence: cap('likely'),
        fault,
        faultConfidence: cap('likely'),
        candidates,
        row,
        code,
        limit: timed.limit,
        ...(fault === row.fault ? {} : { timed: timed.timeout.verdict ?? null }),
      };
    }
    const round = sure === 'certain' || vendor === null || limitOf(vendor, s) !== null ? null : configuredLimit(row, s);
    if (round !== null) {
      const surely = cap(sure === 'unknown' ? 'possible' : sure);
      return {
        role: PROXY_ERROR_FACTS[round.fault].role,
        roleConfidence: surely,
        fault: round.fault,
        faultConfidence: surely,
        candidates: [row.fault, ...(row.also ?? [])].filter((f) => f !== round.fault && f !== 'unknown'),
        row,
        code,
        limit: round.limit,
      };
    }
    const limit = vendor === null ? null : (limitOf(vendor, s)?.limit ?? null);
    const roleSure: Confidence =
      sure === 'certain' && found.byCode ? 'certain' : sure === 'certain' || sure === 'likely' ? 'likely' : 'possible';
    return {
      role: row.role,
      roleConfidence: row.role === 'unknown' ? 'unknown' : cap(roleSure),
      fault: row.fault,
      faultConfidence: row.fault === 'unknown' ? 'unknown' : cap(sure),
      candidates: (row.also ?? []).filter((f) => f !== row.fault),
      row,
      code,
      limit,
    };
  }
  if (report !== null && report.error !== null && report.generated !== 'no') {
    const { error } = report;
    return { ...none, role: PROXY_ERROR_FACTS[error].role, roleConfidence: 'likely', fault: error, faultConfidence: 'likely', code: error };
  }
  if (issuer.kind === 'application') {
    const { status } = s.exchange;
    // Servers answer 505 to a request line that they cannot read; code hardly ever does.
    const unread = status === 505;
    const gateway = status === 502 || status === 503 || status === 504;
    return {
      ...none,
      role: 'application',
      roleConfidence: issuer.confidence,
      fault: unread ? 'http_request_error' : 'application_error',
      faultConfidence: issuer.confidence,
      candidates: gateway ? ['overloaded', 'maintenance', 'connection_refused'] : unread ? ['application_error'] : [],
      code,
    };
  }
  if (pageReplaced) {
    const late = s.exchange.status === 504;
    return {
      ...none,
      role: 'origin',
      roleConfidence: 'possible',
      fault: late ? 'http_response_timeout' : 'unknown',
      faultConfidence: late ? 'possible' : 'unknown',
      candidates: [
        'connection_refused',
        'connection_terminated',
        'destination_unavailable',
        ...(late ? [] : (['http_response_timeout'] as const)),
        'application_error',
      ],
    };
  }
  // Whoever answered, the body names the system's error of the connection behind it.
  const told = vendor === null ? ownErrors.find((r) => r.role !== 'application' && holds(r, s)) : undefined;
  if (told !== undefined) {
    return {
      ...none,
      role: told.role,
      roleConfidence: 'possible',
      fault: told.fault,
      faultConfidence: 'possible',
      candidates: told.also ?? [],
      row: told,
    };
  }
  return { ...none, ...byStatus(s.exchange.status), code };
}

/** What a status alone suggests: candidates, never a verdict. A dead backend is 500, 502, 503 or 504 depending on the proxy. */
function byStatus(status: number): Pick<Finding, 'candidates' | 'role' | 'roleConfidence'> {
  if (status === 502)
    return {
      role: 'origin',
      roleConfidence: 'possible',
      candidates: ['connection_refused', 'connection_terminated', 'http_protocol_error', 'dns_error', 'tls_protocol_error'],
    };
  if (status === 503)
    return {
      role: 'origin',
      roleConfidence: 'possible',
      candidates: ['destination_unavailable', 'overloaded', 'maintenance', 'connection_refused'],
    };
  if (status === 504)
    return {
      role: 'origin',
      roleConfidence: 'possible',
      candidates: ['http_response_timeout', 'connection_timeout', 'connection_read_timeout'],
    };
  if (status >= 520 && status <= 530)
    return { role: 'edge', roleConfidence: 'possible', candidates: ['http_request_denied', 'connection_refused', 'connection_timeout'] };
  return { role: 'unknown', roleConfidence: 'unknown', candidates: ['application_error', 'proxy_configuration_error'] };
}
