import { compile } from '../../../src/bpmn/compile';
import { around } from '../diagram';

/** The lines of the workflow between task and end, for a task with this output mapping. */
async function emitted(source: string): Promise<string> {
  const xml = around(`<serviceTask id="A" name="Tell"><extensionElements>
    <zeebe:taskDefinition type="tell"/>
    <zeebe:ioMapping><zeebe:output source="${source}" target="status"/></zeebe:ioMapping>
  </extensionElements></serviceTask>`);
  const { files } = await compile({ file: 'test.bpmn', xml });
  return files.map(({ content }) => content).join('\n');
}

test('a mapping that reads nothing of the result does not keep it', async () => {
  const code = await emitted('=&quot;given up&quot;');
  expect(code).toMatch(/^ *await task\('A', activities\.tell, vars\);\n *vars\.status = 'given up';/m);
  expect(code).not.toContain('Result');
});

test('one that reads it does', async () => {
  expect(await emitted('=answer')).toMatch(/const tellResult = local\([^]*vars\.status = tellResult\.answer/);
});

test('an output parameter of Camunda 7 that only names what is a variable already writes nothing', async () => {
  const xml = around(`<serviceTask id="A" camunda:delegateExpression="\${score}"><extensionElements>
    <camunda:inputOutput>
      <camunda:outputParameter name="score">\${score}</camunda:outputParameter>
      <camunda:outputParameter name="points">\${score}</camunda:outputParameter>
    </camunda:inputOutput>
  </extensionElements></serviceTask>`);
  const { files } = await compile({ file: 'test.bpmn', xml });
  const code = files.map(({ content }) => content).join('\n');
  expect(code).toContain('vars.points = vars.score;');
  expect(code).not.toContain('vars.score = ');
});
