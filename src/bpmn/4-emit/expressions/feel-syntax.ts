import { evaluate, parseExpression, parseUnaryTests } from 'feelin';
import { didYouMean } from '../../../shared/did-you-mean';
import { CAMUNDA_FUNCTIONS, FEEL_FUNCTIONS } from '../../../shared/feel/names';
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

/** Names that the grammar does not know by itself. */
const LIBRARY: KnownNames = Object.fromEntries(CAMUNDA_FUNCTIONS.map((name) => [name, {}]));

/**
 * Parses by feelin's own grammar, so that compiling and running agree on what an expression says.
 *
 * @param known - names that are known, with those in them: by these names with blanks are recognised
 */
export function parseFeel(text: string, known: KnownNames = {}): FeelTree {
  const tree = parseExpression(text, { ...LIBRARY, ...known }, DIALECT);
  refuseErrors(tree, text);
  refuseUnknownFunctions(tree, text, known);
  return { text, root: childrenOf(tree.topNode)[0] as FeelNode, variables: freeVariables(tree, text) };
}

/** Like {@link parseFeel}, for a cell of a decision table: `< 5`, `"a", "b"`, `not([1..3])`. */
export function parseFeelTests(text: string, known: KnownNames = {}): Pick<FeelTree, 'text' | 'root'> {
  const tree = parseUnaryTests(text, { ...LIBRARY, ...known }, DIALECT);
  refuseErrors(tree, text);
  refuseUnknownFunctions(tree, text, known);
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

/** In FEEL that is null, and looks like a condition that does not hold. Data is JSON: a function comes with the expression. */
function refuseUnknownFunctions(tree: Tree, text: string, known: KnownNames): void {
  const own = namesGivenIn(tree, text);
  tree.iterate({
    enter({ name, node: { firstChild: callee } }) {
      if (name !== 'FunctionInvocation' || callee?.name !== 'VariableName') return;
      const called = nameOf(callee, { text });
      if (FEEL_FUNCTIONS.includes(called) || called in known || own.has(called)) return;
      const hint = didYouMean(called, FEEL_FUNCTIONS)?.replace(/^D(.*)\?$/, '; d$1') ?? '';
      const message = `FEEL has no function "${called}"${hint}`;
      throw new ExpressionProblem('unsupported', message, callee.from, callee.to);
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

/** Names that an expression gives to something: parameters, entries of contexts, what `for` goes through. */
function namesGivenIn(tree: Tree, text: string): ReadonlySet<string> {
  const names = new Set<string>();
  tree.iterate({
    enter({ name, node }) {
      if (name === 'Name' || name === 'ParameterName') names.add(sourceOf(node, { text }));
    },
  });
  return names;
}

function freeVariables(tree: Tree, text: string): Set<string> {
  const free = new Set<string>();
  const bound = new Set<string>(['item', 'partial', '?', ...namesGivenIn(tree, text)]);
  let filtered = false;
  tree.iterate({
    enter({ name, node }) {
      if (name === 'FilterExpression') filtered = true;
      if (name !== 'VariableName') return;
      const parent = node.parent?.name;
      if (parent === 'FunctionInvocation' && node.parent?.firstChild?.from === node.from) return;
      if (parent !== 'QualifiedName') free.add(nameOf(node, { text }));
    },
  });
  // In a filter any name may be a property of the item.
  return filtered ? new Set() : new Set([...free].filter((name) => !bound.has(name)));
}
