import {
  childrenOf,
  type FeelNode,
  type KnownNames,
  nameOf,
  parseFeel,
  parseFeelTests,
  sourceOf,
} from '../../4-emit/expressions/feel-syntax';

/** The names that an expression takes from outside. */
export interface FreeNames {
  /** What it reads for certain. */
  readonly variables: ReadonlySet<string>;
  /** What it calls, and what it reads unless that is a property of something filtered. */
  readonly possible: ReadonlySet<string>;
}

const NONE: FreeNames = { variables: new Set(), possible: new Set() };

/** @throws ExpressionProblem when it cannot be parsed */
export function freeNamesOf(text: string, known: KnownNames, kind: 'value' | 'test'): FreeNames {
  if (!hasWords(text)) return NONE;
  const { root } = kind === 'value' ? parseFeel(text, known) : parseFeelTests(text, known);
  const names = { variables: new Set<string>(), possible: new Set<string>() };
  visit(root, { text, names, bound: new Set(), filtered: false });
  return names;
}

/** Most cells of large tables are constants: they need not be parsed for names. */
function hasWords(text: string): boolean {
  return /[\p{L}_$`?\\]/u.test(text.replace(/"[^"\\]*"/g, ''));
}

interface Visit {
  readonly text: string;
  readonly names: { readonly variables: Set<string>; readonly possible: Set<string> };
  readonly bound: ReadonlySet<string>;
  readonly filtered: boolean;
}

function visit(node: FeelNode, at: Visit): void {
  switch (node.name) {
    case 'VariableName': {
      const name = nameOf(node, at);
      if (!at.bound.has(name)) (at.filtered ? at.names.possible : at.names.variables).add(name);
      return;
    }
    case 'FunctionInvocation': {
      const [callee, ...rest] = childrenOf(node);
      if (callee?.name === 'VariableName') at.names.possible.add(nameOf(callee, at));
      else if (callee) visit(callee, at);
      for (const child of rest) visit(child, at);
      return;
    }
    case 'FilterExpression': {
      const [list, ...rest] = childrenOf(node);
      if (list) visit(list, at);
      for (const child of rest) visit(child, { ...at, filtered: true, bound: withNames(at, ['item']) });
      return;
    }
    case 'ForExpression':
    case 'QuantifiedExpression':
    case 'FunctionDefinition':
      visitChildren(node, { ...at, bound: withNames(at, [...namesBound(node, at), 'partial']) });
      return;
    case 'Context': {
      let bound = at.bound;
      for (const entry of childrenOf(node)) {
        visit(entry, { ...at, bound });
        const [key] = childrenOf(entry);
        if (key) bound = withNames({ bound }, [sourceOf(key, at).replace(/^"|"$/g, '')]);
      }
      return;
    }
    case 'Key':
    case 'Type':
      return;
    default:
      visitChildren(node, at);
  }
}

function visitChildren(node: FeelNode, at: Visit): void {
  for (const child of childrenOf(node)) visit(child, at);
}

function withNames({ bound }: Pick<Visit, 'bound'>, names: readonly string[]): ReadonlySet<string> {
  return new Set([...bound, ...names]);
}

/** The names that a loop or function gives to what is in it. */
function namesBound(node: FeelNode, at: Visit): string[] {
  return childrenOf(node).flatMap((child) => {
    if (child.name === 'Name') return [sourceOf(child, at)];
    const holds = ['InExpressions', 'InExpression', 'FormalParameters', 'FormalParameter', 'ParameterName'];
    return holds.includes(child.name) ? namesBound(child, at) : [];
  });
}
