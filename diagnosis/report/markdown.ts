import type { Block, Inline, Line } from './document';

/** Not seen, and it keeps `@name` and `#12` from becoming mentions: GitHub links them after the Markdown is read, escaped or not. */
const BREAK = '\u200b';

/** Outside code: nothing may format, link, mention, refer or open HTML. A mark of ours (U+E000) begins with a bracket. */
const text = (s: string): string =>
  s
    .replace(/[\\*[\]<>|~`$&\ue000]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/([#!@%^])(?=[\w-])/g, `$1${BREAK}`)
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, `${BREAK}$&`);

/** Length of the longest run of back-ticks, at least `least`. */
const longestRun = (s: string, least: number): number => (s.match(/`+/g) ?? []).reduce((n, run) => Math.max(n, run.length), least);

/** A code span that its text cannot end (CommonMark section 6.1). */
const span = (s: string): string => {
  const ticks = '`'.repeat(longestRun(s, 0) + 1);
  return s === '' ? '` `' : /^[` ]|[` ]$/.test(s) ? `${ticks} ${s} ${ticks}` : `${ticks}${s}${ticks}`;
};
const inline = (x: Inline): string => (typeof x === 'string' ? text(x) : 'code' in x ? span(x.code) : `**${text(x.strong)}**`);
const line = (l: Line): string => l.map(inline).join('');
/** A line that begins like a list, a heading or a quote is none. */
const item = (l: Line): string =>
  line(l).replace(/^(\s*)([-+#>=]|\d+(?=[.)]))/, (_, s: string, c: string) => (/\d/.test(c) ? `${s}${c}${BREAK}` : `${s}\\${c}`));

/** A fenced block that its text cannot close (CommonMark section 4.5). */
function fence(content: string, info: string): string {
  const ticks = '`'.repeat(longestRun(content, 2) + 1);
  return `${ticks}${info}\n${content}\n${ticks}`;
}

function block(b: Block): string {
  switch (b.is) {
    case 'heading':
      return `${'#'.repeat(b.level)} ${line(b.text)}`;
    case 'facts':
      // Two blanks at the end of a line break it, also where a line end alone does not.
      return b.facts.map(([label, l]) => `**${label}** ${line(l)}`).join('  \n');
    case 'list':
      return [...(b.label === '' ? [] : [`**${b.label}**`, '']), ...b.items.map((l) => `- ${item(l)}`)].join('\n');
    case 'tasks':
      return [`**${b.label}**`, '', ...b.items.map((t) => `- [${t.done ? 'x' : ' '}] ${item(t.text)}`)].join('\n');
    case 'quote':
      return `> ${item(b.text)}`;
    case 'code':
      return `${b.label === '' ? '' : `${text(b.label)}\n\n`}${fence(b.text, b.language)}`;
    case 'details':
      return `<details><summary>${b.label}</summary>\n\n${b.blocks.map(block).join('\n\n')}\n\n</details>`;
  }
}

/** GitHub-flavoured Markdown, as GitHub and GitLab read it. */
export const markdown = (blocks: readonly Block[]): string => `${blocks.map(block).join('\n\n')}\n`;
