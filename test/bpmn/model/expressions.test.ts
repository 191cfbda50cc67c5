import type { Expression } from '../../../src/bpmn/2-model/value-types';
import { process, read } from '../diagram';

/** A flow with this condition; the file is of the dialect of the extension. */
function withCondition(condition: string, extension = '', definitionsAttributes = ''): string {
  return process(
    `<startEvent id="S"/><sequenceFlow id="F0" sourceRef="S" targetRef="G"/><exclusiveGateway id="G" default="F2"/>` +
      `<sequenceFlow id="F1" sourceRef="G" targetRef="E1">${condition}</sequenceFlow><sequenceFlow id="F2" sourceRef="G" targetRef="E2"/>` +
      `<endEvent id="E1"/><endEvent id="E2"/>`,
  )
    .replace(
      '<startEvent id="S"/>',
      `<startEvent id="S"><extensionElements>${extension}</extensionElements></startEvent>`,
    )
    .replace('<definitions', `<definitions ${definitionsAttributes}`);
}

function condition(xml: string): Expression | undefined {
  return read(xml).model?.processes[0]?.flows.find(({ id }) => id === 'F1')?.condition;
}

const formal = (text: string, attributes = '') =>
  `<conditionExpression xsi:type="tFormalExpression" ${attributes}>${text}</conditionExpression>`;
const ZEEBE = '<zeebe:properties/>';
const CAMUNDA = '<camunda:properties/>';

test.each([
  [
    'plain BPMN: unmarked text is FEEL',
    formal('amount &gt; 10'),
    '',
    '',
    { language: 'feel', text: 'amount > 10' },
  ],
  ['plain BPMN: = is FEEL', formal('= amount &gt; 10'), '', '', { language: 'feel', text: 'amount > 10' }],
  [
    'plain BPMN: ${…} is JUEL',
    formal('${amount &gt; 10}'),
    '',
    '',
    { language: 'juel', text: '${amount > 10}' },
  ],
  [
    'plain BPMN: the declared language',
    formal('amount'),
    '',
    'expressionLanguage="text/javascript"',
    { language: 'javascript', text: 'amount' },
  ],
  [
    'plain BPMN: XPath is what editors write by default',
    formal('amount'),
    '',
    'expressionLanguage="http://www.w3.org/1999/XPath"',
    { language: 'feel', text: 'amount' },
  ],
  [
    'plain BPMN: without xsi:type',
    '<conditionExpression>amount</conditionExpression>',
    '',
    '',
    { language: 'feel', text: 'amount' },
  ],
  ['Camunda 8', formal('=amount &gt; 10'), ZEEBE, '', { language: 'feel', text: 'amount > 10' }],
  ['Camunda 7', formal('#{approved}'), CAMUNDA, '', { language: 'juel', text: '#{approved}' }],
  [
    'Camunda 7: script',
    formal('amount > 10', 'language="javascript"'),
    CAMUNDA,
    '',
    { language: 'javascript', text: 'amount > 10' },
  ],
])('%s', (_name, xml, extension, attributes, expected) => {
  expect(condition(withCondition(xml, extension, attributes))).toMatchObject(expected);
});

test.each([
  ['text in Camunda 8', formal('amount'), ZEEBE, 'error condition-literal F1', 'Write = amount.'],
  ['text in Camunda 7', formal('approved'), CAMUNDA, 'error condition-literal F1', 'Write ${approved}.'],
])('%s', (_name, xml, extension, problem, hint) => {
  const { problems, diagnostics } = read(withCondition(xml, extension));
  expect(problems).toEqual([problem]);
  expect(diagnostics[0]?.hint).toBe(hint);
});

test.each([
  ['empty', formal(''), 'error expression-empty F1'],
  ['another language', formal('x', 'language="groovy"'), 'error expression-language F1'],
])('%s', (_name, xml, problem) => {
  expect(read(withCondition(xml)).problems).toEqual([problem]);
});

test('the position is that of the expression itself, without the mark', () => {
  const xml = withCondition(formal('\n   = a + b\n  '));
  const { position } = condition(xml) as Expression;
  expect(xml.slice(position.offset, position.offset + position.length)).toBe('a + b');
  expect(position).toMatchObject({ line: 2, column: 6 });
});

test('a condition without effect is not part of the model', () => {
  const xml = withCondition(formal('a')).replace('default="F2"', 'default="F1"');
  expect(condition(xml)).toBeUndefined();
  expect(read(xml).problems).toEqual(['warning condition-ignored F1', 'warning condition-missing F2']);
});
