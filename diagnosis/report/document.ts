import { cap } from './marks';
import type { Redactor } from './redact';

/** A stretch of text. Strings are plain: whoever renders them escapes them. */
export type Inline = string | { readonly code: string } | { readonly strong: string };
export type Line = readonly Inline[];

/** A report without a format. No secret is in it any more, and no control character. */
export type Block =
  | { readonly is: 'heading'; readonly level: 3 | 4; readonly text: Line }
  /** Lines that begin with a label. */
  | { readonly is: 'facts'; readonly facts: readonly (readonly [label: string, text: Line])[] }
  | { readonly is: 'list'; readonly label: string; readonly items: readonly Line[] }
  | { readonly is: 'tasks'; readonly label: string; readonly items: readonly { readonly done: boolean; readonly text: Line }[] }
  | { readonly is: 'quote'; readonly text: Line }
  | { readonly is: 'code'; readonly label: string; readonly text: string; readonly language: string }
  /** Folded where the format can fold. */
  | { readonly is: 'details'; readonly label: string; readonly blocks: readonly Block[] };

/** Control characters, and marks that turn or hide text. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
/** The same, without line ends and tabs. */
const IN_BLOCK = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** One line of visible text. */
export const oneLine = (s: string): string => s.replace(INVISIBLE, ' ').trim();
/** Lines of visible text. */
export const lines = (s: string): string => s.replace(/\r\n?/g, '\n').replace(IN_BLOCK, ' ');

/** A code span. */
export const code = (s: string): Inline => ({ code: oneLine(s) });

/** A sentence of ours: what stands in back-ticks is code. Secrets that it quotes go. */
export const sentence = (s: string, r: Redactor): Line =>
  r
    .text(s)
    .split('`')
    .map((part, i) => (i % 2 === 1 ? code(part) : part.replace(INVISIBLE, ' ')))
    .filter((x) => x !== '');

/** Nothing in it that any format could take for markup, a mention or a link. */
const HARMLESS = /^[\p{L}\p{N} ./,()-]+$/u;
/** Text from the wire: plain words as they are, anything else as code, where it can do nothing. */
export const wire = (s: string, r: Redactor): Inline => {
  const { text, cut } = cap(oneLine(r.text(s)), 160);
  const shown = cut > 0 ? `${text}…` : text;
  return HARMLESS.test(shown) && !/\bwww\.|\w\/\/|\d\.\s/i.test(shown) ? shown : code(shown);
};

/** A line as plain text, without marks for code. */
export const plainLine = (line: Line): string => line.map((x) => (typeof x === 'string' ? x : 'code' in x ? x.code : x.strong)).join('');
