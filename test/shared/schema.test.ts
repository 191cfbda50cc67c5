import { z } from 'zod';
import { checkFields } from '../../src/shared/schema';

describe('what becomes variables, without a schema', () => {
  test.each([[{}], [{ sku: 'a' }], [undefined], [null]])('is fine: %j', (value) => {
    expect(checkFields(undefined, value)).toEqual({ ok: true, value });
    expect(checkFields(null, value)).toEqual({ ok: true, value });
  });

  test.each([
    [[1, 2], 'a list'],
    ['text', 'a string'],
    [5, 'a number'],
    [true, 'a boolean'],
  ])('does not fit: %j', (value, what) => {
    const message = `expected an object with fields, received ${what}`;
    expect(checkFields(null, value)).toEqual({ ok: false, problems: [{ path: '', message }] });
  });
});

test('with a schema, it is what the schema says', () => {
  expect(checkFields(z.array(z.number()), [1, 2])).toEqual({ ok: true, value: [1, 2] });
  expect(checkFields(z.void(), {})).toMatchObject({ ok: false });
});
