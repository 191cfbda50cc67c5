import { decide, dmn, failure, literal, load, table } from './dmn';

const entry = (name: string, value: string, type = '') =>
  `<contextEntry>${name ? `<variable name="${name}" ${type && `typeRef="${type}"`}/>` : ''}${value}</contextEntry>`;
const requires = (id: string) =>
  `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
const needs = (id: string) =>
  `<informationRequirement><requiredInput href="#${id}"/></informationRequirement>`;
const input = (id: string, name: string, type: string) =>
  `<inputData id="${id}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;

describe('literal expressions', () => {
  test.each([
    ['1 + 2', {}, 3],
    ['a * b', { a: 2, b: 3 }, 6],
    ['if a > 1 then "much" else "little"', { a: 2 }, 'much'],
    ['if a = null then 0 else a', { a: null }, 0],
    ['sum(list[item > 1])', { list: [1, 2, 3] }, 5],
    ['for x in list return x * f', { list: [1, 2], f: 2 }, [2, 4]],
    ['some x in list satisfies x > limit', { list: [1, 2], limit: 1 }, true],
    ['{ total: a, half: total / 2 }', { a: 4 }, { total: 4, half: 2 }],
    ['date("2026-02-28") + duration("P1D")', {}, '2026-03-01'],
    ['customer.name', { customer: { name: 'Ann' } }, 'Ann'],
  ])('%s', (text, given, expected) => {
    expect(decide(literal(text), given)).toEqual(expected);
  });

  test('what is declared as a number is checked before TypeScript calculates with it', () => {
    const xml = dmn(
      `${input('i', 'a', 'number')}<decision id="d" name="D">${needs('i')}${literal('a * 2')}</decision>`,
    );
    const { d } = load(xml);
    expect(d?.({ a: 2 })).toBe(4);
    for (const a of ['2', null, undefined]) {
      expect(failure(() => d?.({ a }))).toMatch(/^ExpressionFailed: Decision 'd', input 'a': it /);
    }
  });
});

test('a context is an object of its entries, each of which sees those before it', () => {
  const logic = `<context>${entry('a', literal('x + 1'))}${entry('b c', literal('a * 2'))}</context>`;
  expect(decide(logic, { x: 1 })).toEqual({ a: 2, 'b c': 4 });
});

test('a context with a result; dates stay dates in between', () => {
  const logic = `<context>
    ${entry('start', literal('date(year, 1, 1)'))}
    ${entry('unused', literal('missing'))}
    ${entry('', literal('start + duration("P31D")'))}
  </context>`;
  expect(decide(logic, { year: 2026 })).toBe('2026-02-01');
});

test('lists and relations', () => {
  expect(decide(`<list>${literal('1')}${literal('x')}</list>`, { x: 'a' })).toEqual([1, 'a']);
  const relation = `<relation><column name="k"/><column name="v"/>
    <row>${literal('"a"')}${literal('x')}</row><row>${literal('"b"')}${literal('2')}</row></relation>`;
  expect(decide(relation, { x: 1 })).toEqual([
    { k: 'a', v: 1 },
    { k: 'b', v: 2 },
  ]);
});

test('functions in a context, and their invocation', () => {
  const twice = `<functionDefinition><formalParameter name="n"/>${literal('n * 2')}</functionDefinition>`;
  const logic = `<context>${entry('twice', twice)}${entry('', literal('twice(x) + 1'))}</context>`;
  expect(decide(logic, { x: 3 })).toBe(7);
});

describe('business knowledge models', () => {
  const model = (type: string) => `<businessKnowledgeModel id="k" name="Sales tax"><encapsulatedLogic>
    <formalParameter name="net" ${type}/><formalParameter name="rate"/>${literal('net * rate')}
  </encapsulatedLogic></businessKnowledgeModel>`;
  const knows = '<knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>';
  const invocation = `<invocation>${literal('Sales tax')}
    <binding><parameter name="rate"/>${literal('0.5')}</binding>
    <binding><parameter name="net"/>${literal('x')}</binding></invocation>`;

  test.each([
    ['invoked', invocation, ''],
    ['invoked, with a type', invocation, 'typeRef="number"'],
    ['called', literal('Sales tax(x, 0.5)'), ''],
    ['called by names', literal('Sales tax(rate: 0.5, net: x)'), 'typeRef="number"'],
  ])('%s', (_name, logic, type) => {
    const { d } = load(dmn(`${model(type)}<decision id="d" name="D">${knows}${logic}</decision>`));
    expect(d?.({ x: 10 })).toBe(5);
  });
});

describe('required decisions', () => {
  const risk = (name: string) =>
    `<decision id="risk" name="Risk class"><variable name="risk level"/>${table({
      hitPolicy: 'FIRST',
      inputs: ['amount: number'],
      outputs: [`${name}|string`],
      rules: [
        ['< 10', '"low"'],
        ['-', '"high"'],
      ],
    })}</decision>`;

  test.each(['risk level', 'Risk class', 'risk', 'level'])('are known as %s', (name) => {
    const top = `<decision id="top" name="Top">${requires('risk')}${literal(`${name} + "!"`)}</decision>`;
    const { top: decideTop } = load(dmn(top + risk('level')));
    expect(decideTop?.({ amount: 5 })).toBe('low!');
    expect(decideTop?.({ amount: 50 })).toBe('high!');
  });

  test('several outputs are known by their names as well, as in Camunda 7', () => {
    const both = `<decision id="both" name="Both">${table({
      hitPolicy: 'FIRST',
      inputs: ['amount: number'],
      outputs: ['a|number', 'b|number'],
      rules: [['-', '1', '2']],
    })}</decision>`;
    const top = `<decision id="top" name="Top">${requires('both')}${literal('a + b + Both.b')}</decision>`;
    expect(load(dmn(both + top))['top']?.({ amount: 1 })).toBe(5);
  });

  test('names with blanks are inputs by these names', () => {
    const xml = dmn(
      `${input('i', 'Monthly Income', 'number')}<decision id="d" name="D">${needs('i')}${literal('Monthly Income * 12')}</decision>`,
    );
    expect(load(xml)['d']?.({ 'Monthly Income': 100 })).toBe(1200);
  });
});

describe('Camunda 7', () => {
  test('JUEL in every place', () => {
    const logic = table({
      hitPolicy: 'FIRST',
      inputs: ['x'],
      outputs: ['r'],
      rules: [
        ['${cellInput > limit}', '${x * 2}'],
        ['-', '${limit}'],
      ],
    }).replace('<inputExpression>', '<inputExpression expressionLanguage="juel">');
    expect(decide(logic, { x: 5, limit: 3 })).toBe(10);
    expect(decide(logic, { x: 2, limit: 3 })).toBe(3);
  });

  test('a name for the input in cells', () => {
    const logic = table({ inputs: ['x'], outputs: ['r'], rules: [['age > 5 and age < 8', '1']] });
    const named = logic.replace('<input>', '<input camunda:inputVariable="age">');
    expect(decide(named, { x: 6 })).toBe(1);
    expect(decide(named, { x: 9 })).toBeNull();
  });
});
