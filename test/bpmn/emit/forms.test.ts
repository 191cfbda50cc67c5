import { compile, type CompileOptions } from '../../../src/bpmn/compile';
import { readCamundaForm } from '../../../src/bpmn/2-model/forms/camunda-form';
import { around } from '../diagram';

const task = (inside: string, attributes = '') =>
  around(
    `<userTask id="A" name="Check" ${attributes}><extensionElements>${inside}</extensionElements></userTask>`,
  );

async function compiled(xml: string, options: CompileOptions = {}) {
  const { files, diagnostics } = await compile({ file: 'x.bpmn', xml }, options);
  return {
    contract: files[0]?.content.replace(/\s+/g, ' '),
    problems: diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
}

const formWith = (...components: object[]) => JSON.stringify({ id: 'check', type: 'default', components });

/** The schema that a form with one component becomes. */
async function schemaOf(component: object) {
  const text = formWith({ key: 'a', ...component });
  const { contract, problems } = await compiled(task('<zeebe:formDefinition formId="check"/>'), {
    forms: [{ file: 'forms/check.form', text }],
  });
  return { schema: contract, problems };
}

test.each<[object, string]>([
  [{ type: 'textfield', validate: { required: true } }, 'a: z.string().min(1)'],
  [{ type: 'textfield', validate: { minLength: '3' } }, "a: z.string().min(3).or(z.literal('')).optional()"],
  [{ type: 'number', serializeToString: true, validate: { required: true } }, 'regex('],
  [{ type: 'number', validate: { min: -1.5 } }, 'a: z.number().min(-1.5).optional()'],
  [{ type: 'select', valuesKey: 'offers', validate: { required: true } }, 'a: z.any()'],
  [{ type: 'select', values: [{ value: 'x' }, { value: 1 }] }, "a: z.literal(['x', 1]).optional()"],
  [
    { type: 'checklist', values: [{ value: 'x' }], validate: { required: true } },
    "a: z.array(z.enum(['x'])).min(1)",
  ],
  [{ type: 'filepicker' }, 'a: z.any().optional()'],
  [{ type: 'expression', expression: '=b + 1' }, 'a: z.any().optional()'],
  [{ type: 'somethingNew', label: "it's" }, 'a: z.any().optional().meta({ title: "it\'s" })'],
  [
    { type: 'group', path: 'g', components: [{ type: 'checkbox', key: 'b' }] },
    'g: z.object({ b: z.boolean().optional() }).optional()',
  ],
  [
    { type: 'textfield', validate: { required: true }, conditional: { hide: '=x' } },
    'a: z.string().optional()',
  ],
])('%j', async (component, expected) => {
  const { schema, problems } = await schemaOf(component);
  expect(schema).toContain(expected);
  expect(problems).toEqual([]);
});

test.each([
  [{ type: 'textfield', validate: { pattern: '(?<!' } }, 'pattern (?<!'],
  [{ type: 'textfield', validate: { minLength: '=limit' } }, 'minLength "=limit"'],
  [{ type: 'textfield', validate: { validationType: 'phone' } }, 'phone number'],
])('what cannot be checked is said: %j', async (component, what) => {
  expect((await schemaOf(component)).problems).toEqual([
    `form-unchecked: A rule of the form of the user task "Check" is not checked: "a": ${what}.`,
  ]);
});

describe('which form', () => {
  const forms = [{ file: 'forms/check.form', text: formWith({ type: 'checkbox', key: 'ok' }) }];
  test.each([
    ['id', task('<zeebe:formDefinition formId="check"/>')],
    ['formRef', task('', 'camunda:formRef="check" camunda:formRefBinding="latest"')],
    ['file', task('', 'camunda:formKey="camunda-forms:deployment:check.form"')],
  ])('by %s', async (_, xml) => {
    expect((await compiled(xml, { forms })).contract).toContain('ok: z.boolean().optional()');
  });

  test('the schema of the user goes before', async () => {
    const { contract } = await compiled(task('<zeebe:formDefinition formId="check"/>'), {
      forms,
      tasks: ['A'],
      variables: { type: 'object', properties: {} },
      modules: { schema: './x.schema' },
    });
    expect(contract).toContain('result: tasks.A');
    expect(contract).not.toContain("from 'zod'");
  });

  test('forms of other kinds give no schema; a file that is not there is warned of', async () => {
    const html = await compiled(task('', 'camunda:formKey="embedded:app:forms/check.html"'), { forms });
    expect(html.problems).toEqual([]);
    expect(html.contract).not.toContain('result');
    const missing = await compiled(task('', 'camunda:formKey="deployment:other.form"'), { forms });
    expect(missing.problems).toEqual([
      expect.stringContaining('form-missing: The form "deployment:other.form"'),
    ]);
  });

  test.each(['', '{', '7', 'null', '{"components": 3}'])('%j is no form', async (text) => {
    expect(typeof readCamundaForm(text)).toBe('string');
    const xml = task('<zeebe:formDefinition formKey="camunda-forms:bpmn:F"/>').replace(
      /(<process [^>]*>)/,
      `$1<extensionElements><zeebe:userTaskForm id="F">${text}</zeebe:userTaskForm></extensionElements>`,
    );
    expect((await compiled(xml)).problems).toEqual([
      expect.stringContaining('form-unreadable: The form camunda-forms:bpmn:F cannot be read'),
    ]);
  });
});

test("Flowable's properties, without those that cannot be written", async () => {
  const { contract, problems } = await compiled(
    task(`<flowable:formProperty id="shown" name="Shown" type="string" writable="false"/>
<flowable:formProperty id="days" name="Days" type="long" required="true"/>
<flowable:formProperty id="kind" type="enum"><flowable:value id="a" name="A"/></flowable:formProperty>`),
  );
  expect(problems).toEqual([]);
  expect(contract).toContain(
    "z.object({ days: z.int().meta({ title: 'Days' }), kind: z.enum(['a']).optional() })",
  );
});

test('validators of Camunda 7 that are Java are said to be left unchecked', async () => {
  const { problems } = await compiled(
    task(`<camunda:formData><camunda:formField id="x" type="string"><camunda:validation>
<camunda:constraint name="validator" config="com.acme.Iban"/></camunda:validation></camunda:formField></camunda:formData>`),
  );
  expect(problems).toEqual([expect.stringContaining('"x": validator com.acme.Iban')]);
});

test('defaults of fields count where they are left out; those of expressions are not known', async () => {
  const fields =
    '<camunda:formData>' +
    '<camunda:formField id="n" type="long" defaultValue="3"/>' +
    '<camunda:formField id="b" type="boolean" defaultValue="true"/>' +
    '<camunda:formField id="s" type="string" defaultValue="${x}"/>' +
    '<camunda:formField id="r" type="string" defaultValue="x"><camunda:validation>' +
    '<camunda:constraint name="required"/></camunda:validation></camunda:formField>' +
    '</camunda:formData>';
  const { contract, problems } = await compiled(task(fields));
  expect(contract).toContain(
    'n: z.int().default(3), b: z.boolean().default(true), s: z.string().optional(), r: z.string().min(1)',
  );
  expect(problems).toEqual([expect.stringContaining('"s": default ${x}')]);
});

test('the key of a form may be an expression; a form that is named by its id has to be there', async () => {
  const { files } = await compile({
    file: 'x.bpmn',
    xml: task('<zeebe:userTask/><zeebe:formDefinition externalReference="=&quot;forms/&quot; + kind"/>'),
  });
  expect(files[1]?.content).toContain(`form: feel('A', '"forms/" + kind', vars)`);
  const { problems } = await compiled(task('<zeebe:formDefinition formId="gone"/>'));
  expect(problems).toEqual([expect.stringMatching(/^form-missing: The form "gone"/)]);
});

test('headers of a user task are among what people see', async () => {
  const headers = '<zeebe:taskHeaders><zeebe:header key="team" value="legal"/></zeebe:taskHeaders>';
  const { files } = await compile({ file: 'x.bpmn', xml: task(headers) });
  expect(files[1]?.content).toContain("input: { headers: { team: 'legal' } }");
});
