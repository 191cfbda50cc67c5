import { around, node, process, read } from '../diagram';

const timer = (form: string) => `<timerEventDefinition>${form}</timerEventDefinition>`;
const catching = (form: string) =>
  around(`<intermediateCatchEvent id="A">${timer(form)}</intermediateCatchEvent>`);
const bounded = (event: string) =>
  process(
    `<startEvent id="S"/><sequenceFlow id="F1" sourceRef="S" targetRef="T"/><task id="T"/><sequenceFlow id="F2" sourceRef="T" targetRef="E"/><endEvent id="E"/>${event}` +
      '<sequenceFlow id="F3" sourceRef="A" targetRef="E2"/><endEvent id="E2"/>',
  );
const withError = (xml: string, error = '<error id="Err" errorCode="DECLINED"/>') =>
  xml.replace('<process', `${error}<process`);

describe('timers', () => {
  test.each([
    [
      '<timeDuration>PT15M</timeDuration>',
      { type: 'duration', value: { language: 'literal', text: 'PT15M' } },
    ],
    ['<timeDate>2030-01-31T12:00:00Z</timeDate>', { type: 'date', value: { text: '2030-01-31T12:00:00Z' } }],
    ['<timeCycle>0 0 9 ? * 2-6</timeCycle>', { type: 'cycle', value: { text: '0 0 9 ? * MON-FRI' } }],
    ['<timeCycle>R3/PT10M</timeCycle>', { type: 'cycle', value: { text: 'R3/PT10M' } }],
    [
      '<timeDuration xsi:type="tFormalExpression">= wait</timeDuration>',
      { type: 'duration', value: { language: 'feel', text: 'wait' } },
    ],
    [
      '<timeDuration>${wait}</timeDuration>',
      { type: 'duration', value: { language: 'juel', text: '${wait}' } },
    ],
    [
      '<timeDuration xsi:type="tFormalExpression" language="feel">wait</timeDuration>',
      { value: { language: 'feel', text: 'wait' } },
    ],
  ])('%s', (form, trigger) => {
    expect(node(catching(form))).toMatchObject({
      kind: 'intermediateCatchEvent',
      trigger: { kind: 'timer', ...trigger },
    });
  });

  test.each([
    ['<timeDuration>PT1H</timeDuration><timeDate>2030-01-01</timeDate>', 'timer-definition'],
    ['<timeDuration>1 hour</timeDuration>', 'timer-invalid'],
    ['<timeDate>2030-02-30</timeDate>', 'timer-invalid'],
    ['<timeCycle>0 0 25 * * ?</timeCycle>', 'timer-invalid'],
    ['<timeDuration language="groovy" xsi:type="tFormalExpression">x</timeDuration>', 'expression-language'],
  ])('%s', (form, code) => {
    expect(read(catching(form)).problems).toEqual([`error ${code} A`]);
  });

  test.each(['', '<timeDate language="feel" xsi:type="tFormalExpression"/>'])(
    'a timer that leaves open when leaves it to a variable: %s',
    (form) => {
      const named = catching(form).replace('id="A"', 'id="A" name="24 Hours"');
      expect(read(named).problems).toEqual(['warning timer-empty A']);
      expect(read(named).diagnostics[0]?.message).toContain('the variable "timeOf24Hours" does');
      expect(node(named)).toMatchObject({
        trigger: { kind: 'timer', value: { language: 'javascript', text: 'timeOf24Hours' }, open: true },
      });
    },
  );

  test('a time stands for itself, whatever language the file has for expressions', () => {
    const form =
      '<timeDuration xsi:type="tFormalExpression" language="http://www.w3.org/1999/XPath">PT2H</timeDuration>';
    expect(node(catching(form))).toMatchObject({ trigger: { value: { language: 'literal', text: 'PT2H' } } });
  });

  test('the message says how to write it', () => {
    const [diagnostic] = read(catching('<timeDuration>1 hour</timeDuration>')).diagnostics;
    expect(diagnostic?.message).toBe('"1 hour" is no ISO 8601 duration.');
    expect(diagnostic?.hint).toBe('Write it like PT15M or P1DT12H.');
  });
});

test.each([
  ['', true],
  ['cancelActivity="true"', true],
  ['cancelActivity="false"', false],
  ['cancelActivity="0"', false],
])('boundary timer %s', (attribute, interrupting) => {
  const xml = bounded(
    `<boundaryEvent id="A" attachedToRef="T" ${attribute}>${timer('<timeDuration>PT1H</timeDuration>')}</boundaryEvent>`,
  );
  expect(node(xml)).toMatchObject({ attachedTo: 'T', interrupting, trigger: { kind: 'timer' } });
  expect(node(xml, 'T')).toMatchObject({ boundaryEvents: ['A'] });
});

test.each([
  [
    'with a code',
    '<errorEventDefinition errorRef="Err"/>',
    '<error id="Err" errorCode="DECLINED"/>',
    { kind: 'error', code: 'DECLINED' },
  ],
  ['without reference', '<errorEventDefinition/>', '', { kind: 'error' }],
  [
    'with an error that has no code',
    '<errorEventDefinition errorRef="Err"/>',
    '<error id="Err" name="x"/>',
    { kind: 'error' },
  ],
])('boundary error %s', (_name, definition, error, trigger) => {
  const event = node(
    withError(bounded(`<boundaryEvent id="A" attachedToRef="T">${definition}</boundaryEvent>`), error),
  );
  expect(event).toHaveProperty('trigger', trigger);
});

describe('end events', () => {
  const ending = (definition: string) =>
    process(
      `<startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="A"/><endEvent id="A">${definition}</endEvent>`,
    );

  test.each([
    ['plain', '', undefined],
    ['error', '<errorEventDefinition errorRef="Err"/>', { kind: 'error', code: 'DECLINED' }],
    ['terminate', '<terminateEventDefinition/>', { kind: 'terminate' }],
  ])('%s', (_name, definition, trigger) => {
    const event = node(withError(ending(definition)));
    expect('trigger' in event ? event.trigger : undefined).toEqual(trigger);
  });

  test('an error without a code cannot be thrown', () => {
    expect(read(ending('<errorEventDefinition/>')).problems).toEqual(['error error-code-missing A']);
    expect(
      read(withError(ending('<errorEventDefinition errorRef="Err"/>'), '<error id="Err"/>')).problems,
    ).toEqual(['error error-code-missing A']);
  });
});

test('plain throw events pass', () => {
  expect(node(around('<intermediateThrowEvent id="A" name="Paid"/>'))).toMatchObject({
    kind: 'intermediateThrowEvent',
    name: 'Paid',
  });
});

describe('the variables that an event of Camunda 8 is told of', () => {
  const filtered = (filter: string) =>
    read(
      around(
        `<intermediateCatchEvent id="A"><conditionalEventDefinition id="D"><extensionElements><zeebe:conditionalFilter ${filter}/></extensionElements><condition xsi:type="tFormalExpression">=x > 1</condition></conditionalEventDefinition></intermediateCatchEvent>`,
      ),
    );

  test.each(['variableEvents="create, update"', 'variableEvents="update,create"', 'variableEvents=""', ''])(
    'all of them: %s',
    (filter) => {
      expect(filtered(filter).problems).toEqual([]);
    },
  );

  test('only some of them stops the compile, and says what to do', () => {
    const { diagnostics } = filtered('variableEvents="update"');
    expect(diagnostics).toMatchObject([
      { code: 'attribute-not-supported', hint: expect.stringContaining('Remove it') as string },
    ]);
  });
});
