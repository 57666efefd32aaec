import { duration } from './duration';
import type { Finding } from './fault';
import { waitOf } from './history';
import type { Issuer, Standing } from './issuer';
import type { Confidence, Exchange, Fault, FaultInfo, Role, StatusCode } from './types';

/** A verdict's verb carries how sure it is. */
const SPOKEN: Readonly<Record<Confidence, string>> = {
  certain: 'answered',
  likely: 'most likely answered',
  possible: 'may have answered',
  unknown: 'answered',
};

/** Puts the confidence into a sentence that was written for certainty: "answered" becomes "most likely answered". */
export function hedge(sentence: string, confidence: Confidence): string {
  if (confidence === 'certain') return sentence;
  const adverb = confidence === 'likely' ? 'most likely' : 'may have';
  const m = /\b(answered|put|gave up|refused|turned|ended|stopped|blocked|made|could not|failed|crashed|rejected|sent)\b/.exec(sentence);
  if (m === null) return confidence === 'likely' ? `Most likely: ${sentence}` : `Possibly: ${sentence}`;
  const verb = m[1] === 'gave up' && confidence !== 'likely' ? 'given up' : (m[1] ?? '');
  if (m[1] === 'could not' && confidence !== 'likely') return `Possibly: ${sentence}`;
  return `${sentence.slice(0, m.index)}${adverb} ${verb}${sentence.slice(m.index + m[0].length)}`;
}

const relay = (standings: readonly Standing[], issuer: Issuer): string | null => {
  const outer = standings
    .filter((x) => x.vendor.id !== issuer.id && x.vendor.kind !== 'application' && !x.pageOnly)
    .sort((a, b) => b.vendor.depth - a.vendor.depth)[0];
  return outer?.vendor.name ?? null;
};

/** What stands nearer to the browser than a framework runs the application, it is not what the application is written in. */
const FRAMEWORK_DEPTH = 6;

/** The one sentence that a person could say aloud. */
export function verdictOf(e: Exchange, issuer: Issuer, finding: Finding, standings: readonly Standing[]): string {
  const page = standings.find((x) => x.pageOnly);
  if (issuer.id === 'service-worker') return `This page's own service worker made this ${e.status}. No server was asked.`;
  const wait = waitOf(e);
  if (finding.timed !== undefined && finding.timed !== null) return hedge(finding.timed, issuer.confidence);
  if (finding.timed === null && wait !== null && finding.fault.endsWith('_timeout'))
    return hedge(`${issuer.name} gave up after ${duration(wait)}: what stands behind it did not answer in time.`, issuer.confidence);
  if (finding.row?.verdict !== undefined) return hedge(finding.row.verdict, issuer.confidence);
  if (issuer.kind === 'application') {
    const via = relay(standings, issuer);
    const who =
      issuer.vendor === null
        ? 'Your application'
        : issuer.vendor.depth < FRAMEWORK_DEPTH
          ? `Your application (on ${issuer.vendor.name})`
          : `Your ${issuer.vendor.name} application`;
    return `${who} ${SPOKEN[issuer.confidence]} this ${e.status} itself${via === null ? '.' : `; ${via} only passed it on.`}`;
  }
  if (issuer.id === 'unknown') {
    if (page !== undefined)
      return `Something behind ${page.vendor.name} answered ${e.status}; ${page.vendor.name} replaced its page, so which one cannot be told from here.`;
    const via = relay(standings, issuer);
    const hint = via === null ? 'One test tells.' : `${via} is on the path, no more is shown.`;
    return `Who answered this ${e.status} cannot be told from here. ${hint}`;
  }
  const behind =
    finding.role === 'origin' || finding.role === 'link' || finding.role === 'application' ? ' for what stands behind it' : ' itself';
  return `${issuer.name} ${SPOKEN[issuer.confidence]} this ${e.status}${behind}.`;
}

const ROLE: Readonly<Record<Role, string>> = {
  edge: 'The CDN or platform edge itself',
  gateway: 'The gateway itself: its configuration or limits',
  link: 'The connection between the issuer and its next hop',
  origin: 'The backend behind it',
  function: 'The serverless function',
  application: 'The application: its code ran and answered the error',
  client: 'Something on this computer',
  unknown: 'Cannot be told from here',
};

/** Row "Who failed". */
export function whoFailed(issuer: Issuer, finding: Finding): string {
  const { role } = finding;
  if (issuer.vendor !== null && issuer.kind !== 'application') {
    if (role === 'origin') return `The backend behind ${issuer.name}`;
    if (role === 'link') return `The connection from ${issuer.name} to what stands behind it`;
    if (role === 'edge' || role === 'gateway') return `${issuer.name} itself: its configuration or limits`;
  }
  return ROLE[role];
}

/** Row "Likely cause", with the time limit where one fits. */
export function causeOf(e: Exchange, finding: Finding, faults: Readonly<Record<Fault, FaultInfo>>, status: StatusCode | null): string {
  const wait = waitOf(e);
  if (finding.limit !== null && wait !== null && finding.row?.fault !== finding.fault)
    return `${faults[finding.fault].says} It waited ${duration(wait)}: ${finding.limit.name}.`;
  if (finding.row !== null) return finding.row.cause;
  if (finding.fault !== 'unknown') return faults[finding.fault].says;
  return status?.likelyCause ?? faults.unknown.says;
}

/** Row "Where to look first". */
export function lookFirst(issuer: Issuer, finding: Finding, faults: Readonly<Record<Fault, FaultInfo>>, status: StatusCode | null): string {
  if (finding.row !== null) return finding.row.look;
  if (issuer.kind === 'application') return "The application's log at this time: the stack trace is there";
  if (finding.fault !== 'unknown') return faults[finding.fault].look;
  return status?.lookFirst ?? faults.unknown.look;
}
