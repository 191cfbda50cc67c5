import { codeOf, decide, failure, single, table } from './dmn';

const risk = (hitPolicy: string, more: Partial<Parameters<typeof table>[0]> = {}) =>
  table({
    hitPolicy,
    inputs: ['amount: number'],
    outputs: ['risk|string|"red","yellow","green"'],
    rules: [
      ['< 10', '"green"'],
      ['< 20', '"yellow"'],
      ['> 15', '"red"'],
    ],
    ...more,
  });

test('a last rule that always applies is what comes out otherwise, if it puts out a constant and has no note', () => {
  const rules = [
    ['< 10', '"green"'],
    ['-', '"red"'],
  ];
  const logic = risk('FIRST', { rules });
  expect(decide(logic, { amount: 5 })).toBe('green');
  expect(decide(logic, { amount: 10 })).toBe('red');
  expect(codeOf(single(logic))).toContain("otherwise: 'red'");
  expect(codeOf(single(logic))).toContain("): 'red' | 'yellow' | 'green' {");
  expect(codeOf(single(risk('UNIQUE', { rules: [['-', '"red"']] })))).toContain("rule({}, 'red')");
});

describe('one result', () => {
  test.each([
    ['UNIQUE', 12, 'yellow'],
    ['UNIQUE', 30, 'red'],
    ['FIRST', 5, 'green'],
    ['FIRST', 17, 'yellow'],
    ['PRIORITY', 17, 'red'],
    ['PRIORITY', 5, 'yellow'],
  ])('%s of %d is %s', (hitPolicy, amount, expected) => {
    expect(decide(risk(hitPolicy), { amount })).toBe(expected);
  });

  test('UNIQUE does not allow several', () => {
    expect(failure(() => decide(risk('UNIQUE'), { amount: 5 }))).toBe(
      "DecisionFailed: Decision 'd' failed: rules 1 and 2 apply, but its hit policy UNIQUE allows only one.",
    );
  });

  test('ANY wants them to agree', () => {
    const agreeing = risk('ANY', {
      rules: [
        ['< 10', '"green"'],
        ['< 20', '"green"'],
      ],
    });
    expect(decide(agreeing, { amount: 5 })).toBe('green');
    expect(failure(() => decide(risk('ANY'), { amount: 5 }))).toBe(
      `DecisionFailed: Decision 'd' failed: rules 1 and 2 apply and give "green" and "yellow", but its hit policy ANY wants them to agree.`,
    );
  });

  test.each(['UNIQUE', 'FIRST', 'ANY', 'PRIORITY'])('%s without a rule that applies', (hitPolicy) => {
    const rules = [['> 100', '"red"']];
    expect(decide(risk(hitPolicy, { rules }), { amount: 5 })).toBeNull();
    const withDefault = risk(hitPolicy, { rules, outputs: ['risk|string|"red","none"|"none"'] });
    expect(decide(withDefault, { amount: 5 })).toBe('none');
  });
});

describe('several results', () => {
  test.each([
    ['COLLECT', ['green', 'yellow']],
    ['RULE ORDER', ['green', 'yellow']],
    ['OUTPUT ORDER', ['yellow', 'green']],
  ])('%s', (hitPolicy, expected) => {
    expect(decide(risk(hitPolicy), { amount: 5 })).toEqual(expected);
    expect(decide(risk(hitPolicy, { rules: [['> 9', '"red"']] }), { amount: 5 })).toEqual([]);
  });

  test.each([
    ['SUM', 6, null],
    ['MIN', 1, null],
    ['MAX', 3, null],
    ['COUNT', 3, 0],
  ])('COLLECT with %s', (aggregation, expected, none) => {
    const logic = table({
      hitPolicy: 'COLLECT',
      aggregation,
      inputs: ['amount: number'],
      outputs: ['points|number'],
      rules: [
        ['> 1', '1'],
        ['> 2', 'amount - 3'],
        ['> 3', '3'],
      ],
    });
    expect(decide(logic, { amount: 5 })).toBe(expected);
    expect(decide(logic, { amount: 0 })).toBe(none);
  });
});

test('several outputs are an object; the first one decides the order, then the second', () => {
  const logic = table({
    hitPolicy: 'OUTPUT ORDER',
    inputs: ['n: number'],
    outputs: ['a|string|"x","y"', 'b|number|2,1'],
    rules: [
      ['-', '"y"', '1'],
      ['-', '"x"', '1'],
      ['-', '"x"', '2'],
    ],
  });
  expect(decide(logic, { n: 1 })).toEqual([
    { a: 'x', b: 2 },
    { a: 'x', b: 1 },
    { a: 'y', b: 1 },
  ]);
});

test('outputs of rules that do not apply are not computed', () => {
  const logic = table({
    hitPolicy: 'FIRST',
    inputs: ['n: number'],
    outputs: ['r'],
    rules: [
      ['1', '"one"'],
      ['-', 'missing + 1'],
    ],
  });
  expect(decide(logic, { n: 1 })).toBe('one');
  expect(failure(() => decide(logic, { n: 2 }))).toMatch(
    /^ExpressionFailed: Decision 'd', rule 2, output: Expression of 'd' failed: Variable 'missing' not found/,
  );
});
