import { variablesOf } from '../../../../src/bpmn/4-emit/emission';
import { toText, type Code } from '../../../../src/bpmn/4-emit/expressions/code';
import {
  areComplementaryJavaScript,
  translateJavaScript,
} from '../../../../src/bpmn/4-emit/expressions/javascript';
import { freeReferences, parseScript } from '../../../../src/bpmn/4-emit/expressions/javascript-syntax';
import { translateScript } from '../../../../src/bpmn/4-emit/expressions/script';
import { UNKNOWN } from '../../../../src/bpmn/4-emit/expressions/types';
import { expectRefused } from './refused';

const { type } = variablesOf({
  type: 'object',
  properties: {
    n: { type: 'number' },
    s: { type: 'string' },
    b: { type: 'boolean' },
    maybe: { type: 'number' },
    order: { type: 'object', properties: { total: { type: 'number' } }, required: ['total'] },
    list: { type: 'array' },
  },
  required: ['n', 's', 'b', 'order', 'list'],
});

function translated(text: string): string {
  const { exact, loose } = translateJavaScript(text, type);
  if (loose?.kind === 'verbatim') return `verbatim: ${loose.text}`;
  const code = toText((exact?.code ?? loose) as Code, (name) => `vars.${name}`);
  return exact ? `exact: ${code}` : code;
}

test.each([
  ['n > 100 && !b;', 'exact: vars.n > 100 && !vars.b'],
  ['(n+1)*2 === order.total', 'exact: (vars.n + 1) * 2 === vars.order.total'],
  ['s == "a" || list.length > 0', "exact: vars.s == 'a' || vars.list.length > 0"],
  ['maybe === undefined', 'vars.maybe === undefined'],
  ['maybe ?? n', 'exact: vars.maybe ?? vars.n'],
  ['maybe > 1', 'vars.maybe > 1'],
  ['n + s', 'vars.n + vars.s'],
  ['order.other > 1', 'vars.order.other > 1'],
  ['Math.max(n, 1) > 2', 'Math.max(vars.n, 1) > 2'],
  ['new Date(s).getTime()', 'new Date(vars.s).getTime()'],
  ['b ? [n, 1] : {total: n}', 'exact: vars.b ? [vars.n, 1] : { total: vars.n }'],
  ['typeof x', 'typeof vars.x'],
  ['list.some(x => x > n)', 'verbatim: vars.list.some((x: any) => x > vars.n)'],
  ['`total ${n}`', 'verbatim: `total ${vars.n}`'],
  ['maybe?.x', 'verbatim: vars.maybe?.x'],
])('%s is %s', (text, expected) => {
  expect(translated(text)).toBe(expected);
});

test.each([
  ['n >', 'syntax', 'unexpected token', 3],
  ['n > 1 2', 'syntax', '"2" does not fit here', 6],
  ['require("fs").x', 'unsupported', 'would load a module', 0],
  ['process.env.X', 'unsupported', 'not there in a workflow', 0],
  ['execution.getVariable("x")', 'unsupported', 'object of the engine', 0],
  ['new java.util.Date()', 'unsupported', 'is Java', 4],
  ['lookUp(n)', 'unsupported', 'there is no function "lookUp"', 0],
  ['eval(s)', 'unsupported', 'run text as code', 0],
])('%s is refused', (text, kind, message, from) => {
  expectRefused(() => translateJavaScript(text, type), { kind, message, from });
});

test('a condition and its denial', () => {
  expect(areComplementaryJavaScript('a > 1', '!(a > 1)')).toBe(true);
  expect(areComplementaryJavaScript('!a', 'a')).toBe(true);
  expect(areComplementaryJavaScript('a', 'b')).toBe(false);
});

test.each([
  ['var a = b; let c = a; d(c)', ['b', 'd']],
  ['for (const x of xs) { y += x } x', ['xs', 'y', 'x']],
  ['function f(a, { b, c: [d] }, ...e) { return a + b + d + e + g + f } f(1)', ['g']],
  ['const o = { a, b: c, [d]: 1, m() { return e } }; o.f', ['a', 'c', 'd', 'e']],
  ['try { a } catch (b) { b; c }', ['a', 'c']],
  ['{ let a = 1; a } a', ['a']],
  ['if (x) { var y = 1 } y', ['x']],
  ['(() => { arguments })', ['arguments']],
  ['outer: for (;;) { break outer }', []],
  ['class A { b = c; static d() { return A } }', ['c']],
])('free names of %s', (text, names) => {
  expect(freeReferences(parseScript(text)).map(({ name }) => name)).toEqual(names);
});

describe('scripts', () => {
  const lines = (text: string, returns = false, lookup = type) =>
    translateScript(text, { returns: returns, task: false }, lookup);

  test('assignments to variables are assignments to properties', () => {
    expect(lines('total = price*quantity; order.total += 1')).toMatchObject({
      lines: ['vars.total = vars.price * vars.quantity;', 'vars.order.total += 1;'],
      exact: false,
      verbatim: false,
    });
  });

  test('with known types the type checker is asked', () => {
    expect(lines('n = order.total * 2; b = n > 1')).toMatchObject({
      lines: ['vars.n = vars.order.total * 2;', 'vars.b = vars.n > 1;'],
      exact: true,
    });
    expect(lines('n = s')).toMatchObject({ exact: false });
  });

  test('the last expression is the result', () => {
    expect(lines('x = n; x * 2', true).lines).toEqual(['vars.x = vars.n;', 'return vars.x * 2;']);
    expect(lines('const y = n * 2;\ny + 1', true).lines).toEqual(['const y = vars.n * 2;', 'return y + 1']);
    expect(() => lines('if (n) { s }', true)).toThrow('it has no result');
  });

  test('everything else is taken over as text, comments too', () => {
    const script = lines(`
        // sums up
        let sum = 0, found;
        for (const item of list) sum += item.price;
        total = sum;
    `);
    expect(script).toMatchObject({
      verbatim: true,
      lines: [
        '// sums up',
        'let sum: any = 0, found: any;',
        'for (const item of vars.list) sum += item.price;',
        'vars.total = sum;',
      ],
    });
    expect(lines('n = 1 // one').lines).toEqual(['vars.n = 1 // one']);
  });

  test('functions get types, shorthand properties their names', () => {
    const { lines: result } = lines(
      'f = function (a, b = 1, ...c) { return { a, n } }',
      false,
      () => UNKNOWN,
    );
    expect(result).toEqual([
      'vars.f = function (a: any, b: any = 1, ...c: any[]) { return { a, n: vars.n } }',
    ]);
  });
});
