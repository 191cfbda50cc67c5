import { compile } from '../../../src/bpmn/compile';
import { definitions } from '../diagram';

const xml = definitions(`
  <message id="M" name="Restocked" /><signal id="S" name="Closed" />
  <process id="Shop" isExecutable="true">
  <startEvent id="Start"><messageEventDefinition messageRef="M" /></startEvent>
  <intermediateCatchEvent id="Catch"><signalEventDefinition signalRef="S" /></intermediateCatchEvent>
  <endEvent id="End" />
  <sequenceFlow id="F1" sourceRef="Start" targetRef="Catch" />
  <sequenceFlow id="F2" sourceRef="Catch" targetRef="End" />
  </process>`);

test('schemas of messages and signals that the diagram does not take are noticed', async () => {
  const { diagnostics } = await compile(
    { file: 'test.bpmn', xml },
    {
      tasks: ['End'],
      messages: ['Restoked'],
      broadcasts: ['Closed'],
      modules: { schema: './test.schema' },
    },
  );
  const found = diagnostics.filter(({ code }) => code === 'schema-name-unknown');
  expect(found.map(({ message, hint }) => [message, hint])).toEqual([
    [
      'The schema beside the diagram has messages["Restoked"], but the diagram has no such message that it takes.',
      'Did you mean "Restocked"? Correct the name, or remove the schema.',
    ],
    [
      'The schema beside the diagram has tasks["End"], but the diagram has no such user task.',
      'Correct the name, or remove the schema.',
    ],
  ]);
});
