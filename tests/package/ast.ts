import { parseAst } from 'vite';

/** A node of a syntax tree, as ESTree has it: https://github.com/estree/estree */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}
export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** A node and all below it. */
function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* nodes(child);
}
/** Every node of a module. Throws on bad syntax. */
export const nodesOf = (code: string): readonly Node[] => [...nodes(parseAst(code) as unknown as Node)];

/** The name that an expression ends in: `b` of `a.b`, of `a['b']` and of `b`; the text of a literal; '' of anything else. */
export function lastName(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return lastName(node['property']);
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
    return quasis.length === 1 ? (quasis[0]?.value.cooked ?? '') : '';
  }
  return String(node['name'] ?? node['value'] ?? '');
}
