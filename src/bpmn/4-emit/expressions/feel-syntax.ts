import { evaluate, parseExpression, parseUnaryTests } from 'feelin';
import { ExpressionProblem } from './translation';

/** A parsed FEEL expression. */
export interface FeelTree {
  readonly text: string;
  readonly root: FeelNode;
  /** Names that are neither bound inside (`for`, `some`, parameters, context entries, filters) nor functions of FEEL. */
  readonly variables: ReadonlySet<string>;
}

/** Names, with those of the properties. */
export interface KnownNames {
  readonly [name: string]: KnownNames;
}

type Tree = ReturnType<typeof parseExpression>;
export type FeelNode = Tree['topNode'];

/** Names with blanks in backticks and texts of several lines, as Camunda 8 has them; the sandbox runtime uses the same. */
const DIALECT = 'camunda';

/**
 * Parses by feelin's own grammar, so that compiling and running agree on what an expression says.
 *
 * @param known - names that are known, with those in them: by these names with blanks are recognised
 */
export function parseFeel(text: string, known: KnownNames = {}): FeelTree {
  const tree = parseExpression(text, known, DIALECT);
  refuseErrors(tree, text);
  return { text, root: childrenOf(tree.topNode)[0] as FeelNode, variables: freeVariables(tree, text) };
}

/** Like {@link parseFeel}, for a cell of a decision table: `< 5`, `"a", "b"`, `not([1..3])`. */
export function parseFeelTests(text: string, known: KnownNames = {}): Pick<FeelTree, 'text' | 'root'> {
  const tree = parseUnaryTests(text, known, DIALECT);
  refuseErrors(tree, text);
  return { text, root: tree.topNode };
}

function refuseErrors(tree: Tree, text: string): void {
  tree.iterate({
    enter({ type, from, to, node }) {
      if (!type.isError) return;
      const found = text.slice(from, to).trim() || text.slice(to).trim().split(/\s/)[0];
      const parent =
        node.parent?.name === 'Expression' ? 'the expression' : `this ${words(node.parent?.name)}`;
      const message = found ? `"${found}" does not fit into ${parent}` : `${parent} is not complete`;
      throw new ExpressionProblem('syntax', message, from, Math.max(to, from + (found ? 1 : 0)));
    },
  });
}

/** `ArithmeticExpression` → `arithmetic expression` */
function words(name = ''): string {
  return name.replace(/(?<!^)[A-Z]/g, ' $&').toLowerCase();
}

/** Without comments. */
export function childrenOf(node: FeelNode): FeelNode[] {
  const children: FeelNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped && !child.name.endsWith('Comment')) children.push(child);
  }
  return children;
}

export function sourceOf(node: FeelNode, { text }: { readonly text: string }): string {
  return text.slice(node.from, node.to);
}

/** What a string literal says, its escapes undone. */
export function textOf(literal: string): string {
  return evaluate(literal, {}, DIALECT).value as string;
}

/** A name may consist of several words. */
export function nameOf(node: FeelNode, tree: { readonly text: string }): string {
  return childrenOf(node)
    .map((part) => sourceOf(part, tree).replaceAll('`', ''))
    .join(' ');
}

function freeVariables(tree: Tree, text: string): Set<string> {
  const free = new Set<string>();
  const bound = new Set<string>(['item', 'partial', '?']);
  let filtered = false;
  tree.iterate({
    enter({ name, node }) {
      if (name === 'FilterExpression') filtered = true;
      if (name === 'Name' || name === 'ParameterName') bound.add(sourceOf(node, { text }));
      if (name !== 'VariableName') return;
      const parent = node.parent?.name;
      if (parent === 'FunctionInvocation' && node.parent?.firstChild?.from === node.from) return;
      if (parent !== 'QualifiedName') free.add(nameOf(node, { text }));
    },
  });
  // In a filter any name may be a property of the item.
  return filtered ? new Set() : new Set([...free].filter((name) => !bound.has(name)));
}
