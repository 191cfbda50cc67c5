import { around, node, read } from '../diagram';

const extended = (name: string, extensions: string, attributes = '') =>
  around(`<${name} id="A" ${attributes}><extensionElements>${extensions}</extensionElements></${name}>`);

const inputOutput = (parameters: string) => `<camunda:inputOutput>${parameters}</camunda:inputOutput>`;
const input = (value: string) => `<camunda:inputParameter name="a">${value}</camunda:inputParameter>`;

test('mappings of zeebe', () => {
  const xml = extended(
    'serviceTask',
    '<zeebe:taskDefinition type="t"/><zeebe:ioMapping><zeebe:input source="=order.id" target="id"/><zeebe:input source="fast" target="mode"/><zeebe:output source="= receipt" target="receipt"/></zeebe:ioMapping>',
  );
  expect(node(xml)).toMatchObject({
    inputs: [
      { target: 'id', source: { language: 'feel', text: 'order.id' } },
      { target: 'mode', source: { language: 'literal', text: 'fast' } },
    ],
    outputs: [{ target: 'receipt', source: { language: 'feel', text: 'receipt' } }],
  });
  expect(node(xml)).not.toHaveProperty('resultGoesOut');
});

test('mappings of camunda', () => {
  const xml = extended(
    'userTask',
    inputOutput(
      '<camunda:inputParameter name="id">${order.id}</camunda:inputParameter><camunda:inputParameter name="mode">fast</camunda:inputParameter><camunda:outputParameter name="done">#{ok}</camunda:outputParameter>',
    ),
  );
  expect(node(xml)).toMatchObject({
    inputs: [
      { target: 'id', source: { language: 'juel', text: '${order.id}' } },
      { target: 'mode', source: { language: 'literal', text: 'fast' } },
    ],
    outputs: [{ target: 'done', source: { language: 'juel', text: '#{ok}' } }],
    resultGoesOut: true,
  });
});

test.each([
  ['nothing', '', { language: 'feel', text: 'null' }],
  [
    'a list',
    '<camunda:list><camunda:value>x</camunda:value><camunda:list/><camunda:script scriptFormat="javascript">b</camunda:script></camunda:list>',
    {
      language: 'list',
      items: [
        { language: 'literal', text: 'x' },
        { language: 'list', items: [] },
        { language: 'script', script: { language: 'javascript', text: 'b' } },
      ],
    },
  ],
  [
    'a map',
    '<camunda:map><camunda:entry key="k">${v}</camunda:entry><camunda:entry key="l"><camunda:list/></camunda:entry></camunda:map>',
    {
      language: 'map',
      entries: [
        { key: 'k', value: { language: 'juel', text: '${v}' } },
        { key: 'l', value: { language: 'list', items: [] } },
      ],
    },
  ],
  [
    'a script',
    '<camunda:script scriptFormat="groovy">b + 1</camunda:script>',
    { language: 'script', script: { language: 'foreign', format: 'groovy', text: 'b + 1' } },
  ],
])('parameters of camunda: %s', (_name, value, source) => {
  expect(node(extended('userTask', inputOutput(input(value))))).toMatchObject({
    inputs: [{ target: 'a', source }],
  });
});

test.each(['task', 'manualTask', 'userTask', 'scriptTask', 'serviceTask', 'subProcess'])(
  'a %s can have them',
  (kind) => {
    const inner = { scriptTask: '<script>=1</script>', subProcess: '<startEvent id="SS"/>' }[kind] ?? '';
    const xml = around(
      `<${kind} id="A" name="A"><extensionElements>${inputOutput(input('b'))}</extensionElements>${inner}</${kind}>`,
    );
    expect(node(xml)).toMatchObject({ kind, inputs: [{ target: 'a', source: { text: 'b' } }] });
  },
);

test('fields of what an engine would call', () => {
  const xml = around(
    `<serviceTask id="A" camunda:class="X"><extensionElements>
      <camunda:field name="a" stringValue="1"/><camunda:field name="b" expression="\${c}"/>
      <flowable:field name="d"><flowable:string>text</flowable:string></flowable:field>
    </extensionElements></serviceTask>`,
  );
  expect(node(xml)).toMatchObject({
    fields: [
      { target: 'a', source: { language: 'literal', text: '1' } },
      { target: 'b', source: { language: 'juel', text: '${c}' } },
      { target: 'd', source: { language: 'literal', text: 'text' } },
    ],
  });
});

test('the result of a decision goes into its variable', () => {
  const xml = extended(
    'businessRuleTask',
    '<zeebe:calledDecision decisionId="checkRisk" resultVariable="risk"/>',
  );
  expect(node(xml)).toMatchObject({ implementation: 'checkRisk', resultVariable: 'risk' });
});

test('headers of a job', () => {
  const headers = '<zeebe:taskHeaders><zeebe:header key="to" value="=ann"/></zeebe:taskHeaders>';
  expect(node(extended('serviceTask', `<zeebe:taskDefinition type="mail"/>${headers}`))).toMatchObject({
    fields: [
      {
        target: 'headers',
        source: {
          language: 'map',
          entries: [{ key: 'to', value: { language: 'literal', text: '=ann' } }],
        },
      },
    ],
  });
});

test('inputs that were left empty are null', () => {
  const inputs = '<zeebe:input target="a"/><zeebe:input source="" target="b"/>';
  const xml = around(
    `<serviceTask id="A"><extensionElements><zeebe:taskDefinition type="x"/><zeebe:ioMapping>${inputs}</zeebe:ioMapping></extensionElements></serviceTask>`,
  );
  const source = { language: 'feel', text: 'null' };
  expect(node(xml)).toMatchObject({
    inputs: [
      { target: 'a', source },
      { target: 'b', source },
    ],
  });
});

test.each([
  ['without target', '<zeebe:ioMapping><zeebe:input source="=a"/></zeebe:ioMapping>', 'mapping-incomplete'],
  ['without source', '<zeebe:ioMapping><zeebe:output target="a"/></zeebe:ioMapping>', 'mapping-incomplete'],
  [
    'by a script that is elsewhere',
    inputOutput(
      input('<camunda:script scriptFormat="groovy" resource="deployment://a.groovy">x</camunda:script>'),
    ),
    'script-file-missing',
  ],
  [
    'by something unheard of',
    inputOutput(input('<camunda:conect>x</camunda:conect>')),
    'extension-not-supported',
  ],
])('a mapping %s', (_name, extensions, code) => {
  expect(read(extended('userTask', extensions)).problems).toEqual([`error ${code} A`]);
});
