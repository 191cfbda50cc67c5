import { variablesOf } from '../../../../src/bpmn/4-emit/emission';
import { toText, type Code } from '../../../../src/bpmn/4-emit/expressions/code';
import { areComplementaryJuel, translateJuel } from '../../../../src/bpmn/4-emit/expressions/juel';
import { UNKNOWN } from '../../../../src/bpmn/4-emit/expressions/types';
import { expectRefused } from './refused';

const { type } = variablesOf({
  type: 'object',
  properties: {
    n: { type: 'number' },
    s: { type: 'string' },
    b: { type: 'boolean' },
    maybe: { type: 'string' },
    order: { type: 'object', properties: { total: { type: 'number' } }, required: ['total'] },
    list: { type: 'array', items: { type: 'string' } },
  },
  required: ['n', 's', 'b', 'order', 'list'],
});

/** The TypeScript, with `exact:` before it if it is. */
function translated(text: string, lookup = type, surroundings = {}): string {
  const { exact, loose } = translateJuel(text, lookup, surroundings);
  const code = toText((exact?.code ?? loose) as Code, (name) => name);
  return exact ? `exact: ${code}` : code;
}

test.each([
  ['${n > 5}', 'exact: n > 5'],
  ['#{n gt 5 and not b}', 'exact: n > 5 && !b'],
  ['${n ge 5 or b}', 'exact: n >= 5 || b'],
  ["${s == 'a'}", "exact: s === 'a'"],
  ['${s ne "it\'s"}', 'exact: s !== "it\'s"'],
  ["${maybe == 'a'}", "exact: maybe === 'a'"],
  ['${maybe == null}', 'exact: maybe == null'],
  ['${n div 2 mod 3}', 'exact: (n / 2) % 3'],
  ['${-n + 1.5e3}', 'exact: -n + 1500'],
  ['${b ? n : n - 1}', 'exact: b ? n : n - 1'],
  ['${order.total * 2}', 'exact: order.total * 2'],
  ["${order['total']}", 'exact: order.total'],
  ['${order.getTotal()}', 'exact: order.total'],
  ['${empty s}', "exact: s === ''"],
  ['${!empty list}', 'exact: !(list.length === 0)'],
  [
    "${s.startsWith('a') && s.toUpperCase().contains('B')}",
    "exact: s.startsWith('a') && s.toUpperCase().includes('B')",
  ],
  ["${s.equals('a')}", "exact: s === 'a'"],
  ['Order ${n} of ${s}', 'exact: `Order ${n} of ${s}`'],
  ['plain text', "exact: 'plain text'"],
  ['\\${n}', "exact: '${n}'"],
  ['${true}', 'exact: true'],
])('%s is %s', (text, expected) => {
  expect(translated(text)).toBe(expected);
});

test.each([
  ['${score > 5}', 'score > 5'],
  ["${status == 'ok'}", "status === 'ok'"],
  ['${count == 5}', 'count == 5'],
  ["${count == '5'}", "count == '5'"],
  ['${a == b}', 'equal(a, b)'],
  ['${a == 5}', 'a == 5'],
  ['${a == true}', 'isTrue(a)'],
  ['${a != true}', '!isTrue(a)'],
  ['${a == false}', 'isFalse(a)'],
  ["${a == 'true'}", "String(a) === 'true'"],
  ['${a + 1}', 'toNumber(a) + 1'],
  ['${a * b.c}', 'a * toNumber(b.c)'],
  ['${-a}', '-toNumber(a)'],
  ['${a < 5}', "compare(a, '<', 5)"],
  ['${5 < a}', '5 < a'],
  ['${a >= 0}', "compare(a, '>=', 0)"],
  ['${a > b}', "compare(a, '>', b)"],
  ['${a > null}', "compare(a, '>', null)"],
  ["${a < 'm'}", "a < 'm'"],
  ['${!a}', '!isTrue(a)'],
  ['${a ? 1 : 2}', 'isTrue(a) ? 1 : 2'],
  ['${empty a.b.c}', 'isEmpty(a?.b?.c)'],
  ["${a.b['c'] != null}", 'a?.b?.c != null'],
  ['${due < now()}', 'asDate(due) < new Date()'],
  ['${dateTime().plusDays(1) > due}', 'asDate(dateTime().plusDays(1)) > asDate(due)'],
  ['${due.before(now())}', 'asDate(due) < new Date()'],
  ['${dateTime().year}', 'dateTime().getYear()'],
  ['${list.isEmpty()}', 'sizeOf(list) === 0'],
  ["${map.getOrDefault('a', 0)}", 'map.a ?? 0'],
  ['${execution.hasVariable("x")}', "execution.hasVariable('x')"],
  ['${execution.processBusinessKey}', 'execution.getProcessBusinessKey()'],
  ['${.5 + 1.}', 'exact: 0.5 + 1'],
  ['${empty x}', 'isEmpty(x)'],
  ['${a.b[0].c}', 'a.b[0].c'],
  ['${list.get(0)}', 'list[0]'],
  ['${list.size() > 0}', 'sizeOf(list) > 0'],
  ['${application.getApplicant().getName()}', 'application.applicant.name'],
  ['${user.isActive()}', 'user.active'],
  ["${name.equalsIgnoreCase('x')}", "name.toLowerCase() === 'x'.toLowerCase()"],
  ['${execution.getVariable("x") > 1}', "execution.getVariable('x') > 1"],
  ['Hello ${name}', 'asText`Hello ${name}`'],
  ['${approved && amount > 5}', 'isTrue(approved) && amount > 5'],
  ['${dateTime().plusDays(1).toDate()}', 'dateTime().plusDays(1).toDate()'],
  ['${now()}', 'new Date()'],
  ['${S(order).prop("total").numberValue() > 5}', 'asJson(order).total > 5'],
  ["${customer.hasProp('age')}", "Object.hasOwn(customer, 'age')"],
  ['${list.substring(1, 3)}', 'list.substring(1, 3)'],
  ["${map.containsKey('a')}", "Object.hasOwn(map, 'a')"],
  ["${name.matches('[a-z]+')}", "new RegExp('^(?:[a-z]+)$').test(name)"],
  ["${name.replace('a', '$')}", "name.replaceAll('a', '$$')"],
  ["${name.replace('a', b)}", "name.replaceAll('a', () => b)"],
  ["${name.replaceAll('[ab]', 'c')}", "name.replace(new RegExp('[ab]', 'g'), 'c')"],
])('%s of unknown types is %s', (text, expected) => {
  expect(translated(text, () => UNKNOWN, { execution: true })).toBe(expected);
});

test('names the variables that it reads', () => {
  expect([...translateJuel('${a.b > c and empty d}', type).variables]).toEqual(['a', 'c', 'd']);
});

test.each([
  ['${n >}', 'syntax', '"}" does not fit here', 5],
  ['${n > 5', 'syntax', 'it is not complete; "}" was expected', 7],
  ['${n > 5 6}', 'syntax', '"6" does not fit here; "}" was expected', 8],
  ['${a.1}', 'syntax', '".1" does not fit here', 3],
  ['${f(1, }', 'syntax', '"}" does not fit here', 7],
  ["${'open}", 'syntax', '"\'" does not fit here', 2],
  ['${execution.id}', 'unsupported', '"execution" is an object of the engine', 2],
  ['${execution.setVariable("x", 1)}', 'unsupported', '"execution.setVariable(…)" calls Java code', 2],
  ['${bean.calculate(n)}', 'unsupported', '"bean.calculate(…)" calls Java code', 2],
  ['${list.add(n)}', 'unsupported', '"list.add(…)" changes a list or map where it stands', 2],
  ['${dateTime().toString("yyyy")}', 'unsupported', 'a time has no "toString(…)" here', 2],
  ["${'\\d'}", 'syntax', '"\\d" is not an escape', 2],
  ['${later()}', 'unsupported', '"later(…)" calls Java code', 2],
  ['${fn:length(s)}', 'unsupported', '"fn:length(…)" calls Java code', 2],
])('%s is refused', (text, kind, message, from) => {
  expectRefused(() => translateJuel(text, () => UNKNOWN), { kind, message, from });
});

test('a condition and its denial', () => {
  expect(areComplementaryJuel('${approved}', '#{!approved}')).toBe(true);
  expect(areComplementaryJuel('${not (a > 1)}', '${(a > 1)}')).toBe(true);
  expect(areComplementaryJuel('${a}', '${!b}')).toBe(false);
});
