import { variablesOf } from '../../../../src/bpmn/4-emit/emission';
import { toText, type Code } from '../../../../src/bpmn/4-emit/expressions/code';
import { areComplementaryXPath, translateXPath } from '../../../../src/bpmn/4-emit/expressions/xpath';
import { UNKNOWN } from '../../../../src/bpmn/4-emit/expressions/types';
import { expectRefused } from './refused';

const { type } = variablesOf({
  type: 'object',
  properties: {
    n: { type: 'number' },
    s: { type: 'string' },
    b: { type: 'boolean' },
    'net-total': { type: 'number' },
    orderDetails: { type: 'object', properties: { total: { type: 'number' } }, required: ['total'] },
    list: { type: 'array', items: { type: 'string' } },
  },
  required: ['n', 's', 'b', 'net-total', 'orderDetails', 'list'],
});

/** The TypeScript, with `exact:` before it if it is. */
function translated(text: string, lookup = type): string {
  const { exact, loose } = translateXPath(text, lookup);
  const code = toText((exact?.code ?? loose) as Code, (name) => name);
  return exact ? `exact: ${code}` : code;
}

test.each([
  ['n > 5', 'exact: n > 5'],
  ['n div 2 mod 3 >= -1.5', 'exact: (n / 2) % 3 >= -1.5'],
  ['n != 5 and not(b)', 'exact: n !== 5 && !b'],
  ["$s = 'a' or b", "exact: s === 'a' || b"],
  ['s = "it\'s"', 'exact: s === "it\'s"'],
  ['net-total - 1', 'exact: net-total - 1'],
  ["bpmn:getDataObject('b')", 'exact: b'],
  ["bpmn:getDataObject('Order details')/total * 2", 'exact: orderDetails.total * 2'],
  ["getDataObject('Sub process', 'n') + 1", 'exact: n + 1'],
  ["getProcessProperty('s') = 'x'", "exact: s === 'x'"],
  ['/orderDetails/ord:total/text() < 10', 'exact: orderDetails.total < 10'],
  ['orderDetails/@total', 'exact: orderDetails.total'],
  ['list[1]', 'list[0]'],
  ['count(list) > 0', 'exact: list.length > 0'],
  ["concat(s, '-', s)", 'exact: `${s}-${s}`'],
  ["contains(s, 'x') and starts-with(s, 'a')", "exact: s.includes('x') && s.startsWith('a')"],
  ['string-length(s) = 3', 'exact: s.length === 3'],
  ['floor(n) + ceiling(n) + round(n)', 'exact: Math.floor(n) + Math.ceil(n) + Math.round(n)'],
  ['true() and not(false())', 'exact: true && !false'],
  // XPath makes numbers of texts to order them
  ["s < 'b'", "s < 'b'"],
])('%s is %s', (text, expected) => {
  expect(translated(text)).toBe(expected);
});

test.each([
  ["bpmn:getDataObject('clarified') = 'yes'", "clarified === 'yes'"],
  ['count = 5', 'count == 5'],
  ['a and b', 'Boolean(a) && Boolean(b)'],
  ['a + b', 'Number(a) + Number(b)'],
  ['not(a/b/c)', '!a.b.c'],
  ['string(a)', 'String(a)'],
  ['number(a) > 1', 'Number(a) > 1'],
])('%s of what nobody knows is %s', (text, expected) => {
  expect(translated(text, () => UNKNOWN)).toBe(expected);
});

test('the variables that it reads', () => {
  const { variables } = translateXPath("getDataObject('Order details')/total > $limit and s = 'n'", type);
  expect([...variables]).toEqual(['orderDetails', 'limit', 's']);
});

test.each([
  ["getDataObject('b')", "not(getDataObject('b'))", true],
  ['not(n > 5)', ' n > 5 ', true],
  ['not(a)', 'b', false],
  ['a = 1', 'a = 2', false],
])('of %s and %s one always holds: %s', (a, b, expected) => {
  expect(areComplementaryXPath(a, b)).toBe(expected);
});

test.each([
  ['n >', 'syntax', 'it is not complete', 3],
  ['n 5', 'syntax', '"5" does not fit here', 2],
  ['(n', 'syntax', 'it is not complete; ")" was expected', 2],
  ['n == 5', 'syntax', '"=" does not fit here', 3],
  ['//order', 'unsupported', '"//" searches a whole document', 0],
  ['order/*', 'unsupported', '"*" goes to no data by its name', 6],
  ['order/..', 'unsupported', '".." goes to no data by its name', 6],
  ["list[. = 'a']", 'unsupported', 'a predicate can only be a position, like [1]', 5],
  ['a | b', 'unsupported', '"|" joins sets of nodes', 2],
  ['order/last()', 'unsupported', '"last()" is no step to data', 6],
  ['sum(list)', 'unsupported', '"sum" with 1 argument is none of the functions that Baton translates', 0],
  ['getDataObject(n)', 'unsupported', '"getDataObject" needs the name as text', 0],
])('%s is refused: %s, %s', (text, kind, message, from) => {
  expectRefused(() => translateXPath(text, type), { kind, message, from });
});
