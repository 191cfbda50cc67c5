import { toText, type Code } from '../../../../src/bpmn/4-emit/expressions/code';
import { areComplementaryJava, translateJava } from '../../../../src/bpmn/4-emit/expressions/java';
import { UNKNOWN } from '../../../../src/bpmn/4-emit/expressions/types';
import { expectRefused } from './refused';

function translated(text: string): string {
  const { exact, loose } = translateJava(text, () => UNKNOWN);
  return toText((exact?.code ?? loose) as Code, (name) => name);
}

test.each([
  ['return amount > 10;', 'amount > 10'],
  ['amount > 10', 'amount > 10'],
  ['return "True".equalsIgnoreCase(answer);', "'True'.toLowerCase() === answer.toLowerCase()"],
  ['return (x != null);', 'x != null'],
  [
    'Integer i = (Integer) kcontext.getVariable("sum"); return i > 10 && i < 50;',
    "sum > 10 && compare(sum, '<', 50)",
  ],
  ['return ((Integer) kcontext.getVariable("sum")) == 3;', 'sum == 3'],
  ['return KieFunctions.lessThan(iterations, "7");', "compare(iterations, '<', 7)"],
  ['return KieFunctions.between(n, "1", "5");', "n >= 1 && compare(n, '<=', 5)"],
  ['return !KieFunctions.isNull(x);', '!(x == null)'],
  ['return KieFunctions.startsWith(name, "A");', "name.startsWith('A')"],
  ['return "Dear " + name;', 'asText`Dear ${name}`'],
  ['return request.isValid();', 'request.valid'],
])('%s', (text, code) => {
  expect(translated(text)).toBe(code);
});

test.each([
  ['return a + b;', { kind: 'unsupported', message: '"+" adds numbers and joins texts', from: 7 }],
  ['return a / 2 > 3;', { kind: 'unsupported', message: '"/" divides whole numbers', from: 7 }],
  ['foo(); return x;', { kind: 'unsupported', message: 'it is more than one expression', from: 5 }],
  ['return x >;', { kind: 'syntax', message: 'it is not complete', from: 10 }],
] as const)('%s is refused', (text, refusal) => {
  expectRefused(() => translateJava(text, () => UNKNOWN), refusal);
});

test('what denies another condition', () => {
  expect(areComplementaryJava('return approved;', 'return !approved;')).toBe(true);
  expect(areComplementaryJava('return approved;', 'return !paid;')).toBe(false);
});
