import { codeOf, dmn, literal, load, problems, table } from './dmn';

const requires = (...ids: readonly string[]) =>
  ids
    .map((id) => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`)
    .join('');
const decision = (id: string, logic: string, ...required: readonly string[]) =>
  `<decision id="${id}" name="${id}">${requires(...required)}${logic}</decision>`;

const risk = decision(
  'risk',
  table({
    hitPolicy: 'FIRST',
    inputs: ['amount: number'],
    outputs: ['risk|string'],
    rules: [
      ['< 10', '"low"'],
      ['-', '"high"'],
    ],
  }),
);
const fee = decision('fee', literal('if risk = "high" then 5 else 1'), 'risk');
const discount = decision('discount', literal('if risk = "high" then 0 else 2'), 'risk');

describe('a decision that several require', () => {
  const total = decision('total', literal('amount + fee - discount'), 'fee', 'discount');
  const xml = dmn(risk + fee + discount + total);

  test('is decided once, and given to those that require it', () => {
    const code = codeOf(xml);
    const body = code.slice(code.indexOf('export function total'));
    expect(body).toContain('const riskResult = risk({ amount });');
    expect(body).toContain('fee({ amount }, { risk: riskResult })');
    expect(body).toContain('discount({ amount }, { risk: riskResult })');
  });

  test('gives the same as when each is asked for itself', () => {
    const { total, fee, discount } = load(xml);
    for (const amount of [5, 50]) {
      expect(total?.({ amount })).toBe(amount + Number(fee?.({ amount })) - Number(discount?.({ amount })));
    }
    expect(fee?.({ amount: 50 })).toBe(5);
  });

  test('a variable of its name is not mistaken for its result', () => {
    expect(load(xml)['fee']?.({ amount: 50, risk: 'low' })).toBe(5);
  });

  test('what only one decision below requires is left to that', () => {
    const chain = dmn(risk + fee + decision('total', literal('amount + fee'), 'fee'));
    expect(codeOf(chain)).not.toContain('can be given along');
  });
});

test('forty storeys of diamonds are decided in forty steps, not in 2 ** 40', () => {
  const storeys = Array.from({ length: 40 }, (_, i) => {
    const below = i === 0 ? 'start' : `top${i - 1}`;
    const sides = ['left', 'right'].map((side) => decision(`${side}${i}`, literal(`${below} + 1`), below));
    const top = decision(
      `top${i}`,
      literal(`left${i} + right${i} - ${below}`),
      `left${i}`,
      `right${i}`,
      below,
    );
    return [...sides, top].join('');
  });
  const { top39 } = load(dmn(decision('start', literal('amount + 0')) + storeys.join('')));
  expect(top39?.({ amount: 1 })).toBe(81);
});

describe('a decision service', () => {
  const total = decision('total', literal('amount + fee - discount'), 'fee', 'discount');
  const service = (...parts: readonly string[]) => {
    const references = parts.map((part) => {
      const [kind = '', id = ''] = part.split(' ');
      return `<${kind} href="#${id}"/>`;
    });
    return `<decisionService id="pricing" name="Pricing">${references.join('')}</decisionService>`;
  };
  const all = risk + fee + discount + total;

  test('gives the result of its output decision', () => {
    const { pricing } = load(dmn(all + service('outputDecision total', 'encapsulatedDecision fee')));
    expect(pricing?.({ amount: 5 })).toBe(4);
  });

  test('gives the results of several by their names', () => {
    const { pricing } = load(dmn(all + service('outputDecision total', 'outputDecision risk')));
    expect(pricing?.({ amount: 50 })).toEqual({ total: 55, risk: 'high' });
  });

  test('takes the results of its input decisions from whoever calls it', () => {
    const xml = dmn(all + service('outputDecision total', 'inputDecision risk'));
    const { pricing, total } = load(xml);
    expect(pricing?.({ amount: 50, risk: 'low' })).toBe(49);
    expect(total?.({ amount: 50, risk: 'low' })).toBe(55);
  });

  test.each([
    ['without output', service('encapsulatedDecision total'), ['warning decision-service pricing']],
    ['of what there is not', service('outputDecision totl'), ['error reference-unresolved pricing']],
    [
      'that a decision calls',
      `${service('outputDecision total')}<decision id="d" name="D"><knowledgeRequirement><requiredKnowledge href="#pricing"/></knowledgeRequirement>${literal('1')}</decision>`,
      ['error dmn-not-supported d'],
    ],
  ])('%s', (_name, more, expected) => {
    expect(problems(dmn(all + more))).toEqual(expected);
  });
});
