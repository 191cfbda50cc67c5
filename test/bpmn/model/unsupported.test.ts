import { around, definitions, process, read } from '../diagram';

const bounded = (definition: string) =>
  around(`<task id="A"/><boundaryEvent id="B" attachedToRef="A">${definition}</boundaryEvent>`);

test.each([
  [
    'combination of several event definitions',
    bounded(
      '<errorEventDefinition/><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition>',
    ),
    'B',
  ],
])('%s', (what, xml, element) => {
  const { model, diagnostics } = read(xml);
  const found = diagnostics.filter(({ code }) => code === 'element-not-supported');
  expect(model).toBeUndefined();
  expect(found.map((one) => [one.element, one.position?.line])).toEqual([[element, 1]]);
  expect(found[0]?.message).toMatch(new RegExp(`^The ${what}\\b.* is not supported yet`));
});

test.each([['camunda:skipExpression="${x}"'], ['zeebe:unheardOf="x"']])('attribute %s', (attribute) => {
  const { model, diagnostics } = read(around(`<task id="A" ${attribute}/>`));
  expect(model).toBeUndefined();
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toContain(
    'attribute-not-supported',
  );
});

test.each([
  ['zeebe:taskHeaders', '<zeebe:taskHeaders><zeebe:header key="a" value="b"/></zeebe:taskHeaders>'],
])('extension %s', (name, extension) => {
  const xml = around(`<task id="A"><extensionElements>${extension}</extensionElements></task>`);
  const { diagnostics } = read(xml);
  expect(diagnostics.map(({ code, element }) => [code, element])).toEqual([['extension-not-supported', 'A']]);
  expect(diagnostics[0]?.message).toContain(`<${name}>`);
});

test('a misspelt extension gets a suggestion', () => {
  const [attribute] = read(around('<userTask id="A" camunda:asignee="ann"/>')).diagnostics;
  expect(attribute?.hint).toMatch(/^Did you mean "camunda:assignee"\?/);
  const [implementation] = read(around('<serviceTask id="A" name="A" camunda:clas="x.Y"/>')).diagnostics;
  expect(implementation?.hint).toMatch(/^Did you mean "camunda:class"\?/);
  const [element] = read(
    around(
      '<userTask id="A"><extensionElements><zeebe:assignmentDefinitions/></extensionElements></userTask>',
    ),
  ).diagnostics;
  expect(element?.hint).toMatch(/^Did you mean "zeebe:assignmentDefinition"\?/);
});

test('what is read once and stands there twice is not lost', () => {
  const twice = '<zeebe:taskDefinition type="a"/><zeebe:taskDefinition type="b"/>';
  const { diagnostics } = read(
    around(`<serviceTask id="A"><extensionElements>${twice}</extensionElements></serviceTask>`),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'The extension <zeebe:taskDefinition> of the service task A is not supported more than once.',
  ]);
});

test('what is referred to is looked at as well', () => {
  const xml = process(
    '<startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="E"/><endEvent id="E"><errorEventDefinition errorRef="X"/></endEvent>',
  ).replace('<process', '<error id="X" errorCode="x" camunda:severity="no"/><process');
  expect(read(xml).problems).toEqual(['error attribute-not-supported X']);
});

test('several potential owners, one of them an expression', () => {
  const owner = (text: string) =>
    `<potentialOwner><resourceAssignmentExpression><formalExpression>${text}</formalExpression></resourceAssignmentExpression></potentialOwner>`;
  expect(read(around(`<userTask id="A">${owner('=groups')}${owner('sales')}</userTask>`)).problems).toEqual([
    'error element-not-supported A',
  ]);
  expect(read(around(`<userTask id="A">${owner('=groups')}</userTask>`)).problems).toEqual([]);
});

test('values that are the default anyway, and what is noted only, are fine', () => {
  const attributes =
    'isForCompensation="false" startQuantity="1" completionQuantity="1" camunda:asyncBefore="true" camunda:jobPriority="5" camunda:modelerTemplate="x" camunda:skipExpression=""';
  const extensions = '<camunda:properties><camunda:property name="a" value="b"/></camunda:properties>';
  const xml = around(
    `<task id="A" ${attributes}><extensionElements>${extensions}</extensionElements></task>`,
    'camunda:historyTimeToLive="P30D" camunda:versionTag="1"',
  );
  expect(read(xml).problems).toEqual([]);
});

test('data objects without associations have no effect', () => {
  const xml = around(
    '<task id="A"/><dataObject id="D"/><dataObjectReference id="R" dataObjectRef="D"/><dataStoreReference id="DS"/>',
  );
  expect(read(xml).problems).toEqual([]);
});

test('everything unsupported is reported at once, in the order of the file', () => {
  const task = (id: string) => `<task id="${id}" zeebe:unheardOf="x"/>`;
  const xml = process(
    `<startEvent id="S"/>${task('A')}<subProcess id="P"><startEvent id="S2"/>${task('B')}</subProcess>${task('G')}`,
  );
  const found = read(xml).diagnostics.filter(({ code }) => code === 'attribute-not-supported');
  expect(found.map(({ element }) => element)).toEqual(['A', 'B', 'G']);
});

test('processes that are not executable are left alone', () => {
  const { model, problems } = read(
    definitions(
      '<process id="Docs"><callActivity id="X"/></process><process id="P" isExecutable="true"><startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="E"/><endEvent id="E"/></process>',
    ),
  );
  expect(problems).toEqual([]);
  expect(model?.processes.map(({ id }) => id)).toEqual(['P']);
});

test('ids are needed', () => {
  const xml = definitions(
    '<process isExecutable="true"><startEvent id="S"/><sequenceFlow sourceRef="S" targetRef="E"/><endEvent id="E"/><task/></process>',
  );
  const found = read(xml).diagnostics.filter(({ code }) => code === 'id-missing');
  expect(found.map(({ message }) => message)).toEqual(['The process has no id.', 'The task has no id.']);
});

test('sequence flows may do without', () => {
  const flow = '<sequenceFlow sourceRef="S" targetRef="E"/>';
  const xml = definitions(
    `<process id="P" isExecutable="true"><startEvent id="S"/><endEvent id="S-E-2"/><endEvent id="E"/>${flow}${flow}</process>`,
  );
  const { model, problems } = read(xml);
  expect(problems.filter((problem) => !problem.startsWith('warning'))).toEqual([]);
  expect(model?.processes[0]?.flows.map(({ id }) => id)).toEqual(['S-E', 'S-E-3']);
});

test('no process is executable', () => {
  expect(read(definitions('<process id="P" isExecutable="false"/>')).problems).toEqual([
    'error not-executable Definitions_1',
  ]);
});

test.each([
  ['Camunda Cloud', 'camunda:topic="mail"', '<camunda:field name="a" stringValue="b"/>'],
  ['Camunda Platform', 'zeebe:unheardOf="x"', '<zeebe:taskHeaders/>'],
])('what another engine has left in a file for %s is a warning', (platform, attribute, extension) => {
  const xml = around(
    `<task id="A" ${attribute}><extensionElements>${extension}</extensionElements></task>`,
  ).replace(
    '<definitions',
    `<definitions xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="${platform}"`,
  );
  const { problems, model } = read(xml);
  expect(problems).toEqual(['warning engine-other A', 'warning engine-other A']);
  expect(model).toBeDefined();
});

test.each([
  ['in a sub-process', '<subProcess id="P">', '</subProcess>', ''],
  ['that waits for all its events, beside another start', '', '', '<startEvent id="S"/>'],
])('an event-based gateway that starts the process %s', (_where, before, after, beside) => {
  const event = (id: string) =>
    `<intermediateCatchEvent id="${id}"><signalEventDefinition signalRef="X"/></intermediateCatchEvent>`;
  const flows = ['A', 'B']
    .map((id) => `<sequenceFlow id="F${id}" sourceRef="G" targetRef="${id}"/>`)
    .join('');
  const gateway = '<eventBasedGateway id="G" instantiate="true" eventGatewayType="Parallel"/>';
  const xml = process(`${beside}${before}${gateway}${event('A')}${event('B')}${flows}${after}`).replace(
    '<process',
    '<signal id="X" name="X"/><process',
  );
  const found = read(xml).diagnostics.filter(({ code }) => code === 'element-not-supported');
  expect(found.map(({ element }) => element)).toContain('G');
});

test.each([[''], ['parallelMultiple="true"']])(
  'a process does not start by a condition and something else: %s',
  (how) => {
    const start = `<startEvent id="S" ${how}><conditionalEventDefinition><condition>=a</condition></conditionalEventDefinition><signalEventDefinition signalRef="G"/></startEvent>`;
    const xml = process(
      `${start}<endEvent id="E"/><sequenceFlow id="F" sourceRef="S" targetRef="E"/>`,
    ).replace('<process', '<signal id="G" name="G"/><process');
    const { model, problems } = read(xml);
    expect(model).toBeUndefined();
    expect(problems).toContain('error start-conditional S');
  },
);

test.each([
  ['${tenant}-ordered', 'camunda:versionTag="1"', ''],
  [
    '=tenant + "-ordered"',
    '',
    '<extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements>',
  ],
])('a process does not start by a name that only a run could know: %s', (name, attribute, extension) => {
  const xml = process(
    '<startEvent id="S"><messageEventDefinition messageRef="M"/></startEvent><endEvent id="E"/><sequenceFlow id="F" sourceRef="S" targetRef="E"/>',
  ).replace('<process', `<message id="M" name='${name}'>${extension}</message><process ${attribute}`);
  const { model, diagnostics } = read(xml);
  expect(model).toBeUndefined();
  const found = diagnostics.find(({ code }) => code === 'start-expression');
  expect(found).toMatchObject({ element: 'S', message: expect.stringContaining(name.replace(/^=/, '')) });
});

test('what to do about a script that is elsewhere', () => {
  const { diagnostics } = read(
    around('<scriptTask id="A" scriptFormat="groovy" camunda:resource="${file}"/>'),
  );
  const attribute = diagnostics.find(({ code }) => code === 'attribute-not-supported');
  expect(attribute?.hint).toMatch(/^Name a file that lies beside the diagram/);
});
