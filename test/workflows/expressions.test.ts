import { runInNewContext } from 'node:vm';
import { textOf } from '../../src/workflows/expressions';

test.each([
  [
    '({ response })=>(0,batonflow_workflow__WEBPACK_IMPORTED_MODULE_0__.asJson)(response).mail',
    'asJson(response).mail',
  ],
  ['({ a, b })=>a\n      > b', 'a > b'],
])('the text of a bundled expression is what stands in the source: %s', (bundled, source) => {
  expect(textOf(runInNewContext(`(${bundled})`) as () => unknown)).toBe(source);
});
