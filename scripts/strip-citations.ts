import { type Plugin, parseAst } from 'vite';

/** What people and tests need of the data, and no reader of a card: where a fact stands, since when, and that no capture shows it. */
const CITATION = new Set(['source', 'verified', 'documented']);
/** Values that can be left out because reading them does nothing. */
const PURE = new Set(['Literal', 'Identifier', 'MemberExpression', 'TemplateLiteral']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
const children = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);
const properties = (object: Node): readonly Node[] => object['properties'] as readonly Node[];
const name = (node: unknown): unknown => (isNode(node) ? (node['name'] ?? node['value']) : undefined);

const isCitation = (property: Node, hollow: ReadonlySet<unknown>): boolean => {
  if (property.type === 'SpreadElement')
    return isNode(property['argument']) && property['argument'].type === 'Identifier' && hollow.has(name(property['argument']));
  const value = property['value'];
  return property['computed'] !== true && CITATION.has(String(name(property['key']))) && isNode(value) && PURE.has(value.type);
};

/** Constants of the module that hold citations and nothing else: `const cited = { source, verified }`. */
function hollowConstants(program: Node): ReadonlySet<unknown> {
  const hollow = new Set<unknown>();
  for (const statement of program['body'] as readonly Node[]) {
    if (statement.type !== 'VariableDeclaration' || statement['kind'] !== 'const') continue;
    for (const { id, init } of statement['declarations'] as readonly Node[])
      if (isNode(init) && init.type === 'ObjectExpression' && properties(init).every((p) => isCitation(p, hollow))) hollow.add(name(id));
  }
  return hollow;
}

/** Names whose citation the module itself reads: `cited` in `docs: cited.source`. */
function readNames(node: Node, found = new Set<unknown>()): ReadonlySet<unknown> {
  if (node.type === 'MemberExpression' && CITATION.has(String(name(node['property'])))) found.add(name(node['object']));
  for (const child of children(node)) readNames(child, found);
  return found;
}

/** The module without the properties `source`, `verified` and `documented` of its object literals. Takes JavaScript; throws on what does not parse. */
export function stripCitations(code: string): string {
  const program = parseAst(code) as unknown as Node;
  const hollow = hollowConstants(program);
  const cuts: (readonly [from: number, to: number])[] = [];
  const read = readNames(program);
  const visit = (node: Node): void => {
    if (node.type === 'VariableDeclarator' && read.has(name(node['id']))) return;
    if (node.type !== 'ObjectExpression') {
      for (const child of children(node)) visit(child);
      return;
    }
    const all = properties(node);
    for (const [i, property] of all.entries()) {
      // With the comma behind it.
      if (isCitation(property, hollow)) cuts.push([property.start, all[i + 1]?.start ?? node.end - 1]);
      else visit(property);
    }
  };
  visit(program);
  let kept = '';
  let at = 0;
  for (const [from, to] of cuts) {
    kept += code.slice(at, from);
    at = to;
  }
  return kept + code.slice(at);
}

/** Leaves the citations out of `data/` in a production build. Those of the status codes stay: the code browser links to them. */
export function stripCitationsPlugin(root: string): Plugin {
  const folder = `${root.replaceAll('\\', '/').replace(/\/$/, '')}/data/`;
  return {
    name: 'strip-citations',
    apply: 'build',
    transform(code, id) {
      if (!id.startsWith(folder) || !id.endsWith('.ts') || id === `${folder}status-codes.ts`) return null;
      return { code: stripCitations(code), map: null };
    },
  };
}
