import { parse, parseExpressionAt, type AnyNode, type Comment, type Expression, type Program } from 'acorn';
import { ExpressionProblem } from './translation';

/** Scripts may return from the middle, as in a function body. */
const OPTIONS = { ecmaVersion: 2022, allowReturnOutsideFunction: true } as const;

export function parseScript(text: string): Program {
  return attempt(() => parse(text, OPTIONS));
}

/** Comments are no part of the syntax tree. */
export function hasComments(text: string): boolean {
  const comments: Comment[] = [];
  parse(text, { ...OPTIONS, onComment: comments });
  return comments.length > 0;
}

/** One expression; a semicolon behind it does no harm. */
export function parseJavaScript(text: string): Expression {
  const expression = attempt(() => parseExpressionAt(text, 0, OPTIONS));
  const rest = /[^\s;]/.exec(text.slice(expression.end));
  if (rest) {
    const from = expression.end + rest.index;
    throw new ExpressionProblem('syntax', `"${rest[0]}" does not fit here`, from, from + 1);
  }
  return expression;
}

function attempt<T>(parser: () => T): T {
  try {
    return parser();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = (error as SyntaxError & { pos?: number }).pos ?? 0;
    const message = error.message.replace(/\s*\(\d+:\d+\)$/, '');
    throw new ExpressionProblem('syntax', message.charAt(0).toLowerCase() + message.slice(1), at, at + 1);
  }
}

/** A name that refers to something outside of the script. */
export interface Reference {
  readonly name: string;
  readonly node: AnyNode;
  readonly parent: AnyNode | undefined;
  /** What it becomes; default: a property of `vars`. */
  readonly as?: string;
}

type Scope = { readonly names: Set<string>; readonly outer: Scope | undefined; readonly isFunction: boolean };

/** The names that a program or expression uses without declaring them, in the order of the text. */
export function freeReferences(root: AnyNode): Reference[] {
  const found: Reference[] = [];
  const isBound = (name: string, scope: Scope | undefined): boolean =>
    scope !== undefined && (scope.names.has(name) || isBound(name, scope.outer));

  const visit = (node: AnyNode, parent: AnyNode | undefined, outer: Scope | undefined): void => {
    const scope = opensScope(node) ? declarationsOf(node, outer) : outer;
    if (node.type === 'Identifier') {
      if (!isName(node, parent) && !isBound(node.name, scope)) found.push({ name: node.name, node, parent });
      return;
    }
    for (const child of childrenOf(node)) visit(child, node, scope);
  };
  visit(root, undefined, undefined);
  return found;
}

export function childrenOf(node: AnyNode): AnyNode[] {
  const children = Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    // `{ a }` has `a` twice
    if (key === 'key' && node.type === 'Property' && node.shorthand) return [];
    return Array.isArray(value) ? value : [value];
  });
  return children.filter(isNode).sort((a, b) => a.start - b.start);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function opensScope({ type }: AnyNode): boolean {
  return /^(Program|BlockStatement|SwitchStatement|CatchClause|For.*Statement|Class.*|.*Function.*)$/.test(
    type,
  );
}

function isFunction({ type }: AnyNode): boolean {
  return (
    type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression'
  );
}

/** An identifier that names a property or a label, not a value. */
function isName(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.key === node && !parent.computed && !('shorthand' in parent && parent.shorthand);
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    default:
      return false;
  }
}

function declarationsOf(node: AnyNode, outer: Scope | undefined): Scope {
  const names = new Set<string>();
  const scope: Scope = { names, outer, isFunction: isFunction(node) || node.type === 'Program' };
  if ('params' in node) for (const param of node.params) bind(param, names);
  if (node.type === 'CatchClause' && node.param) bind(node.param, names);
  if ((node.type === 'FunctionExpression' || node.type === 'ClassExpression') && node.id)
    bind(node.id, names);
  if (scope.isFunction) {
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression') names.add('arguments');
    for (const declaration of declarations(node, true)) bind(declaration, names);
  }
  for (const declaration of declarations(node, false)) bind(declaration, names);
  return scope;
}

/** Patterns and names declared in a scope: `var` anywhere in the function, the rest directly in the block. */
function declarations(scope: AnyNode, hoisted: boolean): AnyNode[] {
  return childrenOf(scope).flatMap((child): AnyNode[] => {
    if (child.type === 'VariableDeclaration' && (child.kind === 'var') === hoisted) {
      return child.declarations.map(({ id }) => id);
    }
    if ((child.type === 'FunctionDeclaration' || child.type === 'ClassDeclaration') && !hoisted) {
      return child.id ? [child.id] : [];
    }
    return hoisted && !isFunction(child) ? declarations(child, true) : [];
  });
}

function bind(pattern: AnyNode, names: Set<string>): void {
  switch (pattern.type) {
    case 'Identifier':
      names.add(pattern.name);
      return;
    case 'AssignmentPattern':
      bind(pattern.left, names);
      return;
    case 'RestElement':
      bind(pattern.argument, names);
      return;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) bind(element, names);
      return;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        bind(property.type === 'Property' ? property.value : property, names);
      }
  }
}
