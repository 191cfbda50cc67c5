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

describe('refused where a step would not do the same', () => {
  const boundary = (definition: string, attributes = '') =>
    `<boundaryEvent id="B" attachedToRef="A" ${attributes}>${definition}</boundaryEvent><sequenceFlow id="FB" sourceRef="B" targetRef="E"/>`;
  const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

  test.each([
    ['no code', task(execution('start', '')), 'it names no code'],
    [
      'an error boundary event',
      task(execution('start')) + boundary('<errorEventDefinition/>'),
      'would catch its errors',
    ],
    ['an interruption', task(execution('end')) + boundary(timer), 'interrupts the activity'],
    [
      'a loop',
      task(execution('end'), { inside: '<standardLoopCharacteristics loopMaximum="3"/>' }),
      'carried out repeatedly',
    ],
  ])('%s', (_, element, reason) => {
    const { diagnostics } = read(around(element));
    expect(diagnostics).toMatchObject([
      { code: 'listener-not-supported', element: 'A', message: expect.stringContaining(reason) },
    ]);
  });

  test('an interrupting timer does no harm to what runs before the activity, nor a reminder to what runs after it', () => {
    expect(read(around(task(execution('start')) + boundary(timer))).problems).toEqual([]);
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
