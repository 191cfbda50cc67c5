import { parseExpression, parseUnaryTests } from 'feelin';
import { conditionsApart } from './conditions-apart';

type Tree = ReturnType<typeof parseExpression>;
type Node = Tree['topNode'];
type Vars = Readonly<Record<string, unknown>>;

/** What only an explicit expression means rightly. */
const OPERATORS = /[-+*/<>=[]|\d[eE]|\b(?:between|if|in|instance|some|every)\b/;

/** Where an expression is evaluated. */
interface Place {
  readonly text: string;
  /** What the tests around are a test of. */
  readonly subject: string;
  /** Names that mean something around the expression, or that it gives to something. */
  readonly names: ReadonlySet<string>;
}

/**
 * The expression with functions for the operators of which feelin has another meaning than the standard or Camunda 8:
 * `a < b` becomes `_less(a, b)` (see `operators.ts`).
 *
 * @param vars - decides what is a name in it
 */
export function explicitly(expression: string, vars: Vars, dialect: string): string {
  if (!OPERATORS.test(expression)) return expression;
  const known = withoutDuration(vars);
  const text = conditionsApart(expression, (text) => parseExpression(text, known, dialect).topNode);
  const { topNode } = parseExpression(text, known, dialect);
  return written(topNode, placeOf(topNode, text, vars));
}

/** The same for tests of a table: an expression that says whether `?` passes them. */
export function testsExplicitly(tests: string, vars: Vars, dialect: string): string {
  const known = withoutDuration(vars);
  const text = conditionsApart(tests, (text) => parseUnaryTests(text, known, dialect).topNode);
  const { topNode } = parseUnaryTests(text, known, dialect);
  const place = placeOf(topNode, text, vars);
  const children = childrenOf(topNode);
  if (children.some(({ name }) => name === 'Wildcard')) return 'true';
  const list = children.find(({ name }) => name === 'PositiveUnaryTests');
  const isNegated = children[0]?.name === 'not';
  const any = anyOf(list ? childrenOf(list) : [], place, unaryTest);
  return isNegated ? `_not(${any})` : any;
}

/** A known name `duration` keeps feelin from reading the type `days and time duration`; the name needs no one to know it. */
function withoutDuration({ duration: _, ...others }: Vars): Record<string, unknown> {
  return others;
}

function placeOf(topNode: Node, text: string, vars: Vars): Place {
  return { text, subject: '?', names: new Set([...Object.keys(vars), ...namesIn(topNode, text)]) };
}

const WRITERS: Readonly<
  Record<string, (children: readonly Node[], place: Place, node: Node) => string | undefined>
> = {
  ArithmeticExpression: ([left, operator, right], place) => {
    const name = left && operator && right ? ARITHMETIC[sourceOf(operator, place)] : undefined;
    return name && left && right && `${name}(${written(left, place)}, ${written(right, place)})`;
  },
  Comparison: comparison,
  IfExpression: ([, condition], place, node) =>
    condition && copied(node, place, new Map([[condition, `_condition(${written(condition, place)})`]])),
  QuantifiedExpression: ([quantifier, lists, , condition], place) =>
    quantifier &&
    lists &&
    condition &&
    `_${sourceOf(quantifier, place)}(for ${written(lists, place)} return ${written(condition, place)})`,
  FilterExpression: filter,
  InstanceOfExpression: ([value, , , type], place) => {
    const kind = type && sourceOf(type, place).replace(/\s+/g, ' ');
    return value && kind?.endsWith(' duration')
      ? `_isDuration(${written(value, place)}, "${kind}")`
      : undefined;
  },
  // feelin stops reading at the exponent
  NumericLiteral: (_children, place, node) => sourceOf(node, place).replace(/^(-?\s*\d+)(?=[eE])/, '$1.0'),
};

const ARITHMETIC: Readonly<Record<string, string>> = {
  '+': '_sum',
  '-': '_difference',
  '*': '_product',
  '/': '_quotient',
};

const COMPARISONS: Readonly<Record<string, string>> = {
  '=': '_equal',
  '!=': '_unequal',
  '<': '_less',
  '<=': '_atMost',
  '>': '_greater',
  '>=': '_atLeast',
};

function written(node: Node, place: Place): string {
  return WRITERS[node.name]?.(childrenOf(node), place, node) ?? copied(node, place);
}

/** As it stands, but what is in it. */
function copied(node: Node, place: Place, instead: ReadonlyMap<Node, string> = new Map()): string {
  let text = '';
  let end = node.from;
  for (const child of childrenOf(node)) {
    const own = [...instead].find(([one]) => one.from === child.from && one.to === child.to)?.[1];
    text += place.text.slice(end, child.from) + (own ?? written(child, place));
    end = child.to;
  }
  return text + place.text.slice(end, node.to);
}

function comparison([left, operator, ...rest]: readonly Node[], place: Place): string | undefined {
  if (!left || !operator) return undefined;
  const value = written(left, place);
  if (operator.name === 'between') {
    const [low, , high] = rest;
    return low && high && `_within(${value}, ${written(low, place)}, ${written(high, place)}, false, false)`;
  }
  if (operator.name === 'in') {
    const list = rest.find(({ name }) => name === 'PositiveUnaryTests');
    return anyOf(list ? childrenOf(list) : rest, { ...place, subject: value }, memberTest);
  }
  const [right] = rest;
  const name = COMPARISONS[sourceOf(operator, place)];
  return name && right && `${name}(${value}, ${written(right, place)})`;
}

type TestWriter = (node: Node, place: Place) => string;

function anyOf(tests: readonly Node[], place: Place, write: TestWriter): string {
  const all = tests.map((test) => testOf(test, place, write));
  return all.length === 1 ? (all[0] ?? '') : `_some([${all.join(', ')}])`;
}

/** `< 5`, `[1..3]`, or an expression. */
function testOf(test: Node, place: Place, write: TestWriter): string {
  const [first, second] = childrenOf(test);
  switch (test.name) {
    case 'PositiveUnaryTest':
      return first ? testOf(first, place, write) : sourceOf(test, place);
    case 'SimplePositiveUnaryTest': {
      const name = first && COMPARISONS[sourceOf(first, place)];
      if (name && second) return `${name}(${place.subject}, ${written(second, place)})`;
      return first ? testOf(first, place, write) : sourceOf(test, place);
    }
    case 'Interval':
      return interval(childrenOf(test), place);
    default:
      return write(test, place);
  }
}

function interval([opening, low, , high, closing]: readonly Node[], place: Place): string {
  if (!opening || !low || !high || !closing) throw new Error(`an interval has two ends: ${place.text}`);
  const [lowIsOpen, highIsOpen] = [sourceOf(opening, place) !== '[', sourceOf(closing, place) !== ']'];
  const ends = [low, high].map((end) => written(end, place)).join(', ');
  return `_within(${place.subject}, ${ends}, ${lowIsOpen}, ${highIsOpen})`;
}

/** Behind `in`. */
function memberTest(test: Node, place: Place): string {
  const negated = negatedTests(test, place);
  if (negated) return `_not(${anyOf(negated, place, memberTest)})`;
  const [, inner] = test.name === 'ParenthesizedExpression' ? childrenOf(test) : [];
  if (inner) return testOf(inner, place, memberTest);
  return `_member(${place.subject}, ${written(test, place)})`;
}

/** What stands in `not(…)`. */
function negatedTests(test: Node, place: Place): readonly Node[] | undefined {
  const [callee, , parameters] = test.name === 'FunctionInvocation' ? childrenOf(test) : [];
  return callee && parameters && sourceOf(callee, place) === 'not' ? childrenOf(parameters) : undefined;
}

const LITERALS = new Set(['BooleanLiteral', 'NumericLiteral', 'StringLiteral', 'null']);
const NAMES = new Set(['VariableName', 'PathExpression', 'FilterExpression']);

/** In a cell of a table. */
function unaryTest(test: Node, place: Place): string {
  const negated = negatedTests(test, place);
  if (negated) return `_not(${anyOf(negated, place, unaryTest)})`;
  const value = written(test, place);
  if (LITERALS.has(test.name)) return `_equal(${place.subject}, ${value})`;
  return `_tested(${place.subject}, ${value}, ${NAMES.has(test.name)})`;
}

const PLAIN_FILTERS = new Set(['NumericLiteral', 'BooleanLiteral', 'SimplePositiveUnaryTest']);
/** Filters that are true or false whatever the item is. */
const TESTS = new Set([
  'Comparison',
  'Conjunction',
  'Disjunction',
  'QuantifiedExpression',
  'InstanceOfExpression',
]);

function filter([list, , test]: readonly Node[], place: Place): string | undefined {
  if (!list || !test || PLAIN_FILTERS.has(test.name)) return undefined;
  const verdict = written(test, place);
  const index = !TESTS.has(test.name) && meansAllOf(test, place) ? `, ${verdict}` : ', null';
  return `_unboxed(_boxed(${written(list, place)}${index})[_kept(_byPlace, ${verdict}) = true])`;
}

/** Whether a filter has a meaning without the names of the items. */
function meansAllOf(test: Node, place: Place): boolean {
  const called = test.name === 'FunctionInvocation' ? childrenOf(test)[0] : undefined;
  const own =
    test.name === 'VariableName' ? [test] : childrenOf(test).filter((child) => child.from !== called?.from);
  return own.every((child) =>
    child.name === 'VariableName' ? place.names.has(sourceOf(child, place)) : meansAllOf(child, place),
  );
}

function namesIn(node: Node, text: string): string[] {
  const own = node.name === 'Name' || node.name === 'ParameterName' ? [text.slice(node.from, node.to)] : [];
  return [...own, ...childrenOf(node).flatMap((child) => namesIn(child, text))];
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped) children.push(child);
  }
  return children;
}

function sourceOf({ from, to }: Node, { text }: Pick<Place, 'text'>): string {
  return text.slice(from, to);
}
