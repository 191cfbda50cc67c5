import type { BinaryOperator, Code } from './code';
import { feelFunctions } from './feel-functions';
import { isParameterName } from '../reserved';
import {
  childrenOf,
  nameOf,
  parseFeel,
  sourceOf,
  textOf,
  type FeelNode,
  type KnownNames,
} from './feel-syntax';
import type { Lookup, Translation, Typed } from './translation';
import {
  BOOLEAN,
  isKnown,
  NULL,
  NUMBER,
  STRING,
  typeOfItems,
  typeOfProperty,
  union,
  UNKNOWN,
  type Type,
} from './types';

/**
 * FEEL → TypeScript, where the types make that exact. FEEL knows no failures: what has no value is null, and null
 * spreads in ways of its own (`null and false` is false). So TypeScript is exact only where nothing can be null.
 */
export function translateFeel(text: string, lookup: Lookup, known?: KnownNames): Translation {
  const tree = parseFeel(text, known);
  return { exact: translate(tree.root, { text, lookup, bound: new Map() }), variables: tree.variables };
}

interface Context {
  readonly text: string;
  readonly lookup: Lookup;
  /** Names that the expression itself gives to something: `some line in lines satisfies …`. */
  readonly bound: ReadonlyMap<string, Type>;
}

/** One entry per kind of node that can be exact; everything else is left to feelin. */
const translators: Readonly<Record<string, (node: FeelNode, context: Context) => Typed | undefined>> = {
  NumericLiteral: (node, context) => literal(Number(sourceOf(node, context))),
  StringLiteral: (node, context) => literal(textOf(sourceOf(node, context))),
  BooleanLiteral: (node, context) => literal(sourceOf(node, context) === 'true'),
  null: () => literal(null),
  VariableName: (node, context) => variable(nameOf(node, context), context),
  ParenthesizedExpression: (node, context) => translateAt(node, 1, context),
  PathExpression: path,
  ArithmeticExpression: arithmetic,
  Comparison: comparison,
  Conjunction: (node, context) => connective('&&', node, context),
  Disjunction: (node, context) => connective('||', node, context),
  IfExpression: conditional,
  QuantifiedExpression: quantified,
  FunctionInvocation: invocation,
  List: list,
  Context: contextLiteral,
};

function translate(node: FeelNode, context: Context): Typed | undefined {
  return translators[node.name]?.(node, context);
}

function translateAt(node: FeelNode, index: number, context: Context): Typed | undefined {
  const child = childrenOf(node)[index];
  return child && translate(child, context);
}

function literal(value: string | number | boolean | null): Typed {
  const types = { string: STRING, number: NUMBER, boolean: BOOLEAN, object: NULL } as const;
  return { code: { kind: 'literal', value }, type: types[typeof value as keyof typeof types] };
}

function variable(name: string, { lookup, bound }: Context): Typed | undefined {
  const local = bound.get(name);
  if (local) return local.kind === 'unknown' ? undefined : { code: { kind: 'name', name }, type: local };
  const type = lookup(name);
  return type.kind === 'unknown' ? undefined : { code: { kind: 'variable', name }, type };
}

function path(node: FeelNode, context: Context): Typed | undefined {
  const [target, , property] = childrenOf(node);
  const object = target && translate(target, context);
  if (!object || !property) return undefined;
  const name = nameOf(property, context);
  const type = typeOfProperty(object.type, name);
  return type === UNKNOWN ? undefined : { code: { kind: 'member', object: object.code, name }, type };
}

function arithmetic(node: FeelNode, context: Context): Typed | undefined {
  const parts = childrenOf(node);
  if (parts.length === 2) {
    const operand = translateAt(node, 1, context);
    if (!operand || !isKnown(operand.type, 'number')) return undefined;
    return { code: { kind: 'unary', operator: '-', operand: operand.code }, type: NUMBER };
  }
  const [left, right] = [translateAt(node, 0, context), translateAt(node, 2, context)];
  if (!left || !right || !parts[1]) return undefined;
  const sign = sourceOf(parts[1], context);
  const operator = (sign === '^' ? '**' : sign) as BinaryOperator;
  const code: Code = { kind: 'binary', operator, left: left.code, right: right.code };
  if (isKnown(left.type, 'number') && isKnown(right.type, 'number')) {
    const known = right.code.kind === 'literal' ? Number(right.code.value) : undefined;
    // Dividing by zero gives null, and so does a root of a negative number; negative powers tell 0 from -0.
    if (operator === '/' && !known) return undefined;
    if (operator === '**' && !isNatural(known)) return undefined;
    return { code, type: NUMBER };
  }
  const texts = isKnown(left.type, 'string') && isKnown(right.type, 'string');
  return texts && operator === '+' ? { code: joined(left.code, right.code), type: STRING } : undefined;
}

/** Texts one after the other: with constants among them as a template. */
function joined(left: Code, right: Code): Code {
  const parts = [left, right].flatMap(partsOfText);
  const isMixed =
    parts.some((part) => typeof part === 'string') && parts.some((part) => typeof part !== 'string');
  return isMixed ? { kind: 'template', parts } : { kind: 'binary', operator: '+', left, right };
}

function partsOfText(code: Code): readonly (string | Code)[] {
  if (code.kind === 'template') return code.parts;
  return code.kind === 'literal' && typeof code.value === 'string' ? [code.value] : [code];
}

const ORDER = new Set<string>(['<', '<=', '>', '>=']);

function isNatural(value: number | undefined): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function comparison(node: FeelNode, context: Context): Typed | undefined {
  const parts = childrenOf(node);
  const [left, operator, right] = [translateAt(node, 0, context), parts[1], translateAt(node, 2, context)];
  if (!left || !operator) return undefined;
  if (operator.name === 'between') {
    const upper = translateAt(node, 4, context);
    return right && upper && between(left, right, upper);
  }
  if (operator.name !== 'CompareOp' || !right) return undefined;
  const sign = sourceOf(operator, context);
  if (ORDER.has(sign)) return ordered(left, sign as BinaryOperator, right);
  return equality(left, sign === '!=', right);
}

function between(value: Typed, lower: Typed, upper: Typed): Typed | undefined {
  // feelin goes by the smaller and the larger one, so the order must be known.
  if (lower.code.kind !== 'literal' || upper.code.kind !== 'literal') return undefined;
  if (!(Number(lower.code.value) <= Number(upper.code.value))) return undefined;
  const above = ordered(value, '>=', lower);
  const below = ordered(value, '<=', upper);
  if (!above || !below) return undefined;
  return { code: { kind: 'binary', operator: '&&', left: above.code, right: below.code }, type: BOOLEAN };
}

function ordered(left: Typed, operator: BinaryOperator, right: Typed): Typed | undefined {
  const comparable = (['number', 'string'] as const).some(
    (kind) => isKnown(left.type, kind) && isKnown(right.type, kind),
  );
  if (!comparable) return undefined;
  return { code: { kind: 'binary', operator, left: left.code, right: right.code }, type: BOOLEAN };
}

/** Equality with null is never null itself, so one side may be missing. */
function equality(left: Typed, negated: boolean, right: Typed): Typed | undefined {
  const typed = (code: Code): Typed => ({ code, type: BOOLEAN });
  for (const [value, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (value.code.kind !== 'literal') continue;
    if (value.code.value === null) {
      const operator = negated ? '!=' : '==';
      return typed({ kind: 'binary', operator, left: other.code, right: value.code });
    }
    if (typeof value.code.value === 'boolean' && isKnown(other.type, 'boolean')) {
      const asIs = value.code.value !== negated;
      return typed(asIs ? other.code : { kind: 'unary', operator: '!', operand: other.code });
    }
  }
  const scalar = left.type.kind === 'string' || left.type.kind === 'number' || left.type.kind === 'boolean';
  if (!scalar || left.type.kind !== right.type.kind || (left.type.optional && right.type.optional))
    return undefined;
  return typed({ kind: 'binary', operator: negated ? '!==' : '===', left: left.code, right: right.code });
}

function connective(operator: '&&' | '||', node: FeelNode, context: Context): Typed | undefined {
  const [left, right] = [translateAt(node, 0, context), translateAt(node, 2, context)];
  if (!left || !right || !isKnown(left.type, 'boolean') || !isKnown(right.type, 'boolean')) return undefined;
  return { code: { kind: 'binary', operator, left: left.code, right: right.code }, type: BOOLEAN };
}

function conditional(node: FeelNode, context: Context): Typed | undefined {
  const [test, then, otherwise] = [1, 3, 5].map((index) => translateAt(node, index, context));
  if (!test || !then || !otherwise || !isKnown(test.type, 'boolean')) return undefined;
  const type = union([then.type, otherwise.type]);
  if (type.kind === 'unknown') return undefined;
  return {
    code: { kind: 'conditional', test: test.code, then: then.code, otherwise: otherwise.code },
    type,
  };
}

/** `every line in lines satisfies line.sent` → `vars.lines.every((line) => line.sent)` */
function quantified(node: FeelNode, context: Context): Typed | undefined {
  const [quantifier, lists, , condition] = childrenOf(node);
  const [each, ...more] = lists ? childrenOf(lists) : [];
  const [nameNode, , iteration] = each ? childrenOf(each) : [];
  if (!quantifier || !condition || !nameNode || !iteration || more.length > 0) return undefined;
  const ranges = childrenOf(iteration);
  const list = ranges.length === 1 && ranges[0] ? translate(ranges[0], context) : undefined;
  const name = nameOf(nameNode, context);
  if (!list || !isParameterName(name)) return undefined;
  const bound = new Map(context.bound).set(name, typeOfItems(list.type));
  const body = translate(condition, { ...context, bound });
  if (!body || !isKnown(body.type, 'boolean')) return undefined;
  const method = sourceOf(quantifier, context); // `some` or `every`, as JavaScript calls them
  const callee: Code = { kind: 'member', object: list.code, name: method };
  const test: Code = { kind: 'lambda', parameter: name, body: body.code };
  return { code: { kind: 'call', callee, args: [test] }, type: BOOLEAN };
}

function invocation(node: FeelNode, context: Context): Typed | undefined {
  const [callee, , parameters] = childrenOf(node);
  if (callee?.name !== 'VariableName' || parameters?.name !== 'PositionalParameters') return undefined;
  const name = nameOf(callee, context);
  // A variable of that name would come first.
  if (context.lookup(name) !== UNKNOWN) return undefined;
  const args = childrenOf(parameters).map((parameter) => translate(parameter, context));
  return args.every((arg) => arg !== undefined) ? feelFunctions[name]?.(args) : undefined;
}

function list(node: FeelNode, context: Context): Typed | undefined {
  const items = childrenOf(node)
    .slice(1, -1)
    .map((item) => translate(item, context));
  if (!items.every((item) => item !== undefined)) return undefined;
  return {
    code: { kind: 'array', items: items.map(({ code }) => code) },
    type: { kind: 'array', optional: false },
  };
}

function contextLiteral(node: FeelNode, context: Context): Typed | undefined {
  const keys = new Set<string>();
  const entries: [string, Code][] = [];
  for (const entry of childrenOf(node).slice(1, -1)) {
    const [key, value] = childrenOf(entry);
    const written = key && childrenOf(key)[0];
    if (!written || !value) return undefined;
    const name = keyIn(written, context);
    // Entries see the ones before them.
    const lookup: Lookup = (variable) => (keys.has(variable) ? UNKNOWN : context.lookup(variable));
    const bound = new Map([...context.bound].filter(([local]) => !keys.has(local)));
    const typed = translate(value, { ...context, lookup, bound });
    if (!typed) return undefined;
    keys.add(name);
    entries.push([name, typed.code]);
  }
  return { code: { kind: 'object', entries }, type: { kind: 'object', optional: false } };
}

/** The key of a context's entry: a name, or a text. */
function keyIn(node: FeelNode, context: Context): string {
  const source = sourceOf(node, context);
  return node.name === 'StringLiteral' ? textOf(source) : source;
}
