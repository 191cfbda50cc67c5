import * as fc from 'fast-check';
import { evaluate } from 'feelin';
import { variablesOf } from '../../../../src/bpmn/4-emit/emission';
import { toText } from '../../../../src/bpmn/4-emit/expressions/code';
import { translateFeel } from '../../../../src/bpmn/4-emit/expressions/feel';
import { areComplementary } from '../../../../src/bpmn/4-emit/expressions/feel-complement';
import { ExpressionProblem } from '../../../../src/bpmn/4-emit/expressions/translation';
import type { JsonSchema } from '../../../../src/bpmn/4-emit/expressions/types';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    n: { type: 'number' },
    m: { type: 'integer' },
    s: { type: 'string' },
    t: { type: 'string', enum: ['a', 'b', 'long text'] },
    b: { type: 'boolean' },
    c: { type: 'boolean' },
    maybe: { type: 'string' },
    nullable: { anyOf: [{ type: 'number' }, { type: 'null' }] },
    order: {
      type: 'object',
      properties: { total: { type: 'number' }, note: { type: 'string' } },
      required: ['total'],
    },
    list: { type: 'array', items: { type: 'number' } },
    orders: {
      type: 'array',
      items: {
        type: 'object',
        properties: { total: { type: 'number' }, lines: { type: 'array', items: { type: 'number' } } },
        required: ['total', 'lines'],
      },
    },
    'two words': { type: 'number' },
    anything: {},
  },
  required: ['n', 'm', 's', 't', 'b', 'c', 'nullable', 'order', 'list', 'orders', 'two words', 'anything'],
};
const { type } = variablesOf(schema);

function exact(text: string): string | undefined {
  const { exact } = translateFeel(text, type);
  return exact && toText(exact.code, (name) => (/ /.test(name) ? `vars['${name}']` : `vars.${name}`));
}

test.each([
  ['n > 100', 'vars.n > 100'],
  ['n between 1 and 2.5', 'vars.n >= 1 && vars.n <= 2.5'],
  ['s = "a"', "vars.s === 'a'"],
  ['t != "b" or s = t', "vars.t !== 'b' || vars.s === vars.t"],
  ['b', 'vars.b'],
  ['b = true', 'vars.b'],
  ['b = false', '!vars.b'],
  ['b != true', '!vars.b'],
  ['not(b and c)', '!(vars.b && vars.c)'],
  ['b and c or n > 1', '(vars.b && vars.c) || vars.n > 1'],
  ['b and (c or n > 1)', 'vars.b && (vars.c || vars.n > 1)'],
  ['maybe = "x"', "vars.maybe === 'x'"],
  ['maybe = null', 'vars.maybe == null'],
  ['null != nullable', 'vars.nullable != null'],
  ['order.total * 1.50', 'vars.order.total * 1.5'],
  ['order.note', 'vars.order.note'],
  ['-n + m ** 2', '-vars.n + vars.m ** 2'],
  ['(-n) ** 2', '(-vars.n) ** 2'],
  ['-(n)', '-vars.n'],
  ['n - (m - 1)', 'vars.n - (vars.m - 1)'],
  ['n / 4', 'vars.n / 4'],
  ['"a\\"b\\u0041" + s', '`a"bA${vars.s}`'],
  ['"no. " + s + " of `" + s + "${"', '`no. ${vars.s} of \\`${vars.s}\\${`'],
  ['s + s', 'vars.s + vars.s'],
  ['if b then n else m + 1', 'vars.b ? vars.n : vars.m + 1'],
  ['contains(lower case(s), "x")', "vars.s.toLowerCase().includes('x')"],
  ['starts with(s, "x") and ends with(t, "y")', "vars.s.startsWith('x') && vars.t.endsWith('y')"],
  ['count(list) >= 3', 'vars.list.length >= 3'],
  ['{ total: n, tags: ["a", s] }', "{ total: vars.n, tags: ['a', vars.s] }"],
  ['{ "total": n, "due date": s }', "{ total: vars.n, 'due date': vars.s }"],
  ['"in two\nlines"', "'in two\\nlines'"],
  ['some x in list satisfies x > n', 'vars.list.some((x) => x > vars.n)'],
  [
    'every order in orders satisfies order.total > 0 and some n in order.lines satisfies n = 1',
    'vars.orders.every((order) => order.total > 0 && order.lines.some((n) => n === 1))',
  ],
  ['two words > 1', "vars['two words'] > 1"],
  ['n // with a comment', 'vars.n'],
])('%s is %s', (text, code) => {
  expect(exact(text)).toBe(code);
});

test.each([
  'unknown > 1',
  'anything = 1',
  'maybe > "a"',
  'n = s',
  'n + s',
  'n / m',
  'n ** m',
  'maybe and b',
  'if maybe then 1 else 2',
  'list[1]',
  'list.x',
  'order.other',
  'some x in list satisfies x > unknown',
  'some x in list satisfies x = s',
  'some x in anything satisfies x = 1',
  'some x in list, y in list satisfies x = y',
  'some x in 1..n satisfies x = 1',
  'every x in orders satisfies x.other',
  'n in [1..3]',
  'today() > date("2020-01-01")',
  'sum(list) > 3',
  '{ a: n, b: a }',
  '{ "a": n, b: a }',
  'maybe = maybe',
  'n between 1 and m',
  'n between 2 and 1',
  'contains(maybe, "x")',
])('%s is left to feelin', (text) => {
  expect(exact(text)).toBeUndefined();
});

test.each([
  ['n >', '"n >"', 3],
  ['n + * 2', '', 4],
  ['', '', 0],
  ['if b then 1', '', 11],
])('%s cannot be parsed', (text, _found, from) => {
  const problem = problemOf(text);
  expect(problem).toMatchObject({ kind: 'syntax' });
  expect(problem.from).toBe(from);
});

function problemOf(text: string): ExpressionProblem {
  try {
    translateFeel(text, type);
  } catch (error) {
    if (error instanceof ExpressionProblem) return error;
  }
  throw new Error(`${text} was parsed.`);
}

test.each([
  ['a and b.c > 1', ['a', 'b']],
  ['sum(for item in items return item.price) > limit', ['items', 'limit']],
  ['some x in xs satisfies x > y', ['xs', 'y']],
  ['{ a: 1, b: a + c }.b', ['c']],
  ['starts with(s, "x")', ['s']],
  ['first name = "x"', ['first name']],
])('%s reads %p', (text, variables) => {
  expect([...translateFeel(text, type).variables]).toEqual(variables);
});

test.each([
  ['b', 'not(b)', true],
  ['not( b )', 'b', true],
  ['b = false', 'b', true],
  ['n > 1', 'n <= 1', true],
  ['(n = 1)', 'n != 1', true],
  ['n > 1', 'n < 1', false],
  ['n > 1', 'm <= 1', false],
  ['n > 1', 'n <= 2', false],
  ['b', 'c', false],
])('%s and %s: one of them always holds: %p', (a, b, expected) => {
  expect(areComplementary(a, b)).toBe(expected);
});

describe('exact TypeScript gives what feelin gives', () => {
  const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0.5, 1e9, -0));
  const vars = fc.record(
    {
      n: number,
      m: fc.integer({ min: -5, max: 5 }),
      s: fc.constantFrom('', 'a', 'b', 'ß', "it's"),
      t: fc.constantFrom('a', 'b', 'long text'),
      b: fc.boolean(),
      c: fc.boolean(),
      maybe: fc.constantFrom('', 'a'),
      nullable: fc.option(number),
      order: fc.record({ total: number, note: fc.constant('a') }, { requiredKeys: ['total'] }),
      list: fc.array(number, { maxLength: 3 }),
    },
    { requiredKeys: ['n', 'm', 's', 't', 'b', 'c', 'nullable', 'order', 'list'] },
  );
  const { expression } = fc.letrec<{ expression: string; number: string; text: string; boolean: string }>(
    (tie) => ({
      expression: fc.oneof(tie('number'), tie('text'), tie('boolean')),
      number: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('n', 'm', 'order.total', '0', '2', '1.5', 'count(list)', 'nullable'),
        fc
          .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/', '**'), tie('number'))
          .map((parts) => parts.join(' ')),
        tie('number').map((inner) => `-(${inner})`),
        tie('number').map((inner) => `(${inner}) ** 3`),
        fc
          .tuple(tie('boolean'), tie('number'), tie('number'))
          .map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
      ),
      text: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('s', 't', '"a"', '""', '"it\'s"', 'maybe', 'order.note'),
        fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
        tie('text').map((inner) => `upper case(${inner})`),
      ),
      boolean: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('b', 'c', 'true', 'false', 'b = c', 'maybe = null', 'nullable != null'),
        fc
          .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), tie('number'))
          .map((parts) => parts.join(' ')),
        fc
          .tuple(tie('text'), fc.constantFrom('<', '>=', '=', '!='), tie('text'))
          .map((parts) => parts.join(' ')),
        fc
          .tuple(tie('boolean'), fc.constantFrom('and', 'or'), tie('boolean'))
          .map((parts) => `(${parts.join(' ')})`),
        tie('boolean').map((inner) => `not(${inner})`),
        fc.tuple(tie('text'), tie('text')).map(([a, b]) => `contains(${a}, ${b})`),
        // The name that it gives to a number hides a variable.
        fc
          .tuple(fc.constantFrom('some', 'every'), tie('boolean'))
          .map(([quantifier, test]) => `(${quantifier} n in list satisfies ${test})`),
        fc
          .tuple(tie('number'), tie('number'), tie('number'))
          .map(([a, b, c]) => `(${a} between ${b} and ${c})`),
      ),
    }),
  );

  test('for random expressions and variables', () => {
    let compared = 0;
    fc.assert(
      fc.property(expression, vars, (text, given) => {
        const code = exact(text);
        if (code === undefined) return;
        const values = JSON.parse(JSON.stringify(given)) as typeof given;
        compared += 1;
        const ours: unknown = new Function('vars', `return (${code});`)(values);
        const theirs = evaluate(text, values).value ?? null;
        // Minus zero is zero, and a missing value is null.
        expect(ours === 0 ? 0 : (ours ?? null)).toEqual(theirs === 0 ? 0 : theirs);
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
