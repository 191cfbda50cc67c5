import { around, definitions, node, process, read } from '../diagram';

const CALLED = '<process id="Other" isExecutable="true"><startEvent id="OS"/></process>';

/** A process that calls, beside other root elements. */
function calling(call: string, others = ''): string {
  const process = `<process id="P" isExecutable="true"><startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="A"/>${call}</process>`;
  return definitions(others + process);
}

const extended = (extensions: string, attributes = '') =>
  around(
    `<callActivity id="A" calledElement="Other" ${attributes}><extensionElements>${extensions}</extensionElements></callActivity>`,
  );

test.each([
  ['a process of the file', calling('<callActivity id="A" calledElement="Other"/>', CALLED), { id: 'Other' }],
  ['a process of the project', around('<callActivity id="A" calledElement="Other"/>'), { id: 'Other' }],
  [
    'an expression',
    around('<callActivity id="A" calledElement="${which}" camunda:calledElementBinding="latest"/>'),
    { language: 'juel', text: '${which}' },
  ],
  [
    'a process of Camunda 8',
    around(
      '<callActivity id="A"><extensionElements><zeebe:calledElement processId="Other"/></extensionElements></callActivity>',
    ),
    { id: 'Other' },
  ],
  [
    'an expression of Camunda 8',
    around(
      '<callActivity id="A"><extensionElements><zeebe:calledElement processId="=which"/></extensionElements></callActivity>',
    ),
    { language: 'feel', text: 'which' },
  ],
  [
    'a process of an engine that is named as the call is',
    process(
      '<startEvent id="S"/><callActivity id="Other" calledElement="Other" camunda:calledElementBinding="latest"/><sequenceFlow id="F" sourceRef="S" targetRef="Other"/>',
    ),
    { id: 'Other' },
    'Other',
  ],
])('calls %s', (_what, xml, called, id = 'A') => {
  expect(node(xml, id)).toMatchObject({ kind: 'callActivity', called });
});

test('calls a process of an imported file, by its name there', () => {
  const imported = definitions(CALLED).replace('http://example.com', 'http://example.com/other');
  const { model, problems } = read(
    definitions(
      '<import importType="http://www.omg.org/spec/BPMN/20100524/MODEL" location="parts/other.bpmn" namespace="http://example.com/other"/>' +
        '<process id="P" isExecutable="true"><startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="A"/><callActivity id="A" calledElement="o:Other"/></process>',
      'xmlns:o="http://example.com/other"',
    ),
    { imports: { 'parts/other.bpmn': imported.replace(/id="Definitions_1"/, 'id="Definitions_2"') } },
  );
  expect(problems.filter((problem) => problem.startsWith('error'))).toEqual([]);
  expect(model?.processes[0]?.nodes.find(({ id }) => id === 'A')).toMatchObject({
    called: { id: 'Other', imported: { path: 'parts/other.bpmn', processes: ['Other'] } },
  });
});

const variable = (target: string, name: string) => ({ target, source: { language: 'variable', name } });

test.each([
  [
    'Camunda 7: what is said',
    '<camunda:in source="a" target="b"/><camunda:in sourceExpression="${a + 1}" target="c"/><camunda:out source="d" target="e"/>',
    {
      gives: {
        variables: 'none',
        mappings: [variable('b', 'a'), { target: 'c', source: { language: 'juel', text: '${a + 1}' } }],
      },
      takes: { all: false, mappings: [variable('e', 'd')] },
    },
  ],
  [
    'Camunda 7: everything',
    '<camunda:in variables="all"/><camunda:out variables="all"/>',
    { gives: { variables: 'all', mappings: [] }, takes: { all: true, mappings: [] } },
  ],
  [
    'Camunda 7: local variables',
    '<camunda:in variables="all" local="true"/>',
    { gives: { variables: 'own', mappings: [] }, takes: { all: false, mappings: [] } },
  ],
  [
    'Flowable',
    '<flowable:in source="a" target="b"/>',
    { gives: { variables: 'none', mappings: [variable('b', 'a')] }, takes: { all: false, mappings: [] } },
  ],
  [
    'Camunda 8: everything',
    '<zeebe:calledElement processId="Other"/>',
    { gives: { variables: 'all', mappings: [] }, takes: { all: true, mappings: [] } },
  ],
  [
    'Camunda 8: nothing but what is mapped',
    '<zeebe:calledElement processId="Other" propagateAllParentVariables="false" propagateAllChildVariables="false"/>',
    { gives: { variables: 'own', mappings: [] }, takes: { all: false, mappings: [] } },
  ],
])('data of %s', (_dialect, extensions, data) => {
  expect(node(extended(extensions))).toMatchObject(data);
});

test('the business key is an expression; that of the caller is handed on anyway', () => {
  expect(node(extended('<camunda:in businessKey="${order.id}"/>'))).toMatchObject({
    businessKey: { language: 'juel', text: '${order.id}' },
  });
  expect(node(extended('<camunda:in businessKey="#{execution.processBusinessKey}"/>'))).not.toHaveProperty(
    'businessKey',
  );
});

test.each([
  ['a version', extended('', 'camunda:calledElementBinding="version" camunda:calledElementVersion="3"'), '3'],
  [
    'a version tag',
    extended('', 'camunda:calledElementBinding="versionTag" camunda:calledElementVersionTag="spring"'),
    'spring',
  ],
  [
    'a version tag of Camunda 8',
    extended('<zeebe:calledElement processId="Other" bindingType="versionTag" versionTag="v2"/>'),
    'v2',
  ],
])('%s is mentioned, for there is one build', (_what, xml, version) => {
  const { diagnostics } = read(xml);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['call-version', 'warning']]);
  expect(diagnostics[0]?.message).toContain(`calls the version ${version} `);
});

test.each([
  ['nothing', '<callActivity id="A"/>', ['error call-missing A']],
  ['a case', '<callActivity id="A" camunda:caseRef="Case_1"/>', ['error element-not-supported A']],
  ['a task', '<callActivity id="A" calledElement="S"/>', ['error call-target A']],
  [
    'a process that is not executable',
    '<callActivity id="A" calledElement="Other"/>',
    ['error call-not-executable A'],
  ],
  [
    'in a way that Java decides',
    '<callActivity id="A" calledElement="Else" camunda:variableMappingClass="com.example.Mapping"/>',
    ['error attribute-not-supported A'],
  ],
])('a call of %s is refused', (_what, call, problems) => {
  const xml = calling(call, CALLED.replace('isExecutable="true"', ''));
  expect(read(xml).problems.filter((problem) => problem.startsWith('error'))).toEqual(problems);
});

describe('global tasks', () => {
  test.each([
    ['globalTask', '', { kind: 'task' }],
    ['globalManualTask', '', { kind: 'manualTask' }],
    ['globalBusinessRuleTask', '', { kind: 'businessRuleTask', implementation: 'Global' }],
    ['globalUserTask', '', { kind: 'userTask' }],
    [
      'globalScriptTask',
      '<script>1 + 1</script>',
      { kind: 'scriptTask', script: { language: 'foreign', text: '1 + 1' } },
    ],
  ])('a %s is a task where it is called', (name, content, task) => {
    const global = `<${name} id="G" name="Global">${content}</${name}>`;
    expect(node(calling('<callActivity id="A" calledElement="G"/>', global))).toMatchObject({
      id: 'A',
      name: 'Global',
      incoming: ['F'],
      ...task,
    });
  });

  test('those of an imported file as well; what is wrong in them is reported at the call', () => {
    const importing = (global: string) =>
      read(
        definitions(
          '<import importType="http://www.omg.org/spec/BPMN/20100524/MODEL" location="tasks.bpmn" namespace="http://example.com/other"/>' +
            '<process id="P" isExecutable="true"><startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="A"/><callActivity id="A" calledElement="o:G"/></process>',
          'xmlns:o="http://example.com/other"',
        ),
        {
          imports: {
            'tasks.bpmn': definitions(global)
              .replace('http://example.com', 'http://example.com/other')
              .replace('id="Definitions_1"', 'id="Definitions_2"'),
          },
        },
      );
    const { model } = importing(
      '<globalScriptTask id="G" name="Sum"><script>1 + 1</script></globalScriptTask>',
    );
    expect(model?.processes[0]?.nodes.find(({ id }) => id === 'A')).toMatchObject({
      kind: 'scriptTask',
      name: 'Sum',
      incoming: ['F'],
      script: { text: '1 + 1' },
    });
    const { problems } = importing('<globalTask id="G" camunda:unheardOf="x"/>');
    expect(problems).toContain('error attribute-not-supported A');
  });

  test('the name of the call goes before that of the task', () => {
    const xml = calling(
      '<callActivity id="A" name="Here" calledElement="G"/>',
      '<globalTask id="G" name="Global"/>',
    );
    expect(node(xml)).toMatchObject({ name: 'Here', kind: 'task' });
  });

  test('what is not supported in them is reported, once for all their callers', () => {
    const xml = calling(
      '<callActivity id="A" calledElement="G"/><sequenceFlow id="F2" sourceRef="A" targetRef="B"/><callActivity id="B" calledElement="G"/>',
      '<globalTask id="G" camunda:unheardOf="x"/>',
    );
    expect(read(xml).problems.filter((problem) => problem.startsWith('error'))).toEqual([
      'error attribute-not-supported G',
    ]);
  });
});
