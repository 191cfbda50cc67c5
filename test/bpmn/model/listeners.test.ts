import { read, around, process } from '../diagram';

const LISTENER = 'class="com.acme.Audit"';

function task(listener: string, { inside = '', attributes = '', name = 'serviceTask' } = {}): string {
  return `<${name} id="A" name="Charge" ${attributes}><extensionElements>${listener}</extensionElements>${inside}</${name}>`;
}

const execution = (event: string, what = LISTENER) => `<camunda:executionListener event="${event}" ${what}/>`;

/** The nodes with where their flows lead: `S > A:start`. */
function flows(xml: string): string[] {
  const { model, problems } = read(xml);
  if (!model) throw new Error(problems.join(', '));
  return model.processes
    .flatMap(({ flows }) => flows.map(({ source, target }) => `${source} > ${target}`))
    .sort();
}

const added = (xml: string) =>
  read(xml).model?.processes.flatMap(({ nodes }) => nodes.filter(({ id }) => id.includes(':')));

describe('steps', () => {
  test('before and after an activity, in document order; flows and their places are kept', () => {
    const listeners = [execution('end'), execution('start'), execution('start'), execution('end')].join('');
    expect(flows(around(task(listeners)))).toEqual([
      'A > A:end',
      'A:end > A:end2',
      'A:end2 > E',
      'A:start > A:start2',
      'A:start2 > A',
      'S > A:start',
    ]);
  });

  test.each([
    ['class', 'class="com.acme.Audit"', { kind: 'serviceTask', implementation: 'com.acme.Audit' }],
    ['delegate', 'delegateExpression="${audit}"', { implementation: 'audit' }],
    ['method', 'expression="${audit.log(execution, eventName)}"', { implementation: 'audit.log' }],
    ['expression', 'expression="${audit.log(order)}"', { expression: { language: 'juel' } }],
  ])('a listener given by %s', (_, what, expected) => {
    expect(added(around(task(execution('start', what))))).toEqual([
      expect.objectContaining({ id: 'A:start', name: 'Charge: start listener' }),
    ]);
    expect(added(around(task(execution('start', what))))).toMatchObject([expected]);
  });

  test('what is put into a delegate goes along', () => {
    const field = '<camunda:field name="a" stringValue="b"/>';
    const xml = around(
      task(`<camunda:executionListener event="start" ${LISTENER}>${field}</camunda:executionListener>`),
    );
    expect(added(xml)).toMatchObject([
      { fields: [{ target: 'a', source: { language: 'literal', text: 'b' } }] },
    ]);
  });

  test('a script, in the workflow or in an activity', () => {
    const script = (format: string) =>
      `<camunda:executionListener event="end"><camunda:script scriptFormat="${format}">n = 1</camunda:script></camunda:executionListener>`;
    expect(added(around(task(script('javascript'))))).toMatchObject([
      { kind: 'scriptTask', script: { language: 'javascript', text: 'n = 1' } },
    ]);
    expect(added(around(task(script('groovy'))))).toMatchObject([
      { script: { language: 'foreign', format: 'groovy' } },
    ]);
  });

  test("Zeebe's get the headers of their element, and over them their own", () => {
    const header = (key: string, value: string) => `<zeebe:header key="${key}" value="${value}"/>`;
    const listener = `<zeebe:executionListener eventType="start" type="=auditor"><zeebe:taskHeaders>${header('b', 'own')}</zeebe:taskHeaders></zeebe:executionListener>`;
    const extensions = `<zeebe:taskHeaders>${header('a', '1')}${header('b', '2')}</zeebe:taskHeaders><zeebe:executionListeners>${listener}</zeebe:executionListeners>`;
    const entries = [
      { key: 'a', value: { text: '1' } },
      { key: 'b', value: { text: 'own' } },
    ];
    expect(added(around(task(extensions, { name: 'userTask' })))).toMatchObject([
      {
        id: 'A:start',
        implementation: { language: 'feel', text: 'auditor' },
        fields: [{ target: 'headers', source: { language: 'map', entries } }],
      },
    ]);
  });

  test("Zeebe's, with their retries", () => {
    const listeners =
      '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="audit" retries="5"/></zeebe:executionListeners>';
    expect(added(around(task(listeners, { name: 'userTask' })))).toMatchObject([
      { id: 'A:start', implementation: 'audit', retries: 5 },
    ]);
  });

  test('on a flow, which keeps its condition, its order, and that it is the default', () => {
    const { model, problems } = read(
      process(`<startEvent id="S"/><sequenceFlow id="F1" sourceRef="S" targetRef="G"/>
<exclusiveGateway id="G" default="F3"/><endEvent id="E"/>
<sequenceFlow id="F2" sourceRef="G" targetRef="E"><extensionElements>${execution('take')}</extensionElements><conditionExpression>\${a}</conditionExpression></sequenceFlow>
<sequenceFlow id="F3" sourceRef="G" targetRef="E"><extensionElements>${execution('take')}</extensionElements></sequenceFlow>`),
    );
    expect(problems).toEqual([]);
    const [scope] = model!.processes;
    expect(scope!.nodes.find(({ id }) => id === 'G')).toMatchObject({
      defaultFlow: 'F3',
      outgoing: ['F2', 'F3'],
    });
    expect(scope!.flows).toMatchObject([
      { id: 'F1' },
      { id: 'F2', target: 'F2:take', condition: { text: '${a}' } },
      { id: 'F3', target: 'F3:take' },
      { source: 'F2:take', target: 'E' },
      { source: 'F3:take', target: 'E' },
    ]);
  });

  test('the default flow of an activity leaves its last step', () => {
    const xml = around(task(execution('end'), { attributes: 'default="F2"' })).replace(
      '<endEvent id="E"/>',
      '<sequenceFlow id="F3" sourceRef="A" targetRef="E"><conditionExpression>${a}</conditionExpression></sequenceFlow><endEvent id="E"/>',
    );
    const [scope] = read(xml).model!.processes;
    expect(scope!.nodes.find(({ id }) => id === 'A')).not.toHaveProperty('defaultFlow');
    expect(scope!.nodes.find(({ id }) => id === 'A:end')).toMatchObject({
      defaultFlow: 'F2',
      outgoing: ['F2', 'F3'],
    });
  });

  test('the start of a process is behind its start event, the end of an end event before it', () => {
    const xml = around('<task id="A"/>')
      .replace('<startEvent', `<extensionElements>${execution('start')}</extensionElements><startEvent`)
      .replace(
        '<endEvent id="E"/>',
        `<endEvent id="E"><extensionElements>${execution('end')}</extensionElements></endEvent>`,
      );
    expect(flows(xml)).toEqual(['A > E:end', 'E:end > E', 'S > S:start', 'S:start > A']);
  });
});

const boundary = (definition: string, attributes = '') =>
  `<boundaryEvent id="B" attachedToRef="A" ${attributes}>${definition}</boundaryEvent><sequenceFlow id="FB" sourceRef="B" targetRef="E"/>`;
const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

describe('as a part of the element', () => {
  const both = execution('start') + execution('end');

  /** The ids of the steps that belong to an element. */
  function inside(xml: string, id: string) {
    const { model, problems } = read(xml);
    if (!model) throw new Error(problems.join(', '));
    const [scope] = model.processes;
    const handlers = scope!.nodes.flatMap((node) =>
      'compensation' in node && node.compensation ? [node.compensation.handler] : [],
    );
    const { around } = [scope!, ...scope!.nodes, ...handlers].find((one) => one.id === id)!;
    const ids = (steps: readonly { readonly id: string }[] = []) => steps.map((step) => step.id);
    return { first: ids(around?.first), next: ids(around?.next), last: ids(around?.last) };
  }

  test.each([
    ['a loop', '<standardLoopCharacteristics loopMaximum="3"/>', 'next'],
    [
      'instances',
      '<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>',
      'next',
    ],
    [
      'instances of which some may be enough',
      '<multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality><completionCondition>${enough}</completionCondition></multiInstanceLoopCharacteristics>',
      'last',
    ],
  ])('each time, of %s', (_, loop, end) => {
    const none = { first: ['A:start'], next: [], last: [] };
    expect(inside(around(task(both, { inside: loop })), 'A')).toEqual({ ...none, [end]: ['A:end'] });
  });

  test('where boundary events catch the errors of the activity, and those of its listeners', () => {
    expect(inside(around(task(both) + boundary('<errorEventDefinition/>')), 'A')).toEqual({
      first: ['A:start'],
      next: [],
      last: ['A:end'],
    });
  });

  test('its end is also that by an event', () => {
    const xml = around(task(both) + boundary(timer));
    expect(inside(xml, 'A')).toEqual({ first: [], next: [], last: ['A:end'] });
    expect(flows(xml)).toContain('S > A:start');
  });

  test('in Camunda 8 that is no end', () => {
    const end =
      '<zeebe:executionListeners><zeebe:executionListener eventType="end" type="audit"/></zeebe:executionListeners>';
    const error = boundary('<errorEventDefinition/>');
    expect(inside(around(task(end, { name: 'userTask' }) + error), 'A')).toEqual({
      first: [],
      next: ['A:end'],
      last: [],
    });
    expect(flows(around(task(end, { name: 'userTask' }) + boundary(timer)))).toContain('A:end > E');
  });

  test('the end of a process, and its start where it has several', () => {
    const extensions = `<extensionElements>${both}</extensionElements>`;
    const xml = around('<task id="A"/>').replace('<startEvent', `${extensions}<startEvent`);
    expect(inside(xml, 'Process_1')).toEqual({ first: [], next: [], last: ['Process_1:end'] });
    const second =
      '<startEvent id="S2"><messageEventDefinition messageRef="M"/></startEvent><sequenceFlow id="F0" sourceRef="S2" targetRef="A"/><startEvent id="S"';
    const two = xml
      .replace('<startEvent id="S"', second)
      .replace('<process ', '<message id="M" name="m"/><process ');
    expect(inside(two, 'Process_1')).toEqual({
      first: ['Process_1:start'],
      next: [],
      last: ['Process_1:end'],
    });
  });

  test('what undoes an activity', () => {
    const xml = around(
      `<task id="A"/><boundaryEvent id="B" attachedToRef="A"><compensateEventDefinition/></boundaryEvent>
<serviceTask id="H" name="Undo" isForCompensation="true"><extensionElements>${both}</extensionElements></serviceTask>
<association id="T" sourceRef="B" targetRef="H" associationDirection="One"/>`,
    );
    expect(inside(xml, 'H')).toEqual({ first: ['H:start'], next: ['H:end'], last: [] });
  });
});

test('behind an event-based gateway an activity begins when its message has come', () => {
  const xml =
    process(`<startEvent id="S"/><sequenceFlow id="F1" sourceRef="S" targetRef="G"/><eventBasedGateway id="G"/>
<sequenceFlow id="F2" sourceRef="G" targetRef="A"/><sequenceFlow id="F3" sourceRef="G" targetRef="T"/>
<receiveTask id="A" messageRef="M"><extensionElements>${execution('end')}${execution('start')}</extensionElements></receiveTask>
<intermediateCatchEvent id="T">${timer}</intermediateCatchEvent><sequenceFlow id="F4" sourceRef="T" targetRef="E"/>
<sequenceFlow id="F5" sourceRef="A" targetRef="E"/><endEvent id="E"/>`).replace(
      '<process ',
      '<message id="M" name="m"/><process ',
    );
  expect(flows(xml)).toEqual(expect.arrayContaining(['A > A:start', 'A:start > A:end', 'A:end > E']));
});

test('an error end event ends by what it throws', () => {
  const end = `<endEvent id="E"><extensionElements>${execution('end')}</extensionElements><errorEventDefinition errorRef="X"/></endEvent>`;
  const xml = around('<task id="A"/>')
    .replace('<endEvent id="E"/>', end)
    .replace('<process ', '<error id="X" errorCode="x"/><process ');
  expect(flows(xml)).toEqual(['A > E:end', 'E:end > E', 'S > A']);
});

describe('refused where a step would not do the same', () => {
  test.each([
    ['no code', task(execution('start', '')), 'it names no code'],
    ['an event that nothing has', task(execution('beforeAll')), 'its event "beforeAll"'],
  ])('%s', (_, element, reason) => {
    const { diagnostics } = read(around(element));
    expect(diagnostics).toMatchObject([
      { code: 'listener-not-supported', element: 'A', message: expect.stringContaining(reason) },
    ]);
  });

  test('a reminder does no harm to what runs after the activity', () => {
    expect(read(around(task(execution('end')) + boundary(timer, 'cancelActivity="false"'))).problems).toEqual(
      [],
    );
  });

  test('fields of a script are not lost silently', () => {
    const script = '<camunda:script scriptFormat="javascript">n = 1</camunda:script>';
    const field = '<camunda:field name="a" stringValue="b"/>';
    const xml = around(
      task(`<camunda:executionListener event="start">${script}${field}</camunda:executionListener>`),
    );
    expect(read(xml).problems).toEqual(['error extension-not-supported A']);
  });
});
