import { around, definitions, node, process, read } from '../diagram';

const TIMER = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
const FLOW = '<sequenceFlow id="F1" sourceRef="S" targetRef="E"/><endEvent id="E"/>';
const beside = (start: string, attributes = '') =>
  process(
    `<startEvent id="S"/>${FLOW}<subProcess id="Sub" name="Beside" triggeredByEvent="true" ${attributes}>` +
      `${start}<sequenceFlow id="F2" sourceRef="S2" targetRef="E2"/><endEvent id="E2"/></subProcess>`,
  );

describe('event sub-processes', () => {
  const subProcesses = (xml: string) => read(xml).model?.processes[0]?.eventSubProcesses;

  test('are no nodes of the flow', () => {
    const { model, problems } = read(beside(`<startEvent id="S2">${TIMER}</startEvent>`));
    expect(problems).toEqual([]);
    expect(model?.processes[0]?.nodes.map(({ id }) => id)).toEqual(['S', 'E']);
    expect(model?.processes[0]?.eventSubProcesses).toMatchObject([
      { id: 'Sub', name: 'Beside', start: { id: 'S2', interrupting: true, trigger: { kind: 'timer' } } },
    ]);
  });

  test.each<[string, object]>([
    [`isInterrupting="false">${TIMER}`, { interrupting: false, trigger: { kind: 'timer' } }],
    [
      '><errorEventDefinition camunda:errorCodeVariable="code" camunda:errorMessageVariable=" "/>',
      { trigger: { kind: 'error', codeVariable: 'code' } },
    ],
    [
      '><escalationEventDefinition camunda:escalationCodeVariable="code"/>',
      { trigger: { kind: 'escalation', codeVariable: 'code' } },
    ],
    ['><compensateEventDefinition/>', { trigger: { kind: 'compensate' } }],
    [
      '><conditionalEventDefinition><condition>=x</condition></conditionalEventDefinition>',
      { trigger: { kind: 'conditional' } },
    ],
  ])('start %s', (start, expected) => {
    expect(subProcesses(beside(`<startEvent id="S2" ${start}</startEvent>`))).toMatchObject([
      { start: expected },
    ]);
  });

  test('are not done several times', () => {
    const start = `<startEvent id="S2">${TIMER}</startEvent><standardLoopCharacteristics loopMaximum="3"/>`;
    expect(read(beside(start)).problems).toContain('error element-not-supported Sub');
  });
});

describe('compensation', () => {
  const undone = (more = '', event = '') =>
    around(
      `<task id="A"/><boundaryEvent id="B" name="Undo" attachedToRef="A" ${event}><compensateEventDefinition/></boundaryEvent>` +
        `<task id="U" isForCompensation="true"/><association id="X" sourceRef="B" targetRef="U"/>${more}`,
    );

  test('a handler is part of its activity, and no node', () => {
    const { model } = read(undone());
    expect(model?.processes[0]?.nodes.map(({ id }) => id)).toEqual(['S', 'A', 'E']);
    expect(node(undone())).toMatchObject({
      boundaryEvents: [],
      compensation: { event: { id: 'B', name: 'Undo' }, handler: { id: 'U' } },
    });
  });

  test('events on the edge of a handler are refused', () => {
    const bound = `<boundaryEvent id="B2" attachedToRef="U">${TIMER}</boundaryEvent>`;
    expect(read(undone(bound)).problems).toContain('error element-not-supported B2');
  });

  test.each<[string, object]>([
    ['', { waitForCompletion: true }],
    ['activityRef="A" waitForCompletion="false"', { activity: 'A', waitForCompletion: false }],
  ])('thrown with %s', (attributes, expected) => {
    const xml = around(
      `<task id="A"/><endEvent id="Thrown"><compensateEventDefinition ${attributes}/></endEvent>`,
    );
    const thrown = node(xml, 'Thrown');
    expect(thrown).toMatchObject({ kind: 'endEvent', trigger: { kind: 'compensate', ...expected } });
  });
});

test('transactions are sub-processes that can be cancelled', () => {
  const transaction = (attributes: string) =>
    around(
      `<transaction id="A" ${attributes}><startEvent id="S2"/><sequenceFlow id="F3" sourceRef="S2" targetRef="E2"/><endEvent id="E2"><cancelEventDefinition/></endEvent></transaction>`,
    );
  expect(node(transaction('method="##Compensate"'))).toMatchObject({
    kind: 'subProcess',
    transaction: true,
    scope: { nodes: [{}, { id: 'E2', trigger: { kind: 'cancel' } }] },
  });
  expect(read(transaction('method="##Image"')).problems).toContain('error attribute-not-supported A');
});

test('definitions may stand elsewhere, and several events may refer to one', () => {
  const xml = definitions(
    '<error id="Err" errorCode="NO"/><errorEventDefinition id="D" errorRef="Err"/>' +
      '<process id="P" isExecutable="true"><startEvent id="S"/><sequenceFlow id="F1" sourceRef="S" targetRef="A"/><task id="A"/>' +
      '<boundaryEvent id="B" attachedToRef="A"><eventDefinitionRef>D</eventDefinitionRef></boundaryEvent>' +
      '<sequenceFlow id="F2" sourceRef="A" targetRef="E"/><sequenceFlow id="F3" sourceRef="B" targetRef="E"/>' +
      '<endEvent id="E"><eventDefinitionRef>D</eventDefinitionRef></endEvent></process>',
  );
  expect(read(xml).problems).toEqual([]);
  for (const id of ['B', 'E'])
    expect(node(xml, id)).toMatchObject({ trigger: { kind: 'error', code: 'NO' } });
});

test('an event sub-process that undoes may say so itself as well', () => {
  const { problems } = read(
    process(
      '<startEvent id="S"/><subProcess id="A"><startEvent id="AS"/><subProcess id="U" triggeredByEvent="true" isForCompensation="true">' +
        '<startEvent id="US"><compensateEventDefinition/></startEvent><endEvent id="UE"/><sequenceFlow id="UF" sourceRef="US" targetRef="UE"/></subProcess>' +
        '<task id="AT"/><endEvent id="AE"/><sequenceFlow id="AF" sourceRef="AS" targetRef="AT"/><sequenceFlow id="AG" sourceRef="AT" targetRef="AE"/>' +
        '<boundaryEvent id="AB" attachedToRef="AT"><compensateEventDefinition/></boundaryEvent><task id="AH" isForCompensation="true"/>' +
        '<association id="AA" sourceRef="AB" targetRef="AH" associationDirection="One"/></subProcess>' +
        '<endEvent id="E"><compensateEventDefinition/></endEvent><sequenceFlow id="F" sourceRef="S" targetRef="A"/><sequenceFlow id="G" sourceRef="A" targetRef="E"/>',
    ),
  );
  expect(problems).toEqual([]);
});
