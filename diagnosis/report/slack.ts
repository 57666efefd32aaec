import type { Block, Inline, Line } from './document';

const BREAK = '\u200b';
/** `<!channel>`, `<@U1>`, `<https://…|text>`: Slack's API reads them, its message box shows entities as they stand. So neither: a look-alike. */
const angles = (s: string): string => s.replace(/<([^<>\n]{0,2000})>/g, '‹$1›').replace(/<(?=[!@#a-z])/gi, '‹');
/** mrkdwn has no escape: what could format is kept apart by a character that is not seen. */
const text = (s: string): string =>
  angles(s)
    .replace(/[*_~`](?=\S)/g, `$&${BREAK}`)
    .replace(/(?<=\S)[*_~`]/g, `${BREAK}$&`)
    .replace(/([@#])(?=[\w-])/g, `$1${BREAK}`)
    .replace(/:(?=[a-z_+-][\w+-]{0,99}:|\/\/)/gi, `:${BREAK}`)
    .replace(/^>/, `${BREAK}>`);
const inline = (x: Inline): string =>
  typeof x === 'string' ? text(x) : 'code' in x ? `\`${angles(x.code).replaceAll('`', '\u02cb') || ' '}\`` : `*${text(x.strong)}*`;
const line = (l: Line): string => l.map(inline).join('');
const fence = (content: string): string => `\`\`\`\n${angles(content.replaceAll('```', `\`\`${BREAK}\``))}\n\`\`\``;

function block(b: Block): string {
  switch (b.is) {
    case 'heading':
      return `*${text(b.text.map((x) => (typeof x === 'string' ? x : 'code' in x ? x.code : x.strong)).join(''))}*`;
    case 'facts':
      return b.facts.map(([label, l]) => `*${label}* ${line(l)}`).join('\n');
    case 'list':
      return [...(b.label === '' ? [] : [`*${b.label}*`]), ...b.items.map((l) => `• ${line(l)}`)].join('\n');
    case 'tasks':
      return [`*${b.label}*`, ...b.items.map((t) => `${t.done ? '☑' : '☐'} ${line(t.text)}`)].join('\n');
    case 'quote':
      return `> ${line(b.text)}`;
    case 'code':
      return `${b.label === '' ? '' : `${text(b.label)}\n`}${fence(b.text)}`;
    case 'details':
      return [`*${b.label}*`, ...b.blocks.map(block)].join('\n');
  }
}

/** Slack's mrkdwn, for its message box and its API alike. https://docs.slack.dev/messaging/formatting-message-text/ */
export const slack = (blocks: readonly Block[]): string => `${blocks.map(block).join('\n\n')}\n`;
