import type { Block, Inline, Line } from './document';

/** The characters that a backslash escapes in Jira's wiki markup. A backslash itself has no escape (two are a line break): it goes as a reference. */
const text = (s: string): string =>
  s.replace(/[-#*_+?^~|%{}[\]()!@&\\:\ue000]/g, (c, at: number) => {
    if (c === '&' || c === '\\') return `&#${c.charCodeAt(0)};`;
    if (c === ':') return /[DP]/.test(s[at + 1] ?? '') ? ':\u200b' : c;
    return c === '-' && /\w/.test(s[at - 1] ?? '') && /\w/.test(s[at + 1] ?? '') ? c : `\\${c}`;
  });
const inline = (x: Inline): string =>
  typeof x === 'string' ? text(x) : 'code' in x ? `{{${text(x.code) || ' '}}}` : `*${text(x.strong)}*`;
const line = (l: Line): string => l.map(inline).join('');

/** A block that its text cannot close. */
const noformat = (content: string): string => `{noformat}\n${content.replace(/\{(?=noformat)/gi, '{\u200b')}\n{noformat}`;

function block(b: Block): string {
  switch (b.is) {
    case 'heading':
      return `h${b.level}. ${line(b.text)}`;
    case 'facts':
      return b.facts.map(([label, l]) => `*${label}* ${line(l)}`).join('\n');
    case 'list':
      return [...(b.label === '' ? [] : [`*${b.label}*`]), ...b.items.map((l) => `* ${line(l)}`)].join('\n');
    case 'tasks':
      return [`*${b.label}*`, ...b.items.map((t) => `* ${t.done ? '☑' : '☐'} ${line(t.text)}`)].join('\n');
    case 'quote':
      return `bq. ${line(b.text)}`;
    case 'code':
      return `${b.label === '' ? '' : `${text(b.label)}\n`}${noformat(b.text)}`;
    case 'details':
      return [`h5. ${b.label}`, ...b.blocks.map(block)].join('\n\n');
  }
}

/** Wiki markup of Jira. https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all */
export const jira = (blocks: readonly Block[]): string => `${blocks.map(block).join('\n\n')}\n`;
