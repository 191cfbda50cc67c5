import { compile } from '../../../src/bpmn/compile';
import { process } from '../diagram';

/** A node `G` with flows under these conditions (`undefined`: none), the first of them to an end of its own. */
function decision(kind: string, conditions: readonly (string | undefined)[], attributes = ''): string {
  const flows = conditions.map(
    (condition, i) =>
      `<endEvent id="E${i}"/><sequenceFlow id="F${i}" sourceRef="G" targetRef="E${i}">${
        condition === undefined ? '' : `<conditionExpression>${condition}</conditionExpression>`
      }</sequenceFlow>`,
  );
  return process(
    `<startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="G"/><${kind} id="G" name="Which?" ${attributes}/>${flows.join('')}`,
  );
}

async function warned(xml: string): Promise<string[]> {
  const { diagnostics } = await compile({ file: 'a.bpmn', xml });
  return diagnostics.filter(({ code }) => code === 'gateway-no-default').map(({ message }) => message);
}

test.each([
  ['exclusiveGateway', 'exclusive gateway'],
  ['task', 'task'],
])('%s whose conditions may all be false', async (kind, words) => {
  expect(await warned(decision(kind, ['${a > 1}', '${b}']))).toEqual([
    `The ${words} "Which?" has no default flow, and its conditions may all be false.`,
  ]);
});

test.each([
  ['a default', decision('exclusiveGateway', ['${a}', undefined], 'default="F1"')],
  ['a flow that is always taken', decision('task', ['${a}', undefined])],
  ['opposite conditions in JUEL', decision('exclusiveGateway', ['${ok}', '${!ok}'])],
  ['opposite conditions in FEEL', decision('exclusiveGateway', ['=a &gt; 1', '=a &lt;= 1'])],
  ['one way out', decision('exclusiveGateway', ['${a}'])],
  ['no condition at all', decision('task', [undefined, undefined])],
])('nothing is said of %s', async (_, xml) => {
  expect(await warned(xml)).toEqual([]);
});

test('in a sub-process, and also when the diagram has an error', async () => {
  const inner = decision('exclusiveGateway', ['${a}', '${b}']).replace(
    /[^]*<process[^>]*>|<\/process>[^]*/g,
    '',
  );
  const xml = process(
    `<startEvent id="S0" madeUp="x"/><subProcess id="Sub">${inner}</subProcess><sequenceFlow id="F0" sourceRef="S0" targetRef="Sub"/>`,
  );
  expect(await warned(xml)).toHaveLength(1);
});
