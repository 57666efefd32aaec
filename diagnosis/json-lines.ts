/** A JSON value that knows the line it begins on (1-based). */
export interface JsonNode {
  readonly line: number;
  readonly value: string | number | boolean | null | readonly JsonNode[] | ReadonlyMap<string, JsonNode>;
}

/** What is wrong with a text, and on which line. */
export interface JsonError {
  readonly line: number;
  readonly message: string;
}

const DEPTH_MAX = 20;
const TOKEN = /[ \t\r\n]*(?:"((?:[^"\\\u0000-\u001f]|\\[\s\S])*)"|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],:])|([\s\S]))/y;

class Wrong extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/**
 * Strict JSON (RFC 8259) with lines, since a person wrote it and wants to know where it is wrong. Names that stand twice in
 * one object are an error. Never throws.
 */
export function parseJsonLines(text: string): JsonNode | JsonError {
  let at = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (index: number): number => {
    for (; counted < index; counted++) if (text[counted] === '\n') line++;
    return line;
  };
  const next = (): { readonly start: number; readonly text: string; readonly string?: string } => {
    TOKEN.lastIndex = at;
    const m = TOKEN.exec(text);
    if (m === null) throw new Wrong(text.length, 'the text ends too early');
    at = TOKEN.lastIndex;
    const token = m[0].trimStart();
    const start = at - token.length;
    if (m[5] !== undefined) throw new Wrong(start, m[5] === '"' ? 'this string has no end' : `unexpected ${JSON.stringify(m[5])}`);
    return { start, text: token, ...(m[1] === undefined ? {} : { string: m[1] }) };
  };
  const parse = (source: string, start: number): unknown => {
    try {
      return JSON.parse(source);
    } catch {
      throw new Wrong(start, `not valid JSON: ${source.slice(0, 40)}`);
    }
  };
  const value = (depth: number, token = next()): JsonNode => {
    const here = lineAt(token.start);
    if (depth > DEPTH_MAX) throw new Wrong(token.start, 'nested too deep');
    if (token.text === '[') {
      const items: JsonNode[] = [];
      for (let t = next(); t.text !== ']'; t = next()) {
        items.push(value(depth + 1, t));
        const after = next();
        if (after.text === ']') break;
        if (after.text !== ',') throw new Wrong(after.start, 'a comma or ] is missing');
      }
      return { line: here, value: items };
    }
    if (token.text === '{') {
      const members = new Map<string, JsonNode>();
      for (let t = next(); t.text !== '}'; t = next()) {
        if (t.string === undefined) throw new Wrong(t.start, 'a name in double quotes is missing');
        const name = String(parse(t.text, t.start));
        if (members.has(name)) throw new Wrong(t.start, `"${name}" stands twice`);
        const colon = next();
        if (colon.text !== ':') throw new Wrong(colon.start, 'a colon is missing');
        members.set(name, value(depth + 1));
        const after = next();
        if (after.text === '}') break;
        if (after.text !== ',') throw new Wrong(after.start, 'a comma or } is missing');
      }
      return { line: here, value: members };
    }
    if (/^[\]},:]/.test(token.text)) throw new Wrong(token.start, 'a value is missing');
    return { line: here, value: parse(token.text, token.start) as string | number | boolean | null };
  };
  try {
    const root = value(0);
    const rest = /\S/.exec(text.slice(at));
    if (rest !== null) throw new Wrong(at + rest.index, 'something follows after the end');
    return root;
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { line: text.slice(0, error.at).split('\n').length, message: error.message };
  }
}
