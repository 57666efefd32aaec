import { duration, isoSeconds } from '../fill';
import { waitOf } from '../history';
import type { Diagnosis, Exchange, HeaderField, Hop } from '../types';
import { redactBody, redactHeaders, redactText, redactUrl } from './redact';

export { HIDDEN, redactBody, redactHeaders, redactText, redactUrl } from './redact';

/** All that a report may say. Times are epoch milliseconds; nothing is read from a clock here. */
export interface ReportInput {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Sentences about what else failed. */
  readonly scope?: readonly string[];
  /** Minutes that local time is ahead of UTC. */
  readonly localOffsetMinutes?: number;
}

const BODY_MAX = 1500;

/** Text from the wire inside Markdown: one line, and nothing that could mention, link, format or open HTML. */
const md = (s: string): string =>
  s
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/([\\*_{}[\]<>#|~!])/g, '\\$1')
    .replaceAll('`', "'")
    .replace(/@(?=\w)/g, '@\u200b');

/** A code span; back-ticks inside would end it. */
const code = (s: string): string =>
  `\`${s.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').replaceAll('`', "'")}\``;
/** A sentence of ours, code spans kept; only what lies outside them is escaped where it could format. */
const sentence = (s: string): string =>
  s
    .split('`')
    .map((part, i) => (i % 2 === 1 ? code(redactText(part)) : part.replace(/[<>|]/g, '\\$&').replace(/@(?=\w)/g, '@\u200b')))
    .join('');

/** A fenced block that the text cannot close. */
function fence(text: string, info = ''): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((n, run) => Math.max(n, run.length), 2);
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${info}\n${text}\n${ticks}`;
}

const PART: Readonly<Record<Hop['part'], string>> = {
  relayed: 'passed on',
  issued: 'issued',
  'wrote-page': 'replaced the page',
  failed: 'no valid answer',
};

/** `Browser → Cloudflare (passed on) → **nginx (issued)** ✕ Backend (no valid answer)` */
export function pathLine(path: readonly Hop[], emphasize = true): string {
  return path.reduce((line, hop) => {
    const name = `${md(hop.name)}${hop.version === undefined ? '' : ` ${md(hop.version)}`} (${PART[hop.part]})`;
    return `${line} ${hop.part === 'failed' ? '✕' : '→'} ${hop.part === 'issued' && emphasize ? `**${name}**` : name}`;
  }, 'Browser');
}

const local = (ms: number, offset: number): string => new Date(ms + offset * 60_000).toISOString().slice(11, 19);

/** First line: fit for an issue tracker. */
export function title({ exchange: e, diagnosis: d }: ReportInput): string {
  const who =
    d.issuer.id === 'unknown' ? 'issuer unknown' : `${d.issuer.name}${d.issuer.confidence === 'certain' ? '' : ' most likely'} answered`;
  return `${e.status} on ${e.method} ${redactText(e.path) || '/'}: ${d.issuer.confidence === 'possible' ? who.replace('most likely', 'may have') : who} (${e.host})`;
}

const headerLines = (list: readonly HeaderField[]): string =>
  redactHeaders(list)
    .map((h) => `${h.name}: ${h.value}`)
    .join('\n');

/**
 * The triage summary in GitHub-flavoured Markdown: only what is known, no empty headings. Secrets are replaced everywhere;
 * request and trace ids stay. Text from the wire can neither format, mention nor close a block.
 */
export function triageSummary(input: ReportInput): string {
  const { exchange: e, diagnosis: d, scope = [], localOffsetMinutes } = input;
  const wait = waitOf(e);
  const out: string[] = [`### ${md(title(input))}`, ''];
  if (e.startedAt !== null) {
    const inLocal =
      localOffsetMinutes === undefined || localOffsetMinutes === 0 ? '' : ` (${local(e.startedAt, localOffsetMinutes)} local)`;
    out.push(
      `**When** ${isoSeconds(e.startedAt).replace('T', ' ').replace('Z', ' UTC')}${inLocal}${wait === null ? '' : ` · answered after ${duration(wait)}`}`,
    );
  }
  out.push(
    `**Request** ${code(`${e.method} ${redactUrl(e.url)}`)}${e.httpVersion === '' ? '' : ` · ${e.httpVersion}`}${e.serverAddress === null ? '' : ` · from ${e.serverAddress}`}`,
  );
  out.push(
    `**Verdict** ${sentence(d.verdict)} Issued by ${md(d.issuer.name)} (${d.issuer.confidence}); failed: ${sentence(d.whoFailed)} (${d.failed.confidence})`,
  );
  out.push(`**Cause** ${sentence(d.cause)}${d.fault.type === 'unknown' ? '' : ` ${code(d.fault.type)} (${d.fault.confidence})`}`);
  if (d.path.length > 0) out.push(`**Path** ${pathLine(d.path)}`);
  if (scope.length > 0) out.push(`**Scope** ${scope.map(sentence).join('. ')}.`);
  if (d.evidence.length > 0) {
    const word = { for: 'for', against: 'against', path: 'path only' };
    out.push('', '**Why**', ...d.evidence.map((x) => `- ${word[x.weighs]}: ${sentence(x.says)}`));
  }
  if (d.notes.length > 0) out.push('', ...d.notes.map((n) => `> ${sentence(n.title)} ${sentence(n.text)}`));
  out.push('', `**Look first** ${sentence(d.lookFirst)}`);
  if (d.steps.length > 0) {
    out.push(
      '',
      '**Next steps**',
      ...d.steps.map((s) => `- [ ] ${sentence(s.text)}${s.command === undefined ? '' : ` ${code(s.command)}`}`),
    );
  }
  if (d.test !== null) {
    out.push(
      '',
      `**The test that tells** ${sentence(d.test.text)}${d.test.command === undefined ? '' : ` ${code(redactText(d.test.command))}`}`,
      ...d.test.outcomes.map((o) => `- ${sentence(o.result)}: ${sentence(o.means)}`),
    );
  }
  if (d.ids.length > 0)
    out.push(
      '',
      '**Ids**',
      ...d.ids.map(
        (id) => `- ${md(id.name)} ${code(id.value)}${id.decoded === undefined ? '' : ` (${md(id.decoded)})`}: ${sentence(id.lookup)}`,
      ),
    );
  const body = e.body === null ? '' : redactBody(e.body);
  const raw = [
    `${e.method} ${redactUrl(e.url)}`,
    headerLines(e.requestHeaders),
    '',
    `${e.status}${e.reason === '' ? '' : ` ${e.reason}`}`,
    headerLines(e.responseHeaders),
    ...(body === ''
      ? []
      : ['', body.length > BODY_MAX ? `${body.slice(0, BODY_MAX)}\n[cut: ${body.length - BODY_MAX} more characters]` : body]),
  ].filter((line, i) => line !== '' || i === 2 || i > 4);
  out.push(
    '',
    '<details><summary>Request and response</summary>',
    '',
    fence(raw.join('\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' '), 'http'),
    '',
    '</details>',
    '',
  );
  return out.join('\n');
}
