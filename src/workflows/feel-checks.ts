import { parseExpression, parseUnaryTests } from 'feelin';
import { product, quotient } from '../shared/feel/arithmetic';
import { described, kindOf } from '../shared/feel/compare';

type Tree = ReturnType<typeof parseExpression>;
type Node = Tree['topNode'];

/**
 * Functions that checked expressions call.
 *
 * @param report - told what cannot be right; what it gives is the value there, as far as FEEL does not say it itself
 */
export function checks(report: (reason: string) => null): Readonly<Record<string, unknown>> {
  return {
    // feelin knows no durations that are multiplied or divided
    _product: (a: unknown, b: unknown) => product(a, b, report),
    _quotient: (a: unknown, b: unknown) => quotient(a, b, report),
    _ordered: (value: unknown, other: unknown) => {
      const misfit = misfitOf(value, other, anyKindOf);
      return misfit === undefined ? other : report(misfit);
    },
    _equal: (value: unknown, other: unknown) => {
      const misfit = misfitOf(value, other, kindOf);
      if (misfit !== undefined) report(misfit); // FEEL compares them itself: that is null
      return other;
    },
    // feelin takes an end that is null for an open one
    _within: (value: unknown, end: unknown) => {
      const misfit = misfitOf(value, end, anyKindOf);
      if (misfit !== undefined) throw new Error(misfit);
      return end;
    },
    /** A test is a value to compare with, or gives the answer itself. */
    _tested: (value: unknown, test: unknown) => {
      const misfit = typeof test === 'boolean' ? undefined : misfitOf(value, test, kindOf);
      return misfit === undefined ? test : report(misfit);
    },
    _condition: (value: unknown) =>
      value === null || value === undefined || typeof value === 'boolean'
        ? value
        : report(`the condition of an "if" is ${described(value)}, neither true nor false`),
  };
}

/** What only a checked expression needs. */
const CHECKED = /[*/<>=]|\b(?:between|if|in)\b/;

/**
 * The expression, asking where it goes on with what cannot be right, which gives null in FEEL, and false or true in feelin:
 * a division by zero, a comparison of values of different kinds, an `if` of what is no condition. `a < b` becomes
 * `a < _ordered(a, b)`.
 *
 * @param vars - decides what is a name in it
 */
export function withChecks(
  expression: string,
  vars: Record<string, unknown>,
  kind: 'value' | 'test',
  dialect: string,
): string {
  if (kind === 'value' && !CHECKED.test(expression)) return expression;
  const parse = kind === 'value' ? parseExpression : parseUnaryTests;
  const { topNode } = parse(expression, vars, dialect);
  return written(topNode, { text: expression, subject: kind === 'test' ? '?' : undefined });
}

interface Place {
  readonly text: string;
  /** What the tests around are a test of. */
  readonly subject: string | undefined;
}

/** Kinds of nodes that a test goes on in. */
const TESTS = new Set([
  'UnaryTests',
  'PositiveUnaryTests',
  'PositiveUnaryTest',
  'SimplePositiveUnaryTest',
  'Interval',
]);

function written(node: Node, place: Place): string {
  const children = childrenOf(node);
  const inner = { ...place, subject: subjectIn(node, children, place) };
  const calculation = calculationOf(node, children, inner);
  if (calculation !== undefined) return calculation;
  let text = '';
  let end = node.from;
  children.forEach((child, index) => {
    const check = checkOf(node, children, index, inner);
    const own = written(child, inner);
    text += place.text.slice(end, child.from) + (check === undefined ? own : `${check}${own})`);
    end = child.to;
  });
  return text + place.text.slice(end, node.to);
}

const CALCULATIONS: Readonly<Record<string, string>> = { '*': '_product', '/': '_quotient' };

/** `a * b` as `_product(a, b)`; numbers that stand there need no look. */
function calculationOf(node: Node, children: readonly Node[], place: Place): string | undefined {
  const [left, operator, right] = children;
  if (node.name !== 'ArithmeticExpression' || !left || !operator || !right) return undefined;
  const name = CALCULATIONS[sourceOf(operator, place.text)];
  const isPlain = left.name === 'NumericLiteral' && /^[1-9]\d*$/.test(sourceOf(right, place.text));
  return name === undefined || isPlain
    ? undefined
    : `${name}(${written(left, place)}, ${written(right, place)})`;
}

function subjectIn(
  node: Node,
  [left, operator]: readonly Node[],
  { text, subject }: Place,
): string | undefined {
  if (node.name === 'Comparison' && left && operator?.name === 'in') return sourceOf(left, text);
  return TESTS.has(node.name) ? subject : undefined;
}

/** The beginning of a call around a child, `_ordered(a, `. */
function checkOf(
  node: Node,
  children: readonly Node[],
  index: number,
  { text, subject }: Place,
): string | undefined {
  const [first, second] = children;
  const child = children[index];
  if (!first || !child || child.name === 'null') return undefined;
  switch (node.name) {
    case 'IfExpression':
      return index === 1 ? '_condition(' : undefined;
    case 'Comparison':
      if (index === 2 && second?.name === 'CompareOp')
        return comparing(sourceOf(second, text), sourceOf(first, text));
      return second?.name === 'between' && (index === 2 || index === 4)
        ? `_ordered(${sourceOf(first, text)}, `
        : undefined;
    case 'SimplePositiveUnaryTest':
      return index === 1 && subject !== undefined ? comparing(sourceOf(first, text), subject) : undefined;
    case 'Interval':
      return (index === 1 || index === 3) && subject !== undefined ? `_within(${subject}, ` : undefined;
    case 'PositiveUnaryTest':
      return child.name !== 'SimplePositiveUnaryTest' && subject !== undefined
        ? `_tested(${subject}, `
        : undefined;
    default:
      return undefined;
  }
}

function comparing(operator: string, subject: string): string {
  return `${operator === '=' || operator === '!=' ? '_equal' : '_ordered'}(${subject}, `;
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped) children.push(child);
  }
  return children;
}

function sourceOf({ from, to }: Node, text: string): string {
  return text.slice(from, to);
}

/** Why two values cannot be compared, if so. Null can be compared with all. */
function misfitOf(
  value: unknown,
  other: unknown,
  kind: (value: unknown) => string | undefined,
): string | undefined {
  const [one, two] = [kind(value), kind(other)];
  if (one === undefined || two === undefined || one === two) return undefined;
  const text = [one, two].includes('string') ? [one, two].find((kind) => TEMPORAL.has(kind)) : undefined;
  const hint = text === undefined ? '' : `; ${text}(…) makes a ${text} of a text`;
  return `${described(value)} cannot be compared with ${described(other)}${hint}`;
}

const TEMPORAL = new Set(['date', 'time', 'date and time', 'duration']);

/** The kinds of everything that is something. */
function anyKindOf(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : (kindOf(value) ?? 'other');
}
