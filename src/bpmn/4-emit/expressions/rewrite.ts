import type { AnyNode } from 'acorn';
import { childrenOf, type Reference } from './javascript-syntax';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * JavaScript taken over as text, with as little changed as possible: process variables become properties of `vars`, and
 * what has no type of its own gets `any`, which it had all along.
 */
export function rewrite(
  text: string,
  root: AnyNode,
  variables: readonly Reference[],
  returned?: AnyNode,
): string {
  const result = returned ? [{ from: returned.start, to: returned.start, text: 'return ' }] : [];
  const edits = [...result, ...variables.map(qualify), ...annotations(root, text)];
  // From the end, so that offsets stay right; of two at one place the first goes before the second.
  edits.reverse().sort((a, b) => b.from - a.from);
  return edits.reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), text);
}

function qualify({ name, node, parent, as = `vars.${name}` }: Reference): Edit {
  const isShorthand = parent?.type === 'Property' && parent.shorthand;
  return { from: node.start, to: node.end, text: isShorthand ? `${name}: ${as}` : as };
}

function annotations(node: AnyNode, text: string): Edit[] {
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
    // What it declares takes its type from what it goes through.
    return [node.right, node.body].flatMap((child) => annotations(child, text));
  }
  const inner = childrenOf(node).flatMap((child) => annotations(child, text));
  if ('params' in node) return [...inner, ...node.params.flatMap((param) => annotateParameter(param, text))];
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && needsType(node.init)) {
    return [...inner, { from: node.id.end, to: node.id.end, text: ': any' }];
  }
  return inner;
}

function annotateParameter(param: AnyNode, text: string): Edit[] {
  const { end } = param;
  if (param.type === 'RestElement') return [{ from: end, to: end, text: ': any[]' }];
  if (param.type === 'AssignmentPattern') return annotateParameter(param.left, text);
  // `x => …` has no place for a type without parentheses
  const bare = param.type === 'Identifier' && /^\s*=>/.test(text.slice(end));
  return bare
    ? [{ from: param.start, to: end, text: `(${text.slice(param.start, end)}: any)` }]
    : [{ from: end, to: end, text: ': any' }];
}

/** The type checker would take the first value for all that the variable can ever be. */
function needsType(init: AnyNode | null | undefined): boolean {
  return !init || ['ArrayExpression', 'ObjectExpression', 'Literal', 'UnaryExpression'].includes(init.type);
}
