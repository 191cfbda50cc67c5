/**
 * JUEL's conversions. What is expected here is what the engine of Camunda 7.22 gave for the same expressions.
 */
import { asDate, asText, compare, equal, isFalse, isTrue, sizeOf, toNumber } from '../../src/workflows/juel';
import { dateTime } from '../../src/workflows/date-time';

test.each([
  [true, true],
  ['true', true],
  ['TRUE', true],
  [false, false],
  ['false', false],
  ['yes', false],
  ['', false],
  [null, false],
  [undefined, false],
])('%p is true: %p', (value, expected) => {
  expect(isTrue(value)).toBe(expected);
  expect(isFalse(value)).toBe(value !== null && value !== undefined && !expected);
});

test.each([1, 0, [], {}, new Date(0)])('%p is neither true nor false', (value) => {
  expect(() => isTrue(value)).toThrow('is neither true nor false');
});

test.each([
  [null, 0],
  [undefined, 0],
  ['', 0],
  ['42', 42],
  ['1.5', 1.5],
  [2.5, 2.5],
])('%p as a number is %p', (value, expected) => {
  expect(toNumber(value)).toBe(expected);
});

test.each(['hello', ' 5', true, [], {}, NaN])('%p is not a number', (value) => {
  expect(() => toNumber(value)).toThrow('is not a number');
});

test.each([
  [null, undefined, true],
  [null, '', false],
  [null, 0, false],
  [5, '5', true],
  ['5', '5.0', false],
  [true, 'true', true],
  [false, 'no', true],
  ['true', 'TRUE', false],
  [[1, { a: null }], [1, { a: null }], true],
  [[1], [2], false],
  [[1], ['1'], false],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[], {}, false],
  [new Date(0), '1970-01-01T00:00:00Z', false],
])('%p equals %p: %p', (a, b, expected) => {
  expect(equal(a, b)).toBe(expected);
  expect(equal(b, a)).toBe(expected);
});

test('what cannot be converted cannot be compared', () => {
  expect(() => equal(5, 'five')).toThrow('"five" is not a number');
  expect(() => equal(true, 1)).toThrow('1 is neither true nor false');
  expect(() => compare('five', '<', 5)).toThrow('"five" is not a number');
  expect(() => compare([], '<', {})).toThrow('[] and {} have no order');
});

test.each([
  [null, '<', 5, false],
  [null, '<=', 0, false],
  [5, '>', null, false],
  [null, '<=', null, true],
  [null, '>=', undefined, true],
  [null, '<', null, false],
  ['10', '<', '9', true],
  ['10', '<', 9, false],
  [10, '>=', '10', true],
  ['b', '>', 'a', true],
  [true, '<=', true, true],
  [new Date(0), '<', '1970-01-02T00:00:00Z', true],
] as const)('%p %s %p: %p', (a, operator, b, expected) => {
  expect(compare(a, operator, b)).toBe(expected);
});

test('lists and maps have a size', () => {
  expect([sizeOf([1, 2]), sizeOf({ a: 1 }), sizeOf([]), sizeOf({})]).toEqual([2, 1, 0, 0]);
});

test('moments are dates, their texts, and what dateTime() gives', () => {
  const moment = new Date('2026-01-02T03:04:05Z');
  expect(asDate(moment)).toEqual(moment);
  expect(asDate('2026-01-02T03:04:05Z')).toEqual(moment);
  expect(asDate(dateTime(moment))).toEqual(moment);
  expect(asDate(null) < moment || asDate(null) >= moment).toBe(false);
  expect(() => asDate('soon')).toThrow('"soon" is no date');
  expect(() => asDate(5)).toThrow('5 is no date');
});

test('values in a text are written as Java does, nothing for null', () => {
  const map = { a: 1, b: null, c: ['x', { d: true }] };
  expect(asText`${map} of ${[1, 'a', null]} for ${null}${undefined}, ${5}`).toBe(
    '{a=1, b=null, c=[x, {d=true}]} of [1, a, null] for , 5',
  );
  expect(asText`at ${new Date(0)}`).toBe('at 1970-01-01T00:00:00.000Z');
});
