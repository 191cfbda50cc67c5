import { FailureType } from '../../src/shared/errors';
import { feel, feelTest } from '../../src/workflows/feel';

// There is no scope to be interrupted outside of a workflow.
jest.mock('../../src/workflows/interruption', () => ({ stopIfInterrupted: () => undefined }));

function failureOf(body: () => unknown) {
  try {
    body();
  } catch (error) {
    const { type, nonRetryable, message } = error as { type: string; nonRetryable: boolean; message: string };
    return { type, nonRetryable, message };
  }
  throw new Error('It did not fail.');
}

describe('feel', () => {
  test.each([
    ['sum(for item in items return item.price)', { items: [{ price: 1 }, { price: 2.5 }] }, 3.5],
    ['if amount > 1 then "much" else "little"', { amount: 2 }, 'much'],
    ['{ a: 1, b: [a, 2] }', {}, { a: 1, b: [1, 2] }],
    ['`two words` + 1', { 'two words': 1 }, 2],
    ['date("2026-02-28") + duration("P1D")', {}, '2026-03-01'],
    ['date and time("2026-02-28T10:00:00Z") + duration("PT90M")', {}, '2026-02-28T11:30:00Z'],
    ['duration("P1DT2H")', {}, 'P1DT2H'],
    ['null', {}, null],
    ['maybe', { maybe: null }, null],
    ['maybe = null', {}, true],
  ])('%s', (expression, vars, expected) => {
    expect(feel('Task', expression, vars)).toEqual(expected);
  });

  test.each([
    ['missing', {}, "Variable 'missing' not found"],
    ['a + b', { a: 1, b: 'x' }, '1 and "x" cannot be added'],
    ['a.b', { a: {} }, "Key 'b' not found"],
    ['missing(1)', {}, "Cannot invoke 'null'"],
    ['a >', { a: 1 }, 'Incomplete'],
    ['[1..3]', {}, 'a function or a range'],
    ['function(x) x', {}, 'a function or a range'],
  ])('%s fails', (expression, vars, reason) => {
    const { type, nonRetryable, message } = failureOf(() => feel('Task_1', expression, vars));
    expect({ type, nonRetryable }).toEqual({ type: FailureType.ExpressionFailed, nonRetryable: true });
    expect(message).toContain("Expression of 'Task_1' failed: ");
    expect(message).toContain(reason);
    expect(message).toContain(`It is: ${expression}`);
  });

  test('now and today are the time of the run', () => {
    jest.useFakeTimers({ now: new Date('2031-12-31T23:59:30Z') });
    try {
      expect(feel('Task', 'today()', {})).toBe('2031-12-31');
      expect(feel('Task', 'now() > date and time("2031-12-31T23:59:00Z")', {})).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('feelTest', () => {
  test('gives what the condition says', () => {
    expect(feelTest('Flow', 'a > 1 and b', { a: 2, b: true })).toBe(true);
    expect(feelTest('Flow', 'a in [3..5]', { a: 2 })).toBe(false);
  });

  test('does not hold while a variable is missing, if that is to be so', () => {
    const isLong = (vars: object) => feelTest('Event', 'pages > 10', { ...vars }, { missing: false });
    expect(isLong({})).toBe(false);
    expect(isLong({ pages: 11 })).toBe(true);
    expect(() => isLong({ pages: 'many' })).toThrow('neither true nor false');
    expect(() => isLong({ pages: null })).toThrow('neither true nor false');
  });

  test.each([
    ['a > 1', {}, 'it gave null, neither true nor false'],
    ['a', { a: 'yes' }, 'it gave "yes", neither true nor false'],
    ['a = 1', { a: 'x' }, 'it gave null, neither true nor false; "x" cannot be compared with 1'],
  ])('%s of %j fails', (expression, vars, reason) => {
    const { type, message } = failureOf(() => feelTest('Flow_1', expression, vars));
    expect(type).toBe(FailureType.ExpressionFailed);
    expect(message).toContain(`Expression of 'Flow_1' failed: ${reason}`);
  });
});
