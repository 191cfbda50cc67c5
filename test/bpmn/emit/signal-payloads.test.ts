import { compile } from '../../../src/bpmn/compile';
import { around } from '../diagram';

/** The code of a signal that is thrown, as Camunda 7 has it. */
async function thrown(parameters: string): Promise<{ code: string; problems: string[] }> {
  const signal = `<signalEventDefinition signalRef="Si"><extensionElements>${parameters}</extensionElements></signalEventDefinition>`;
  const xml = around(`<intermediateThrowEvent id="A">${signal}</intermediateThrowEvent>`).replace(
    '</definitions>',
    '<signal id="Si" name="alert"/></definitions>',
  );
  const { files, diagnostics } = await compile({ file: 'test.bpmn', xml });
  const code = files.find(({ file }) => file.endsWith('workflow.ts'))?.content ?? '';
  return { code, problems: diagnostics.map(({ code }) => code) };
}

test.each([
  ['variables', '<camunda:in source="a" target="b"/>', '{ b: vars.a }'],
  ['values', '<camunda:in sourceExpression="2" target="b"/>', "{ b: '2' }"],
  ['everything', '<camunda:in variables="all"/>', 'vars'],
  [
    'everything and more',
    '<camunda:in variables="all"/><camunda:in source="a" target="b"/>',
    '{ ...vars, b: vars.a }',
  ],
])('brings %s along', async (_what, parameters, payload) => {
  const { code, problems } = await thrown(parameters);
  expect(problems).toEqual([]);
  expect(code).toContain(`await broadcast('A', 'alert', ${payload});`);
});

test('what it cannot bring along is refused', async () => {
  const { problems } = await thrown('<camunda:in businessKey="#{key}"/>');
  expect(problems).toEqual(['attribute-not-supported']);
});
