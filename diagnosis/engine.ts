import { compare, headersOnTheWay } from './compare';
import { type Finding, findFault } from './fault';
import { fillSteps, fillTest } from './fill';
import type { History } from './history';
import { findIds } from './ids';
import { findIssuer, type Issuer, markEvidence, type Standing, standings } from './issuer';
import { indexMarks } from './marks';
import { type Subject, subjectOf } from './match';
import { findNotes } from './notes';
import { findPath } from './path';
import { withRenamed } from './renamed';
import { proxyStatus, standardEvidence } from './standards';
import type { Diagnosis, Evidence, Exchange, Fault, Hop, Knowledge, StepRule, Test } from './types';
import { causeOf, lookFirst, verdictOf, whoFailed } from './words';

/** A diagnosis engine over one body of knowledge. */
export interface Engine {
  /**
   * Who issued this response, who failed, why, and where to look first. Pure: the same exchange and history give the same answer,
   * and it does not matter whether the exchange itself was recorded first. Never throws; what cannot be told is `unknown`.
   */
  diagnose(exchange: Exchange, history?: History): Diagnosis;
}

/** Compiles the knowledge once; `diagnose` then costs microseconds. */
export function createEngine(knowledge: Knowledge): Engine {
  const vendors = knowledge.vendors.map(withRenamed);
  const marks = indexMarks(vendors);
  const onTheWay = headersOnTheWay(vendors);
  const codes = new Map(knowledge.statusCodes.map((c) => [c.status, c]));
  return {
    diagnose(exchange, history) {
      const s = subjectOf(exchange);
      const all = standings(s, marks.collect(s));
      const comparison = compare(s, history, onTheWay);
      const report = proxyStatus(s, vendors);
      const issuer = findIssuer(s, all, comparison, report);
      const replaced = issuer.id === 'unknown' && all.some((x) => x.pageOnly);
      const finding = findFault(s, issuer, report, replaced, knowledge.ownErrors);
      const status = codes.get(exchange.status) ?? null;
      const present = [...all].sort((a, b) => Number(b.vendor.id === issuer.id) - Number(a.vendor.id === issuer.id)).map((x) => x.vendor);
      const generic: readonly StepRule[] =
        finding.fault === 'unknown' ? (status?.steps ?? []).map((text) => ({ text })) : knowledge.faults[finding.fault].steps;
      const rules = finding.row?.steps ?? (issuer.vendor !== null && issuer.vendor.steps.length > 0 ? issuer.vendor.steps : generic);
      const evidence = dedupe([
        ...markEvidence(ranked(all, issuer)),
        ...(report?.evidence ?? []),
        ...standardEvidence(s),
        ...issuer.evidence,
        ...(comparison?.evidence ?? []).map((e) => turned(e, issuer)),
      ]);
      return {
        issuer: { id: issuer.id, name: issuer.name, kind: issuer.kind, confidence: evidence.length === 0 ? 'unknown' : issuer.confidence },
        failed: { role: finding.role, confidence: finding.roleConfidence },
        fault: { type: finding.fault, confidence: finding.faultConfidence, candidates: finding.candidates },
        path: withFailed(findPath(s, all, issuer), issuer, finding, comparison?.behind ?? null),
        evidence,
        verdict: verdictOf(exchange, issuer, finding, all),
        whoFailed: whoFailed(issuer, finding),
        cause: causeOf(exchange, finding, knowledge.faults, status),
        lookFirst: lookFirst(issuer, finding, knowledge.faults, status),
        steps: fillSteps(rules, exchange, finding.code),
        ids: findIds(exchange, present),
        notes: findNotes(s, issuer, all),
        test: testFor(s, issuer, all, finding.code),
        limit: finding.limit,
        code: finding.code,
        statusPage: issuer.vendor?.statusPage ?? null,
        docs: issuer.vendor?.docs ?? status?.source ?? null,
      };
    },
  };
}

/** The issuer's evidence first, then the others from the inside out. */
const ranked = (all: readonly Standing[], issuer: Issuer): readonly Standing[] =>
  [...all].sort(
    (a, b) => Number(b.vendor.id === issuer.id) - Number(a.vendor.id === issuer.id) || b.level - a.level || b.vendor.depth - a.vendor.depth,
  );

/** What speaks against the application speaks for whoever else answered, and the reverse: the reader holds it against the verdict. */
function turned(e: Evidence, issuer: Issuer): Evidence {
  if (e.about !== 'application' || issuer.kind === 'application') return e;
  const weighs = e.weighs === 'against' ? 'for' : e.weighs === 'for' ? 'against' : e.weighs;
  return { ...e, weighs, about: issuer.id === 'unknown' ? e.about : issuer.id };
}

function dedupe(list: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return list.filter((e) => !seen.has(e.says) && seen.add(e.says));
}

const FAILED: Readonly<Partial<Record<Diagnosis['failed']['role'], string>>> = {
  origin: 'Backend',
  function: 'Function',
  link: 'Next hop',
  application: 'Application',
};

/** Faults of the issuer's own making: with them its `origin` is the issuer itself (a store, a platform), and nothing behind it failed. */
const OWN_FAULTS: ReadonlySet<Fault> = new Set(['application_error', 'proxy_internal_error', 'proxy_internal_response', 'quota_exceeded']);

/** What failed without a mark of its own is the last hop: after the issuer, since it never answered. Healthy responses may name it. */
function withFailed(path: readonly Hop[], issuer: Issuer, finding: Finding, behind: string | null): readonly Hop[] {
  const name = FAILED[finding.role];
  if (name === undefined || path.length === 0 || path.at(-1)?.kind === 'application') return path;
  const itself =
    (finding.role === 'origin' && OWN_FAULTS.has(finding.fault)) || (finding.role === 'function' && issuer.kind === 'function');
  if (issuer.id !== 'unknown' && itself) return path;
  const evidence = behind === null ? 'Gave no valid answer, so it left no mark' : `Healthy responses say \`server: ${behind}\``;
  return [...path, { id: 'unknown', name: behind ?? name, kind: 'unknown', part: 'failed', evidence }];
}

/** The test that separates the two leading explanations: the outermost vendor's own where it has one, or else the reason phrase, or the application asked directly. */
function testFor(s: Subject, issuer: Issuer, all: readonly Standing[], code: string | null): Test | null {
  if (issuer.confidence === 'certain' && issuer.vendor?.test === undefined) return null;
  const own = fillTest(issuer.vendor?.test, s.exchange, code);
  if (own !== null) return own;
  for (const x of [...all].sort((a, b) => a.vendor.depth - b.vendor.depth)) {
    const test = fillTest(x.vendor.test, s.exchange, code);
    if (test !== null) return test;
  }
  if (issuer.confidence === 'certain') return null;
  return fillTest(s.exchange.reason === '' ? PHRASE_TEST : DIRECT_TEST, s.exchange, code);
}

/** HTTP/2 and 3 have no reason phrase. */
const PHRASE_TEST: Test = {
  text: 'Ask again over HTTP/1.1, where the reason phrase and the raw headers show who wrote the answer.',
  command: 'curl --http1.1 -sv -o /dev/null {url}',
  outcomes: [
    {
      result: 'The status line reads like a server’s own phrase (`Gateway Time-out`, `Proxy Error`, `Backend fetch failed`)',
      means: 'that proxy wrote the answer',
    },
    { result: 'It carries the application’s own headers', means: 'the application answered; read its log at this time' },
    { result: 'It answers 200', means: 'the failure comes and goes: repeat ten times and count' },
  ],
};

/** The phrase is there and has told nothing. */
const DIRECT_TEST: Test = {
  text: 'Ask the application directly, past everything that stands before it; BACKEND is its address and port.',
  command: 'curl -sv -o /dev/null -H host:{host} "http://$BACKEND"{path}',
  outcomes: [
    { result: 'The same status', means: 'the application answered it; read its log at this time' },
    { result: 'It answers 200', means: 'what stands before it made the status, or the failure comes and goes: repeat ten times and count' },
    { result: 'No connection', means: 'the application is down, or listens elsewhere: what stands before it answered' },
  ],
};
