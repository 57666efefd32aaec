/** Longer patterns, or more stars, are refused by whoever takes patterns from people. */
export const GLOB_MAX = 200;
export const STARS_MAX = 8;

const literal = (s: string): string => s.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * `*` any text, `?` one character, anything else itself, without regard to case; the whole text must fit. As a regular expression
 * of linear time: for every part between stars the first place where it fits serves as well as a later one, so each is kept
 * (a lookahead that is matched again by reference cannot be entered twice).
 */
export function globRegExp(glob: string): RegExp {
  const part = (s: string): string => literal(s).replaceAll('\\?', '[\\s\\S]');
  const [first = '', ...rest] = glob.split(/\*+/);
  const last = rest.pop();
  if (last === undefined) return new RegExp(`^${part(first)}$`, 'i');
  const middle = rest.map((s, i) => `(?=([\\s\\S]*?${part(s)}))\\${i + 1}`).join('');
  return new RegExp(`^${part(first)}${middle}[\\s\\S]*${last === '' ? '' : `${part(last)}$`}`, 'i');
}

/** The longest literal in a glob, '' when there is none. */
export const longestLiteral = (glob: string): string => glob.split(/[*?]+/).reduce((a, b) => (b.length > a.length ? b : a), '');
