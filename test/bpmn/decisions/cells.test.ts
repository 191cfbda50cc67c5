import * as fc from 'fast-check';
import { compileDecisions } from '../../../src/bpmn/decisions/compile-decisions';
import { decide, dmn, failure, table } from './dmn';

/** Whether a cell accepts a value. */
const accepts = (cell: string, value: unknown, type = '', more: object = {}) =>
  decide(
    table({ hitPolicy: 'FIRST', inputs: [`x: ${type}`], outputs: ['r||| false'], rules: [[cell, 'true']] }),
    { x: value, ...more },
  );

test.each([
  ['-', 5, true],
  ['-', null, true],
  ['', 5, true],
  ['5', 5, true],
  ['-5', -5, true],
  ['5', null, false],
  ['1, 2, 3', 2, true],
  ['1, 2, 3', 4, false],
  ['"a"', 'a', true],
  ['"a", "b"', 'b', true],
  ['"say \\"a\\""', 'say "a"', true],
  ['true', true, true],
  ['false', true, false],
  ['null', null, true],
  ['null', 5, false],
  ['not(null)', 5, true],
  ['not(null)', null, false],
  ['< 5', 4, true],
  ['< 5', 5, false],
  ['<= 5', 5, true],
  ['> 5', 5, false],
  ['>= 5', 5, true],
  ['>= -5', -5, true],
  ['= 5', 5, true],
  ['!= 5', 4, true],
  ['< 5', null, false],
  ['not(< 5)', null, false],
  ['not("a")', null, true],
  ['not("a", "b")', 'b', false],
  ['not(< 5, > 10)', 7, true],
  ['not([1..3])', 3, false],
  ['[1..3]', 1, true],
  ['(1..3]', 1, false],
  [']1..3[', 3, false],
  ['[1..3)', 3, false],
  ['< 5, > 10', 11, true],
  ['< "m"', 'a', true],
  ['> limit', 6, true],
  ['> limit + 5', 6, false],
  ['limit', 5, true],
  ['? > limit and ? < 8', 7, true],
  ['contains(?, "b")', 'abc', true],
  ['[1, 2]', 2, true],
])('%s accepts %p: %p', (cell, value, expected) => {
  expect(accepts(cell, value, '', { limit: 5 })).toBe(expected);
});

test.each([
  ['> date("2020-01-01")', 'date', '2020-01-02', true],
  ['[date("2020-01-01")..date("2020-12-31")]', 'date', '2021-01-01', false],
  ['> date and time("2020-01-01T10:00:00Z")', 'dateTime', '2020-01-01T12:00:00Z', true],
  ['< time("10:00:00")', 'time', '09:30:00', true],
  ['< duration("P2D")', 'dayTimeDuration', 'P1D', true],
  ['> date("2020-01-01")', 'date', null, false],
  // Camunda 7's type `date` is a moment.
  ['> date and time("2020-01-01T00:00:00")', 'date', '2020-01-02', true],
  ['> date and time("2020-01-01T12:00:00")', 'date', '2020-01-01T11:00:00', false],
  [
    '[date and time("2020-01-01T00:00:00Z")..date and time("2020-01-02T00:00:00Z")]',
    'date',
    '2020-01-01T10:00:00.000+0200',
    true,
  ],
  ['< date and time("2020-01-01T09:00:00Z")', 'date', '2020-01-01T10:00:00.000+0200', true],
])('%s of type %s accepts %p: %p', (cell, type, value, expected) => {
  expect(accepts(cell, value, type)).toBe(expected);
});

test.each([
  ['< 5', '4', "ExpressionFailed: Decision 'd', rule 1, input 'x': \"4\" cannot be compared with 5."],
  ['"a"', 5, "ExpressionFailed: Decision 'd', rule 1, input 'x': 5 cannot be compared with \"a\"."],
  ['> nothing', 5, /Variable 'nothing' not found\. The test is: > nothing\.$/],
  ['< 5', undefined, "ExpressionFailed: Decision 'd', input 'x': it has no value."],
])('%s of %p fails', (cell, value, expected) => {
  const message = failure(() => accepts(cell, value));
  if (typeof expected === 'string') expect(message).toBe(expected);
  else expect(message).toMatch(expected);
});

test('input values that are not allowed fail, output values as well', () => {
  const xml = table({
    inputs: ['x: string'],
    outputs: ['r|string|"a","b"'],
    rules: [['-', 'y']],
  }).replace('</input>', '<inputValues><text>"p","q"</text></inputValues></input>');
  expect(decide(xml, { x: 'p', y: 'a' })).toBe('a');
  expect(decide(xml, { x: null, y: 'a' })).toBe('a');
  expect(failure(() => decide(xml, { x: 'z', y: 'a' }))).toBe(
    "DecisionFailed: Decision 'd' failed: \"z\" is no value that the input 'x' may have.",
  );
  expect(failure(() => decide(xml, { x: 'p', y: 'c' }))).toBe(
    'DecisionFailed: Decision \'d\' failed: rule 1 gave "c", which is none of ["a","b"].',
  );
});

test('what cells ask most needs no FEEL at run time', () => {
  const logic = table({
    inputs: ['n: number', 's: string'],
    outputs: ['r|number'],
    rules: [
      ['< 5, [7..9)', '"a", "b"', '1'],
      ['not(> 5)', 'not("a", null)', 'k * 2'],
    ],
  });
  const input = '<inputData id="i" name="k"><variable name="k" typeRef="number"/></inputData>';
  const required = '<informationRequirement><requiredInput href="#i"/></informationRequirement>';
  const xml = dmn(`${input}<decision id="d" name="D">${required}${logic}</decision>`);
  const [file] = compileDecisions({ file: 'test.dmn', xml }).files;
  expect(file?.content).not.toContain('batonflow/feel');
});

test('a table is what its rules say, one by one', () => {
  const bound = fc.integer({ min: 0, max: 20 });
  const cell = fc.oneof(
    fc.constant({ text: '-', holds: () => true }),
    bound.map((n) => ({ text: String(n), holds: (x: number) => x === n })),
    bound.map((n) => ({ text: `< ${n}`, holds: (x: number) => x < n })),
    bound.map((n) => ({ text: `not(>= ${n})`, holds: (x: number) => x < n })),
    fc.tuple(bound, bound).map(([a, b]) => ({
      text: `(${Math.min(a, b)}..${Math.max(a, b)}]`,
      holds: (x: number) => x > Math.min(a, b) && x <= Math.max(a, b),
    })),
  );
  const rule = fc.tuple(cell, cell, bound);
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 8 }), bound, bound, (rules, x, y) => {
      const logic = table({
        hitPolicy: 'COLLECT',
        inputs: ['x: number', 'y: number'],
        outputs: ['r|number'],
        rules: rules.map(([a, b, result]) => [a.text, b.text, String(result)]),
      });
      const expected = rules.filter(([a, b]) => a.holds(x) && b.holds(y)).map(([, , result]) => result);
      expect(decide(logic, { x, y })).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['> limit', 'x', '"x" cannot be compared with 5'],
  ['[limit..limit + 5]', 'x', '"x" cannot be compared with 5'],
  ['not(> limit)', 'x', '"x" cannot be compared with 5'],
  ['limit', 'x', '"x" cannot be compared with 5'],
  ['> date("2026-01-01")', '2026-02-01', '"2026-02-01" cannot be compared with the date 2026-01-01'],
])('what only FEEL can test, %s, does not compare what differs in type: %p', (cell, value, expected) => {
  expect(failure(() => accepts(cell, value, '', { limit: 5 }))).toContain(
    `ExpressionFailed: Decision 'd', rule 1, input 'x': ${expected}`,
  );
});
