import { definitions, process, read } from '../diagram';

/** The diagnostics of one code, as `element: message`. */
function messages(xml: string, code: string): string[] {
  return read(xml)
    .diagnostics.filter((one) => one.code === code)
    .map(({ element, message }) => `${element}: ${message}`);
}

test('an element that BPMN does not know, or not there', () => {
  const xml = process('<usertask id="A"/><laneSet id="L"><task id="B"/></laneSet>');
  expect(messages(xml, 'element-unknown')).toEqual([
    'A: BPMN 2.0 knows no <usertask> in <process>.',
    'B: BPMN 2.0 knows no <task> in <laneSet>.',
  ]);
  expect(read(xml).diagnostics.find(({ element }) => element === 'A')?.hint).toMatch(
    /^Did you mean "userTask"/,
  );
});

test('an attribute that BPMN does not know', () => {
  const xml = process('<boundaryEvent id="B" attachedToRef="T" cancelActivty="false"/><task id="T"/>');
  const [diagnostic] = read(xml).diagnostics.filter(({ code }) => code === 'attribute-unknown');
  expect(diagnostic?.message).toBe('BPMN 2.0 knows no attribute "cancelActivty" of <boundaryEvent>.');
  expect(diagnostic?.hint).toMatch(/^Did you mean "cancelActivity"\?/);
});

test('values of the wrong type', () => {
  const xml = process(
    '<task id="A" isForCompensation="yes" startQuantity="many"/><parallelGateway id="G" gatewayDirection="diverging"/><task id="B" isForCompensation="0"/>',
  );
  expect(messages(xml, 'attribute-invalid')).toEqual([
    'A: "yes" is no value for the attribute "isForCompensation" of <task>.',
    'A: "many" is no value for the attribute "startQuantity" of <task>.',
    'G: "diverging" is no value for the attribute "gatewayDirection" of <parallelGateway>.',
  ]);
});

test('what may be there once is there twice', () => {
  const xml = process(
    '<startEvent id="S"/><task id="T"/><sequenceFlow id="F" sourceRef="S" targetRef="T"><conditionExpression>=a</conditionExpression><conditionExpression>=b</conditionExpression></sequenceFlow>',
  );
  expect(messages(xml, 'element-repeated')).toEqual([
    'F: There is more than one <conditionExpression> in <sequenceFlow>, which may have one at most.',
  ]);
});

test('text where none belongs', () => {
  expect(messages(process('PT1H'), 'text-ignored')).toEqual([
    'Process_1: The text "PT1H" in <process> has no meaning there.',
  ]);
});

test("an engine's extension outside of extensionElements", () => {
  expect(
    messages(process('<task id="T"><zeebe:taskDefinition type="x"/></task>'), 'element-misplaced'),
  ).toEqual(['T: <zeebe:taskDefinition> stands outside of <extensionElements>.']);
  expect(messages(process('<x:y xmlns:x="http://elsewhere"/>'), 'element-foreign')).toHaveLength(1);
});

test('ids', () => {
  expect(messages(process('<task id="1 a"/>'), 'id-invalid')).toEqual(['1 a: "1 a" is no valid id.']);
  const [duplicate] = read(process('<task id="A"/>\n<task id="A"/>')).diagnostics.filter(
    ({ code }) => code === 'id-duplicate',
  );
  expect(duplicate?.position?.line).toBe(2);
  expect(duplicate?.related).toMatchObject([{ element: 'A', position: { line: 1 } }]);
});

test('references that lead nowhere', () => {
  const xml = process(
    '<startEvent id="S"><outgoing>Flow_9</outgoing></startEvent><task id="T"/><sequenceFlow id="Flow_1" sourceRef="S" targetRef="Tt"/>',
  );
  expect(messages(xml, 'reference-unresolved')).toEqual([
    'S: outgoing of <startEvent> refers to "Flow_9", but there is no such element.',
    'Flow_1: targetRef of <sequenceFlow> refers to "Tt", but there is no such element.',
  ]);
  const [first] = read(xml).diagnostics.filter(({ code }) => code === 'reference-unresolved');
  expect(first?.hint).toMatch(/^Did you mean "Flow_1"\?/);
});

test('references to the wrong kind of element', () => {
  const xml = process('<startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="Process_1"/>');
  expect(messages(xml, 'reference-wrong-type')).toEqual([
    'F: targetRef of <sequenceFlow> must refer to a flow node, but "Process_1" is a process.',
  ]);
});

test('references that only describe data are warnings', () => {
  const { diagnostics } = read(definitions('<signal id="G" structureRef="String"/>'));
  expect(diagnostics.find(({ code }) => code === 'reference-without-effect')?.severity).toBe('warning');
});

test('layout: mistakes are warnings, and elements refer to shapes as well', () => {
  const layout =
    '<di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"><di:BPMNPlane bpmnElement="Process_1">' +
    '<di:BPMNShape id="T_di" bpmnElement="T"/><di:BPMNShape id="T_di" bpmnElement="Gone" isHorizontal="maybe" x="1"/>' +
    '<di:BPMNEdge id="E_di" sourceElement="T_di"/><di:Unknown/></di:BPMNPlane></di:BPMNDiagram>';
  const { diagnostics } = read(
    definitions(`<process id="Process_1" isExecutable="true"><startEvent id="T"/></process>${layout}`),
  );
  expect(
    diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`).slice(1),
  ).toEqual([
    'warning layout-problem: The layout of the diagram has a mistake: the id "T_di" is used twice.',
    'warning layout-problem: The layout of the diagram has a mistake: "Gone" does not exist.',
    'warning layout-problem: The layout of the diagram has a mistake: "maybe" is no value for "isHorizontal".',
    'warning layout-problem: The layout of the diagram has a mistake: unknown attribute "x".',
    'warning layout-problem: The layout of the diagram has a mistake: unknown element <di:Unknown>.',
  ]);
});

test('a reference to an error that is not there may be meant as its code', () => {
  const xml = process('<endEvent id="E"><errorEventDefinition errorRef="NO_STOCK"/></endEvent>');
  const [diagnostic] = read(xml).diagnostics.filter(({ code }) => code === 'reference-unresolved');
  expect(diagnostic?.hint).toContain('<error id="NO_STOCK" errorCode="NO_STOCK" />');
});
