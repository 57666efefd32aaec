import type { Block, Inline, Line } from './document';

const inline = (x: Inline): string => (typeof x === 'string' ? x : 'code' in x ? x.code : x.strong);
const line = (l: Line): string => l.map(inline).join('');
const indent = (s: string): string => s.replace(/^(?=.)/gm, '    ');

function block(b: Block): string {
  switch (b.is) {
    case 'heading': {
      const title = line(b.text);
      return `${title}\n${(b.level === 3 ? '=' : '-').repeat(Math.min(title.length, 100))}`;
    }
    case 'facts':
      return b.facts.map(([label, l]) => `${label}: ${line(l)}`).join('\n');
    case 'list':
      return [...(b.label === '' ? [] : [`${b.label}:`]), ...b.items.map((l) => `- ${line(l)}`)].join('\n');
    case 'tasks':
      return [`${b.label}:`, ...b.items.map((t) => `[${t.done ? 'x' : ' '}] ${line(t.text)}`)].join('\n');
    case 'quote':
      return `Note: ${line(b.text)}`;
    case 'code':
      return `${b.label === '' ? '' : `${b.label}\n`}${indent(b.text)}`;
    case 'details':
      return [`${b.label}:`, ...b.blocks.map(block)].join('\n\n');
  }
}

/** Plain text, for mail and logs. */
export const plainText = (blocks: readonly Block[]): string => `${blocks.map(block).join('\n\n')}\n`;
