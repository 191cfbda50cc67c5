import type { Expression } from '../../2-model/value-types';
import { reportedProblem } from '../../4-emit/expression-problems';
import { call, concat, lambda, quote, type Doc } from '../../4-emit/doc';
import { childrenOf, type FeelNode, parseFeelTests, sourceOf } from '../../4-emit/expressions/feel-syntax';
import { constantOf, plainConstant, type Constant } from './constants';
import { constant, context, valueOf } from './expression';
import type { DecisionHelper } from './helpers';
import { knownIn, type Scope, type Work } from './scope';
import { ANYTHING, type ValueType } from './value-types';

/** A column of a table, as its tests see it. */
export interface TestedColumn {
  /** What is tested. */
  readonly value: ValueType;
  /** Name by which tests know the value besides `?`. */
  readonly variable?: string | undefined;
}

/** The test of one cell: `below(1000)`, `oneOf('EU', 'CH')`; what only FEEL can say is left to FEEL. */
export function unaryTest(expression: Expression, column: TestedColumn, scope: Scope, work: Work): Doc {
  try {
    if (expression.language !== 'feel') return condition(expression, column, scope, work);
    return feelTest(expression.text, column, scope, work);
  } catch (error) {
    reportedProblem(error, expression, work);
    return 'null';
  }
}

function feelTest(text: string, column: TestedColumn, scope: Scope, work: Work): Doc {
  const plain = plainConstant(text);
  const names = withValue(column, scope);
  const { root } = plain === undefined ? parseFeelTests(text, knownIn(names)) : { root: undefined };
  const given: Given = { text, column, work };
  const exact =
    plain === undefined ? root && testsOf(childrenOf(root), given) : constantTests([plain], given);
  if (exact !== undefined) return exact;
  const vars = context(text, 'test', names, work);
  const isEmpty = typeof vars === 'object' && vars.kind === 'object' && vars.entries.length === 0;
  const test = call(work.uses.use('unaryTest'), quote(text), ...(isEmpty ? [] : [vars]));
  const seesValue = column.variable !== undefined && text.includes(column.variable);
  return seesValue ? lambda('(value)', concat(test, '(value)')) : test;
}

function withValue({ variable, value }: TestedColumn, scope: Scope): Scope {
  if (variable === undefined) return scope;
  return new Map([...scope, [variable, { code: 'value', value }]]);
}

interface Given {
  readonly text: string;
  readonly column: TestedColumn;
  readonly work: Work;
}

/** `"a", < 5`, or `not(…)` around it. */
function testsOf(nodes: readonly FeelNode[], given: Given): Doc | undefined {
  const [first, ...rest] = nodes;
  if (first?.name === 'not') {
    const inner = testsOf(rest.slice(1, -1), given);
    return inner && call(given.work.uses.use('not'), inner);
  }
  if (first?.name !== 'PositiveUnaryTests' || rest.length > 0) return undefined;
  const tests = childrenOf(first).map((test) => childrenOf(test)[0]);
  const constants = tests.map((test) => constantOf(test, given.text));
  if (constants.every((value) => value !== undefined)) return constantTests(constants, given);
  const each = tests.map((test, i) => {
    const value = constants[i];
    return value === undefined ? comparisonTest(test, given) : constantTests([value], given);
  });
  if (!each.every((test) => test !== undefined)) return undefined;
  return each.length === 1 ? each[0] : call(given.work.uses.use('either'), ...each);
}

function constantTests(constants: readonly Constant[], { column, work }: Given): Doc | undefined {
  if (column.value.temporal && constants.some((value) => value !== null)) return undefined;
  const [only] = constants;
  const docs = constants.map((value) => constant(value).doc);
  if (constants.length === 1 && only !== undefined) return call(work.uses.use('is'), ...docs);
  return call(work.uses.use('oneOf'), ...docs);
}

const COMPARISONS: Readonly<Record<string, DecisionHelper>> = {
  '<': 'below',
  '<=': 'atMost',
  '>': 'above',
  '>=': 'atLeast',
  '=': 'is',
};

/** `< 5`, `[1..5]`, as far as they compare with constants that have an order. */
function comparisonTest(node: FeelNode | undefined, given: Given): Doc | undefined {
  const { text, work } = given;
  if (given.column.value.temporal || node?.name !== 'SimplePositiveUnaryTest') return undefined;
  const [first, second, ...more] = childrenOf(node);
  if (first?.name === 'Interval' && !second) return intervalTest(first, given);
  const limit = constantOf(second, text);
  const helper = first?.name === 'CompareOp' ? COMPARISONS[sourceOf(first, given)] : undefined;
  if (helper === undefined || limit === undefined || more.length > 0) return undefined;
  if (helper === 'is') return constantTests([limit], given);
  return isOrdered(limit) ? call(work.uses.use(helper), constant(limit).doc) : undefined;
}

function intervalTest(node: FeelNode, { text, work }: Given): Doc | undefined {
  const [open, low, dots, high, close] = childrenOf(node);
  const [from, to] = [constantOf(low, text), constantOf(high, text)];
  if (!open || !close || dots?.name !== '..' || from === undefined || to === undefined) return undefined;
  // FEEL goes by the smaller and the larger one, so the order must be known.
  if (!isOrdered(from) || typeof from !== typeof to || !((from as number) <= (to as number)))
    return undefined;
  const bounds = `${sourceOf(open, { text }) === '[' ? '[' : '('}${sourceOf(close, { text }) === ']' ? ']' : ')'}`;
  const args = [constant(from).doc, constant(to).doc, ...(bounds === '[]' ? [] : [quote(bounds)])];
  return call(work.uses.use('between'), ...args);
}

function isOrdered(value: Constant): value is string | number {
  return typeof value === 'number' || typeof value === 'string';
}

/** In JUEL and JavaScript a cell is a condition, which knows the value as `cellInput` in Camunda 7. */
function condition(expression: Expression, column: TestedColumn, scope: Scope, work: Work): Doc {
  const name = column.variable ?? 'cellInput';
  const inner = new Map([...scope, [name, { code: 'value', value: ANYTHING }]]);
  const { doc } = valueOf(expression, inner, work);
  return lambda(expression.text.includes(name) ? '(value)' : '()', doc);
}
