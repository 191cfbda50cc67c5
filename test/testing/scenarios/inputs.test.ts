import { isAllOf } from '../../../src/testing/scenarios/run/inputs';

test.each<[unknown, unknown, boolean]>([
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [{ a: 1, '...': null }, { a: 1, b: 2 }, true],
  [{ a: 1, '...': null }, { b: 2 }, false],
  [{ a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 1, d: 2 }] } }, false],
  [{ a: { b: [{ c: 1, '...': true }] } }, { a: { b: [{ c: 1, d: 2 }] } }, true],
  [[1, 2], [1], false],
  [[], {}, false],
  [{}, [], false],
  [null, undefined, false],
  ['1', 1, false],
])('%j asks for all of %j: %s', (expected, value, fits) => {
  expect(isAllOf(expected, value)).toBe(fits);
});
