import { childrenOf, parseFeel, sourceOf, type FeelNode, type FeelTree } from './feel-syntax';

/** Whether one of two conditions holds exactly when the other does not (and fails when it fails). */
export function areComplementary(a: string, b: string): boolean {
  const [left, right] = [treeOf(a), treeOf(b)];
  return (
    [isNegationOf, isDenialOf].some((is) => is(right, left) || is(left, right)) || areOpposite(left, right)
  );
}

/** `approved = false`, for a condition that is `approved` */
function isDenialOf({ text, root }: FeelTree, other: FeelTree): boolean {
  const [left, sign, value, ...more] = childrenOf(root).map((node) => sourceOf(node, { text }));
  return (
    root.name === 'Comparison' &&
    more.length === 0 &&
    sign === '=' &&
    value === 'false' &&
    left === sourceOf(other.root, other)
  );
}

/** Parentheses around the whole say nothing. */
function treeOf(text: string): FeelTree {
  const tree = parseFeel(text);
  return { ...tree, root: unwrap(tree.root) };
}

function unwrap(node: FeelNode): FeelNode {
  const inner = node.name === 'ParenthesizedExpression' ? childrenOf(node)[1] : undefined;
  return inner ? unwrap(inner) : node;
}

/** `not(approved)` and `approved` */
function isNegationOf({ text, root }: FeelTree, other: FeelTree): boolean {
  const [callee, , parameters] = childrenOf(root);
  if (root.name !== 'FunctionInvocation' || !callee || sourceOf(callee, { text }) !== 'not') return false;
  const [argument] = parameters ? childrenOf(parameters) : [];
  return argument !== undefined && sourceOf(unwrap(argument), { text }) === sourceOf(other.root, other);
}

const OPPOSITE: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** `amount > 100` and `amount <= 100` */
function areOpposite(a: FeelTree, b: FeelTree): boolean {
  if (a.root.name !== 'Comparison' || b.root.name !== 'Comparison') return false;
  const [aLeft, aSign, aRight, ...aMore] = childrenOf(a.root).map((node) => sourceOf(node, a));
  const [bLeft, bSign, bRight] = childrenOf(b.root).map((node) => sourceOf(node, b));
  return aMore.length === 0 && aLeft === bLeft && aRight === bRight && OPPOSITE[aSign ?? ''] === bSign;
}
