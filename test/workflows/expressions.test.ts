import { runInNewContext } from 'node:vm';
import { holds, textOf } from '../../src/workflows/expressions';

test.each([
  [
    '({ response })=>(0,batonflow_workflow__WEBPACK_IMPORTED_MODULE_0__.asJson)(response).mail',
    'asJson(response).mail',
  ],
  ['({ a, b })=>a\n      > b', 'a > b'],
])('the text of a bundled expression is what stands in the source: %s', (bundled, source) => {
  expect(textOf(runInNewContext(`(${bundled})`) as () => unknown)).toBe(source);
});

describe('a condition that is waited for', () => {
  const isLate = ({ days }: { days: number }) => days > 3;

  test('does not hold while a variable is missing', () => {
    expect(holds('Late', {}, isLate as never, { missing: false })).toBe(false);
    expect(holds('Late', { days: 4 }, isLate as never, { missing: false })).toBe(true);
  });

  test('fails for any other reason, with its own text', () => {
    const deep = (vars: { order: { days: number } }) => vars.order.days > 3;
    expect(() => holds('Late', { order: null }, deep as never, { missing: false })).toThrow(
      /It is: .*vars\.order\.days > 3/,
    );
  });
});
