import type { Hop } from '../types';
import { curlCommand, type Shell } from './curl';
import { type Block, oneLine } from './document';
import type { Span } from './find';
import { har } from './har';
import { jira } from './jira';
import { json } from './json';
import { markdown } from './markdown';
import { createMarks, type Preview } from './marks';
import { createRedactor, type Redactor, redactText } from './redact';
import { slack } from './slack';
import { type Context, pathInline, report, titleText } from './summary';
import { plainText } from './text';
import type { ReportInput, ReportKnowledge, ReportOptions } from './types';

export type { JsonFailure, JsonReport } from './json';
export type { Mark, Preview } from './marks';
export { type Carrier, HIDDEN, type Piece, redactBody, redactHeaders, redactions, redactText, redactUrl, type SecretKind } from './redact';
export type { ReportInput, ReportKnowledge, ReportOptions } from './types';

/** One way to write a report. */
export interface Format {
  readonly id: 'markdown' | 'jira' | 'slack' | 'text' | 'json' | 'har' | 'curl' | 'powershell';
  readonly name: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** The report of one failure, a selection, a group or a session. Only what is known; secrets replaced. '' for no input. */
  render(inputs: readonly ReportInput[], options?: ReportOptions): string;
  /** The same text, with every redaction marked: what a person looks at before it leaves. */
  preview(inputs: readonly ReportInput[], options?: ReportOptions): Preview;
}

/** Commands of one paste; more would hit a server that is down already. */
const CURLS_MAX = 20;

/** `Browser → Cloudflare (passed on) → **nginx (issued)** ✕ Backend (no valid answer)`; without the asterisks unless `emphasize`. */
export const pathLine = (path: readonly Hop[], emphasize = true): string =>
  pathInline(path, redactText)
    .map((x) => (typeof x === 'string' ? x : 'strong' in x ? (emphasize ? `**${x.strong}**` : x.strong) : x.code))
    .join('');

/** First line of a report: fit for an issue tracker's title. */
export const title = (input: ReportInput): string => oneLine(titleText(input, createRedactor({}, input.exchange)));

function commands(inputs: readonly ReportInput[], c: Context, shell: Shell): string {
  const made = inputs.slice(0, CURLS_MAX).flatMap((i) => curlCommand(i.exchange, shell, 'plain', c.redactorFor(i), c.marks.put) ?? []);
  const cut = inputs.length - CURLS_MAX;
  return made.length === 0 ? '' : `${made.join('\n\n')}\n${cut > 0 ? `\n# Cut: ${cut} more requests\n` : ''}`;
}

/** The formats, over what is known of support desks and log queries. */
export function createFormats(knowledge: ReportKnowledge): readonly Format[] {
  const format = (
    about: Pick<Format, 'id' | 'name' | 'extension' | 'mediaType'>,
    write: (inputs: readonly ReportInput[], c: Context, options: ReportOptions) => string,
  ): Format => {
    const preview = (inputs: readonly ReportInput[], options: ReportOptions = {}): Preview => {
      const marks = createMarks();
      const memory = new Map<string, readonly Span[]>();
      const redactors = new Map<ReportInput, Redactor>();
      const redactorFor = (input: ReportInput): Redactor => {
        let r = redactors.get(input);
        if (r === undefined) {
          const ids = input.diagnosis.ids.map((id) => id.value);
          r = createRedactor({ ...options, memory, mark: (p) => marks.put(p) }, input.exchange, ids);
          redactors.set(input, r);
        }
        return r;
      };
      return marks.finish(inputs.length === 0 ? '' : write(inputs, { knowledge, marks, redactorFor }, options));
    };
    return { ...about, preview, render: (inputs, options) => preview(inputs, options).text };
  };
  const document = (about: Parameters<typeof format>[0], render: (blocks: readonly Block[]) => string, folds: boolean): Format =>
    format(about, (inputs, c) => render(report(inputs, c, { folds })));
  return [
    document({ id: 'markdown', name: 'Markdown', extension: 'md', mediaType: 'text/markdown' }, markdown, true),
    document({ id: 'jira', name: 'Jira', extension: 'txt', mediaType: 'text/plain' }, jira, false),
    document({ id: 'slack', name: 'Slack', extension: 'txt', mediaType: 'text/plain' }, slack, false),
    document({ id: 'text', name: 'Plain text', extension: 'txt', mediaType: 'text/plain' }, plainText, false),
    format({ id: 'json', name: 'JSON', extension: 'json', mediaType: 'application/json' }, json),
    format({ id: 'har', name: 'HAR', extension: 'har', mediaType: 'application/json' }, har),
    format({ id: 'curl', name: 'curl', extension: 'sh', mediaType: 'text/plain' }, (inputs, c) => commands(inputs, c, 'posix')),
    format({ id: 'powershell', name: 'PowerShell', extension: 'ps1', mediaType: 'text/plain' }, (inputs, c) =>
      commands(inputs, c, 'powershell'),
    ),
  ];
}
