/**
 * FEEL as Camunda 8 has it: each value is what its engine (feel-scala 1.20) gives. Where that is null because something is
 * wrong, Baton fails: `FAILS`.
 */
import { feel, unaryTest } from '../../../src/workflows/feel';
import { failure } from './dmn';

const FAILS = Symbol('fails');

const given = {
  n: 5,
  b: true,
  s: 'foobar',
  nothing: null,
  xs: [1, 2, 3, 4],
  people: [
    { name: 'Ann', age: 30, active: true },
    { name: 'Bob', age: 20, active: false },
    { name: 'Cid', age: null, active: false },
  ],
};

const expressions: readonly (readonly [string, unknown])[] = [
  // What stands behind `in` ends before `and`
  ['n in [1..10] and b', true],
  ['n in [1..10] and false or b', true],
  ['n in [7..10] or b', true],
  ['n in < 6 and b', true],
  ['n in (< 6) or b', true],
  ['if n in [1..10] and b then 1 else 2', 1],
  ['b and n in [1..10] and n in [5..5] and s = "foobar"', true],
  ['not(n in [1..4] or s = "x")', true],
  // Intervals do not turn round
  ['n in [10..1]', false],
  ['n between 10 and 1', false],
  ['n in [nothing..10]', null],
  // Tests behind `in`
  ['n in (not(5), 7)', false],
  ['n in nothing', false],
  ['nothing in nothing', true],
  ['[1, 2] in [1, 2]', true],
  ['[1] in [1, 2]', false],
  ['"x" in (1, "x")', true],
  ['n in (1, "a")', FAILS],
  // Filters see the names of the items whatever they are made of
  ['people[contains(name, "n")].name', ['Ann']],
  ['people[active].name', ['Ann']],
  ['people[not(active)].name', ['Bob', 'Cid']],
  ['people[if age = null then false else age > 25].name', ['Ann']],
  ['people[is defined(age)].name', ['Ann', 'Bob']],
  ['people[active = false][not(age = null)].name', ['Bob']],
  ['xs[even(item)]', [2, 4]],
  ['xs[count(xs)]', 4],
  ['xs[n - 4]', 1],
  ['xs[-1]', 4],
  ['xs[if b then 2 else 1]', 2],
  ['for x in [1, 2] return xs[x]', [1, 2]],
  ['[null, 1][1 = 1]', [null, 1]],
  ['count([true, false][item != null])', 2],
  ['[{item: 1}, {item: 2}][item = 2]', [{ item: 2 }]],
  ['[{n: 1}, {n: 5}][n = 5]', [{ n: 5 }]],
  ['xs["a"]', FAILS],
  // Three answers
  ['some x in [1, null] satisfies x > 0', true],
  ['some x in [-1, null] satisfies x > 0', null],
  ['every x in [1, null] satisfies x > 0', null],
  ['every x in [-1, null] satisfies x > 0', false],
  ['every x in [] satisfies false', true],
  ['some x in [1] satisfies "a"', FAILS],
  // Equality
  ['[] = [null]', false],
  ['[1] = [1, 2]', false],
  ['[1] != []', true],
  ['["a"] = [1]', false],
  ['[1] = 1', FAILS],
  ['duration("P1Y") > duration("P364D")', FAILS],
  ['duration("P1D") instance of days and time duration', true],
  ['duration("P1Y") instance of years and months duration', true],
  // Dates, wherever their clocks are
  ['date and time("2020-01-31T10:30:00Z") - date and time("2020-01-31T11:30:00+01:00")', 'PT0S'],
  ['date and time("2020-01-31T10:30:00@Europe/Berlin") - date and time("2020-01-31T10:30:00Z")', '-PT1H'],
  ['time("10:00:00Z") - time("10:00:00+01:00")', 'PT1H'],
  ['date("2020-03-01") - date("2020-02-28")', 'P2D'],
  ['date("2020-01-31") + duration("PT25H")', '2020-02-01'],
  ['date("2020-01-31") - duration("PT1H")', '2020-01-30'],
  ['duration("P1M") + date("2020-01-31")', '2020-02-29'],
  ['date("2020-01-31") - time("10:00:00")', FAILS],
  ['time("10:00:00") + duration("P1M")', FAILS],
  // Lists
  ['union([1, null], 2, [1])', [1, null, 2]],
  ['union("ab", ["a"])', ['ab', 'a']],
  ['union([1], [[1]])', [1, [1]]],
  ['remove([1, 2, 3], -1)', [1, 2]],
  ['remove([1, 2, 3], -4)', [1, 2, 3]],
  ['remove([1, 2, 3], 0)', FAILS],
  ['insert before([1, 2, 3], -1, 9)', [1, 2, 9, 3]],
  ['insert before([1, 2, 3], 5, 9)', [1, 2, 3, 9]],
  ['insert before([1, 2, 3], 0, 9)', FAILS],
  ['sublist([1, 2, 3], -4, 2)', [1]],
  ['sublist([1, 2, 3], -9, 2)', []],
  // Texts
  ['string({a: 1, b: [1, "x"]})', '{a:1, b:[1, "x"]}'],
  ['string([1..5])', '[1..5]'],
  ['string(null)', null],
  ['substring("foobar", 1.5, 1.5)', 'f'],
  ['split("foobar", "(a)(b)?")', ['foob', 'r']],
  ['split(",a,", ",")', ['', 'a', '']],
  ['replace("abc", "b", "\\\\$")', 'a$c'],
  ['replace("abc", "b", "<$0>")', 'a<b>c'],
  ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'],
  ['replace("Foo", "(?i)f", "x")', 'xoo'],
  ['matches("foobar", "(?i)FO.*")', true],
  ['matches("foobar", "FO.*", "i")', true],
  ['matches("foobar", "(")', FAILS],
];

test.each(expressions)('%s: %p', (text, expected) => {
  if (expected === FAILS) expect(failure(() => feel('d', text, given))).toMatch(/^ExpressionFailed/);
  else expect(feel('d', text, given)).toEqual(expected);
});

test('an offset may be written without a colon', () => {
  expect(feel('d', 'date and time("2020-01-31T10:30:00+0100")', {})).toBe('2020-01-31T10:30:00+01:00');
});

test('a number with an exponent is no whole number up to the exponent', () => {
  expect(feel('d', '1e3 + n', given)).toBe(1005);
});

test.each([
  ['[5..1]', 3, false],
  ['[1, 2]', [1, 2], true],
  ['true', false, false],
  ['starts with(?, "a")', null, null],
  ['"a", n', 5, true],
  ['? = "a" or ? = 5', 5, true],
  ['? in [1..10] and b', 5, true],
  ['not(not(5))', 5, true],
  ['not(not(5))', 4, false],
  ['count(xs[even(item)]) = ?', 2, true],
])('the test %s of %p: %p', (tests, value, expected) => {
  expect(unaryTest(tests, given)(value)).toBe(expected);
});
