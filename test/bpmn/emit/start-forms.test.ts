import { compile } from '../../../src/bpmn/compile';
import { definitions } from '../diagram';

const form =
  '<extensionElements><camunda:formData><camunda:formField id="amount" type="long"/></camunda:formData></extensionElements>';

async function contractOf(starts: string, options: Parameters<typeof compile>[1] = {}) {
  const xml = definitions(`
    <message id="M" name="Ordered" />
    <process id="Order" isExecutable="true">
      ${starts}
      <endEvent id="End" />
      <sequenceFlow id="F1" sourceRef="Start" targetRef="End" />
    </process>`);
  const { files, diagnostics } = await compile({ file: 'order.bpmn', xml }, options);
  return { contract: files[0]?.content ?? '', codes: diagnostics.map(({ code }) => code) };
}

test('the form of a start says what the process is given', async () => {
  const { contract } = await contractOf(`<startEvent id="Start">${form}</startEvent>`);
  expect(contract).toContain('startForm: z.looseObject({ amount: z.int().optional() }),');
});

test('so does a form of a file that it names', async () => {
  const text = JSON.stringify({
    id: 'order-form',
    type: 'default',
    components: [{ type: 'textfield', key: 'customer', validate: { required: true } }],
  });
  const start =
    '<startEvent id="Start"><extensionElements><zeebe:formDefinition formId="order-form"/></extensionElements></startEvent>';
  const { contract } = await contractOf(start, { forms: [{ file: 'order.form', text }] });
  expect(contract).toContain('startForm: z.looseObject({ customer: z.string().min(1) }),');
});

test('a schema of the variables says more', async () => {
  const { contract } = await contractOf(`<startEvent id="Start">${form}</startEvent>`, {
    modules: { schema: './order.schema' },
  });
  expect(contract).toContain('input: Variables,');
  expect(contract).not.toContain('startForm');
});

test('a process that also starts otherwise is not checked by it, which a warning says', async () => {
  const { contract, codes } = await contractOf(`
    <startEvent id="Start">${form}</startEvent>
    <startEvent id="Other"><messageEventDefinition messageRef="M" /></startEvent>
    <sequenceFlow id="F2" sourceRef="Other" targetRef="End" />`);
  expect(contract).not.toContain('startForm');
  expect(codes).toContain('form-unchecked');
});
