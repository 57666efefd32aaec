import type { Mark, Preview } from '../diagnosis';

/** A part of a report as its preview shows it: text, or a secret that is hidden or was left in. */
export type Part = { readonly text: string } | Secret;

/** A secret in a report. */
export interface Secret extends Pick<Mark, 'kind' | 'secret'> {
  /** What stands there. */
  readonly text: string;
  readonly hidden: boolean;
}

/** More than this is not drawn at once; all of it is copied. */
export const SHOWN_MAX = 100_000;
/** Shorter ones would be found where they are none. */
const FOUND_MIN = 4;

/** The same secret as other formats mark it: a command takes all cookies of a header as one. */
const forms = ({ kind, secret }: Pick<Mark, 'kind' | 'secret'>): readonly string[] =>
  kind === 'cookie' && secret.includes('=')
    ? [secret, ...secret.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).trim())].filter((s) => s !== '')
    : [secret];

/** What `ReportOptions.keep` must hold to leave these in. */
export const kept = (left: readonly Pick<Mark, 'kind' | 'secret'>[]): readonly string[] => left.flatMap(forms);

/** How many different secrets a report hides. */
export const secretsIn = ({ marks }: Preview): number => new Set(marks.map((m) => m.secret).filter((s) => s !== '')).size;

/** The first SHOWN_MAX characters in parts: what is hidden, and those of `left` where the report has them as they stand. */
export function parts({ text, marks }: Preview, left: readonly Pick<Mark, 'kind' | 'secret'>[]): readonly Part[] {
  const out: Part[] = [];
  const wanted = left
    .flatMap((mark) => forms(mark).map((form) => ({ mark, form })))
    .filter(({ form }) => form.length >= FOUND_MIN)
    .sort((a, b) => b.form.length - a.form.length);
  const plain = (from: number, to: number): void => {
    let at = from;
    while (at < to) {
      let next: { readonly start: number; readonly found: (typeof wanted)[number] } | null = null;
      for (const found of wanted) {
        const start = text.indexOf(found.form, at);
        if (start >= 0 && start + found.form.length <= to && (next === null || start < next.start)) next = { start, found };
      }
      if (next === null) break;
      const { start, found } = next;
      if (start > at) out.push({ text: text.slice(at, start) });
      out.push({ text: found.form, kind: found.mark.kind, secret: found.mark.secret, hidden: false });
      at = start + found.form.length;
    }
    if (at < to) out.push({ text: text.slice(at, to) });
  };
  let at = 0;
  const end = Math.min(text.length, SHOWN_MAX);
  for (const mark of marks) {
    if (mark.end > end) break;
    // A place for what the reader fills in hides nothing.
    if (mark.secret === '') continue;
    plain(at, mark.start);
    out.push({ text: text.slice(mark.start, mark.end), kind: mark.kind, secret: mark.secret, hidden: true });
    at = mark.end;
  }
  plain(at, end);
  return out;
}
