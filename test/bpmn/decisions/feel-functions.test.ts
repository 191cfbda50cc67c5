/** The functions of FEEL one by one: those of DMN 1.3 (10.3.4), and what Camunda 8 documents beside them. */
import { evaluate } from 'feelin';
import { parseFeel } from '../../../src/bpmn/4-emit/expressions/feel-syntax';
import { FEEL_FUNCTIONS } from '../../../src/shared/feel/names';
import { feel, feelTest, unaryTest } from '../../../src/workflows/feel';
import { failure } from './dmn';

const given = { n: 5, day: '2026-03-01', nothing: null, order: { items: [1, 2], by: { name: 'Ann' } } };

const calls: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  ranges: [
    ['before(1, 10)', true],
    ['before(10, 1)', false],
    ['before(1, (1..5])', true],
    ['before(1, [1..5])', false],
    ['before([1..5), 5)', true],
    ['before([1..5], 5)', false],
    ['before([1..5), [5..9])', true],
    ['before(date("2026-01-01"), date("2026-01-02"))', true],
    ['before(duration("P1D"), duration("PT25H"))', true],
    ['after(12, [2..5])', true],
    ['after([5..9], [1..5))', true],
    ['after([1..5], 9)', false],
    ['meets([1..3], [3..5])', true],
    ['meets([1..3], (3..5])', false],
    ['meets([1..3], [4..6])', false],
    ['met by([3..5], [1..3])', true],
    ['met by([3..5], [1..3))', false],
    ['overlaps([5..9], [1..6])', true],
    ['overlaps([1..3], (3..6])', false],
    ['overlaps((3..7], [1..4])', true],
    ['overlaps before([1..5], [4..9])', true],
    ['overlaps before([1..5), [5..9])', false],
    ['overlaps before([4..9], [1..5])', false],
    ['overlaps after([4..9], [1..5])', true],
    ['overlaps after([3..5], [1..3))', false],
    ['finishes(5, [1..5])', true],
    ['finishes(5, [1..5))', false],
    ['finishes([3..5], [1..5])', true],
    ['finishes([3..5), [1..5])', false],
    ['finished by([1..5], 5)', true],
    ['finished by([1..5], [3..5])', true],
    ['finished by((5..8], [1..5))', false],
    ['includes([5..9], 6)', true],
    ['includes([5..9], 10)', false],
    ['includes([1..9], [4..6])', true],
    ['includes((1..9], [1..6])', false],
    ['during(5, [1..9])', true],
    ['during(1, (1..9])', false],
    ['during([4..6], [1..9))', true],
    ['during((1..5], (1..9])', true],
    ['starts(1, [1..5])', true],
    ['starts(1, (1..5])', false],
    ['starts([1..3], [1..5])', true],
    ['starts([1..9], [1..5])', false],
    ['started by([1..9], 1)', true],
    ['started by([1..9], [1..5])', true],
    ['started by((1..9], [1..5))', false],
    ['coincides(5, 5)', true],
    ['coincides(3, 4)', false],
    ['coincides([1..5], [1..5])', true],
    ['coincides((1..5], [1..5))', false],
    ['during(nothing, [1..9])', null],
  ],
  durations: [
    ['duration("P1D") * 5', 'P5D'],
    ['1.5 * duration("PT2H")', 'PT3H'],
    ['duration("P1M") * 18', 'P1Y6M'],
    ['duration("P1M") * -2', '-P2M'],
    ['duration("P1Y") / 12', 'P1M'],
    ['duration("P5D") / 2', 'P2DT12H'],
    ['duration("P5D") / duration("PT12H")', 10],
    ['duration("P1Y") / duration("P1M")', 12],
    ['date("2026-03-01") + duration("P1D") * 2', '2026-03-03'],
    ['(date("2026-03-11") - date("2026-03-01")) / 2', 'P5D'],
    ['years and months duration(date("2026-01-31"), date and time("2027-03-30T00:00:00")).months', 1],
  ],
  lists: [
    ['list contains([date("2026-03-01")], date("2026-03-01"))', true],
    ['list contains([[1], [2]], [2])', true],
    ['list contains([{a: 1}], {a: 2})', false],
    ['index of([duration("PT60M"), 1], duration("PT1H"))', [1]],
    ['index of([1, null, 1], null)', [2]],
    ['min("b", "a", "c")', 'a'],
    ['max([date("2026-03-01"), date("2026-02-01")])', '2026-03-01'],
    ['min([])', null],
    ['sublist([1, 2, 3], -2, 1)', [2]],
    ['sublist([1, 2, 3], -9)', [1, 2, 3]],
    ['duplicate values([1, 2, 3, 2, 1])', [1, 2]],
    ['is empty([])', true],
    ['is empty(order.items)', false],
    ['partition([1, 2, 3, 4, 5], 2)', [[1, 2], [3, 4], [5]]],
    ['partition([], 2)', []],
    ['string join(["a", null, "b"], ", ", "[", "]")', '[a, b]'],
    ['string join(list: ["a", "b"], delimiter: "-")', 'a-b'],
  ],
  numbers: [
    ['number("1500.5")', 1500.5],
    ['number("1,500", ",")', 1500],
    ['number("1.500,5", ".", ",")', 1500.5],
    ['number("-0.5e2")', -50],
    ['decimal(1.5, 0)', 2],
    ['decimal(n: 2.345, scale: 2)', 2.34],
    ['floor(-1.56, 1)', -1.6],
    ['floor(4.35, 2)', 4.35],
    ['ceiling(-1.56, 1)', -1.5],
    ['ceiling(-0.4)', 0],
    ['round up(5.5)', 6],
    ['round up(-1.126, 2)', -1.13],
    ['round down(-5.5)', -5],
    ['round half up(1.005, 2)', 1.01],
    ['round half up(-5.5)', -6],
    ['round half down(-5.5)', -5],
    ['round half down(1.126, 2)', 1.13],
    ['log(1)', 0],
    ['exp(0)', 1],
    ['string(random number() < 1)', 'true'],
  ],
  texts: [
    ['substring("foobar", -3, 2)', 'ba'],
    ['substring("foobar", 3, 10)', 'obar'],
    ['substring("a😀b", -2)', '😀b'],
    ['extract("see 1234, 1256 and 1378", "12[0-9]*")', ['1234', '1256']],
    ['extract("none", "[0-9]+")', []],
    ['trim("  a  b ")', 'a  b'],
    ['is blank(" ")', true],
    ['to base64("FEEL")', 'RkVFTA=='],
    ['to base64("ä€😀")', 'w6Tigqzwn5iA'],
    ['matches(uuid(), "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")', true],
    ['matches("FooBar", "foo", "i")', true],
    ['replace("How do you feel?", "Feel", "FEEL", "i")', 'How do you FEEL?'],
    ['split("a;b;;", ";")', ['a', 'b', '', '']],
  ],
  values: [
    ['is defined(n)', true],
    ['is defined(order.by.age)', false],
    ['is defined(missing.entry)', false],
    ['get or else(nothing, "else")', 'else'],
    ['get or else(n, "else")', 5],
    ['assert(n, n > 1)', 5],
    ['get value(order, ["by", "name"])', 'Ann'],
    ['get value(order, ["by", "age"])', null],
    ['get value({constructor: 1}, "valueOf")', null],
    ['context put({x: 1}, "y", 2)', { x: 1, y: 2 }],
    ['context put({x: 1}, ["y", "z"], 2)', { x: 1, y: { z: 2 } }],
    ['context put(context: {x: 1}, keys: ["x"], value: 2)', { x: 2 }],
    ['from json("{""a"": [1, null]}")'.replaceAll('""', '\\"'), { a: [1, null] }],
    ['to json({a: date("2026-03-01"), b: [true]})', '{"a":"2026-03-01","b":[true]}'],
    ['fromAi(n, "a number", "number")', 5],
    ['fromAi(value: n, type: "number")', 5],
  ],
  dates: [
    ['day of week(date(day))', 'Sunday'],
    ['last day of month(date("2024-02-10"))', '2024-02-29'],
    ['last day of month(date and time("2026-10-16T12:00:00"))', '2026-10-31'],
    ['abs(duration("-PT5H"))', 'PT5H'],
    ['time(14, 30, 0, duration("PT1H"))', '14:30:00+01:00'],
    ['date and time(date("2026-03-01"), time("10:00:00"))', '2026-03-01T10:00:00'],
    ['date and time("2026-04-29T09:30:00+02:00[Europe/Berlin]")', '2026-04-29T09:30:00@Europe/Berlin'],
    [
      'date and time(date and time("2026-07-31T14:27:30Z"), "Europe/Berlin")',
      '2026-07-31T16:27:30@Europe/Berlin',
    ],
    ['date and time(from: "2026-03-01T10:00:00Z")', '2026-03-01T10:00:00Z'],
    ['is(time("10:00:00Z"), time("10:00:00+00:00"))', true],
  ],
};

describe.each(Object.entries(calls))('%s', (_, examples) => {
  test.each(examples)('%s', (text, expected) => {
    parseFeel(text); // as the compiler does
    expect(feel('d', text, given)).toEqual(expected);
  });
});

test.each([
  ['day of week("2026-03-01")', 'day of week: there is no value for "2026-03-01"'],
  ['string length(5)', 'string length: there is no value for 5'],
  ['number("")', 'number: "" is not the text of a number'],
  ['number("1,500")', 'number: "1,500" is not the text of a number'],
  ['max(1, "b")', 'max: 1 cannot be compared with "b"'],
  ['before(1, "b")', 'before: 1 cannot be compared with "b"'],
  [
    'during(5, [date("2026-01-01")..date("2026-01-02")])',
    'during: the date 2026-01-01 cannot be compared with 5',
  ],
  ['duration("P1D") * duration("P1D")', 'the duration P1D cannot be multiplied by the duration P1D'],
  ['duration("P1Y") / duration("P1D")', 'the duration P1Y cannot be divided by the duration P1D'],
  ['5 / duration("P1D")', '5 cannot be divided by the duration P1D'],
  ['duration("P1D") / 0', 'division by zero'],
  ['n * "5"', '5 cannot be multiplied by "5"'],
  ['substring("abc", 0)', 'substring: positions begin at 1, and 0 is none'],
  ['partition([1], 0)', 'partition: there are no parts of 0 items'],
  ['string join(["a", 1])', 'string join: 1 is no text'],
  ['extract("a", "[")', 'extract: "[" is no regular expression'],
  ['from json("{")', 'from json: "{" is no JSON'],
  ['assert(n, n > 9)', 'assert: the condition does not hold'],
  ['assert(n, n > 9, "too small")', 'too small'],
  ['get value(5, "a")', 'get value: 5 is no context'],
  ['last day of month("2026")', 'last day of month: "2026" is no date'],
  ['date and time("soon")', 'date and time: "soon" is no date and time in ISO 8601'],
])('%s has no value, and says why', (text, reason) => {
  expect(failure(() => feel('d', text, given))).toBe(
    `ExpressionFailed: Expression of 'd' failed: ${reason}. It is: ${text}`,
  );
});

test('what a function has no value for is null where the expression goes on with that', () => {
  expect(feelTest('d', 'number("abc") = null', given)).toBe(true);
  expect(feel('d', 'if number("abc") = null then 0 else 1', given)).toBe(0);
  expect(feel('d', 'get or else(number("abc"), 0)', given)).toBe(0);
});

test('functions are there in the tests of tables', () => {
  expect(unaryTest('is defined(?)')(1)).toBe(true);
  expect(unaryTest('during(?, [1..n])', { n: 5 })(5)).toBe(true);
  expect(unaryTest('string length(trim(?)) > 1')(' a ')).toBe(false);
});

test('every function is known to the compiler, and none is told of that does not exist', () => {
  for (const name of FEEL_FUNCTIONS) {
    const { variables } = parseFeel(`${name}(n)`);
    expect([name, [...variables]]).toEqual([name, ['n']]);
  }
  // Whether a function has no value for a number, or a value: it is there.
  const absent = FEEL_FUNCTIONS.filter((name) => /no function|not found/i.test(told(`${name}(5)`)));
  expect(absent).toEqual([]);
});

function told(text: string): string {
  try {
    feel('d', text, {});
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test.each([
  ['containz("a", "b")', 'FEEL has no function "containz"; did you mean "contains"'],
  ['if nope(n) then 1 else 2', 'FEEL has no function "nope"'],
])('%s is refused when it is compiled', (text, message) => {
  expect(() => parseFeel(text)).toThrow(message);
});

test('functions of the expression itself, and those that are known, can be called', () => {
  expect(() => parseFeel('{ twice: function(x) x * 2, all: twice(n) }.all')).not.toThrow();
  expect(() => parseFeel('score(n)', { score: {} })).not.toThrow();
  // feelin would give null for it, without a word that a condition would show
  expect(evaluate('nope(5) = 1', {}).value).not.toBe(true);
});
