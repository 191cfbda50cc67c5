import { compileDecisions } from '../../../src/bpmn/decisions/compile-decisions';
import { dmn, literal, problems, table } from './dmn';

const decision = (id: string, inner: string) => `<decision id="${id}" name="${id}">${inner}</decision>`;
const requires = (id: string) =>
  `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
const good = table({ inputs: ['x'], outputs: ['r'], rules: [['-', '1']] });

test.each([
  ['nothing', '', ['error xml-empty -']],
  ['no XML', '{}', ['error xml-invalid -']],
  ['truncated', dmn(decision('d', good)).slice(0, -30), ['error xml-invalid -']],
  ['BPMN', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', ['error not-dmn -']],
  ['no decision', dmn(''), ['error no-decision D']],
  ['no logic', dmn(decision('d', '')), ['error decision-without-logic d']],
  ['an unknown element', dmn(decision('d', `<decisionTabel/>${good}`)), ['error element-unknown d']],
  [
    'an unknown attribute',
    dmn(decision('d', good.replace('hitPolicy', 'hitpolicy'))),
    ['error attribute-unknown d'],
  ],
  [
    'an unknown hit policy',
    dmn(decision('d', good.replace('UNIQUE', 'UNIQ'))),
    ['error attribute-invalid d'],
  ],
  ['the same id twice', dmn(decision('d', good) + decision('d', good)), ['error id-duplicate d']],
  [
    'a requirement that leads nowhere',
    dmn(decision('d', requires('e') + good)),
    ['error reference-unresolved d'],
  ],
  [
    'a requirement of the wrong kind',
    dmn(`<inputData id="e" name="E"/>${decision('d', requires('e') + good)}`),
    ['error reference-wrong-type d'],
  ],
  [
    'decisions that require each other',
    dmn(decision('a', requires('b') + literal('1')) + decision('b', requires('a') + literal('2'))),
    ['error decision-cycle a'],
  ],
  [
    'a mistake in a cell',
    dmn(decision('d', table({ inputs: ['x'], outputs: ['r'], rules: [['< ', '1']] }))),
    ['error expression-syntax d'],
  ],
  [
    'a mistake in an output',
    dmn(decision('d', table({ inputs: ['x'], outputs: ['r'], rules: [['-', '1 +']] }))),
    ['error expression-syntax d'],
  ],
  [
    'too few cells',
    dmn(decision('d', table({ inputs: ['x', 'y'], outputs: ['r'], rules: [['-']] }))),
    ['error rule-entries d', 'error rule-entries d', 'warning rule-without-output d'],
  ],
  [
    'groovy',
    dmn(decision('d', good.replace('<inputExpression>', '<inputExpression expressionLanguage="groovy">'))),
    ['error expression-language d'],
  ],
  [
    'outputs without names',
    dmn(decision('d', table({ inputs: ['x'], outputs: ['', 'b'], rules: [] }))),
    ['error output-unnamed d'],
  ],
  [
    'outputs of the same name',
    dmn(decision('d', table({ inputs: ['x'], outputs: ['b', 'b'], rules: [] }))),
    ['error output-repeated d'],
  ],
  [
    'a priority without an order',
    dmn(decision('d', table({ hitPolicy: 'PRIORITY', inputs: ['x'], outputs: ['b'], rules: [] }))),
    ['error priority-missing d'],
  ],
  [
    'an aggregation of what is no list',
    dmn(decision('d', table({ aggregation: 'SUM', inputs: ['x'], outputs: ['b'], rules: [] }))),
    ['error aggregation-misplaced d'],
  ],
  [
    'an output that is not allowed',
    dmn(decision('d', table({ inputs: ['x'], outputs: ['b|string|"a"'], rules: [['-', '"c"']] }))),
    ['error output-not-allowed d'],
  ],
  [
    'an unknown type',
    dmn(decision('d', table({ inputs: ['x: strng'], outputs: ['b'], rules: [] }))),
    ['warning decision-type-unknown d'],
  ],
  [
    'Java',
    dmn(
      `<businessKnowledgeModel id="k" name="K"><encapsulatedLogic kind="Java"/></businessKnowledgeModel>${decision('d', good)}`,
    ),
    ['error dmn-not-supported k'],
  ],
  [
    'an import',
    dmn(`<import name="other" namespace="x" importType="y"/>${decision('d', good)}`),
    ['error dmn-not-supported D'],
  ],
])('%s', (_name, xml, expected) => {
  expect(problems(xml)).toEqual(expected);
});

test('all problems of a file, with place, frame and hint', () => {
  const wrong = table({ inputs: ['x'], outputs: ['r'], rules: [['< ', '1 +']] });
  const xml = dmn(`\n${decision('risk', good)}\n${decision('d', `${requires('rsk')}${wrong}`)}`);
  const { diagnostics, files } = compileDecisions({ file: 'test.dmn', xml });
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code, position }) => [code, position?.line])).toEqual([
    ['reference-unresolved', 3],
    ['expression-syntax', 3],
    ['expression-syntax', 3],
  ]);
  expect(diagnostics[0]?.hint).toContain('Did you mean "risk"?');
  expect(diagnostics[1]?.frame).toContain('^');
});

test('truncation at any place is a diagnostic, never a crash', () => {
  const xml = dmn(decision('a', good) + decision('b', requires('a') + literal('r + 1')));
  for (let length = 0; length < xml.length; length += 7) {
    const { files, diagnostics } = compileDecisions({ file: 'test.dmn', xml: xml.slice(0, length) });
    expect(files).toEqual([]);
    expect(diagnostics.length).toBeGreaterThan(0);
  }
});

test('a table with 10,000 rules compiles, and all of its rules are there', () => {
  const rules = Array.from({ length: 10_000 }, (_, i) => [`[${i}..${i + 1})`, `"k${i}"`, `"r${i}"`]);
  const xml = dmn(decision('d', table({ inputs: ['x: number', 'k: string'], outputs: ['r|string'], rules })));
  const { files, diagnostics } = compileDecisions({ file: 'test.dmn', xml });
  expect(diagnostics).toEqual([]);
  expect(files[0]?.content.match(/rule\(/g)).toHaveLength(10_000);
});

test('a long chain of decisions', () => {
  const all = Array.from({ length: 2000 }, (_, i) =>
    decision(`d${i}`, i === 0 ? literal('1') : `${requires(`d${i - 1}`)}${literal(`d${i - 1} + 1`)}`),
  );
  expect(problems(dmn(all.reverse().join('')))).toEqual([]);
});
