import { around, node, process, read } from '../diagram';

const extended = (name: string, extensions: string, attributes = '') =>
  around(`<${name} id="A" ${attributes}><extensionElements>${extensions}</extensionElements></${name}>`);

describe('which activity a task calls', () => {
  test.each([
    [
      'zeebe:taskDefinition',
      extended('serviceTask', '<zeebe:taskDefinition type="charge-card"/>', 'name="X"'),
      'charge-card',
    ],
    [
      'zeebe:taskDefinition, as a text of FEEL',
      extended('serviceTask', '<zeebe:taskDefinition type="=&quot;charge-card&quot;"/>'),
      'charge-card',
    ],
    [
      'zeebe:taskDefinition, by an expression',
      extended('serviceTask', '<zeebe:taskDefinition type="=&quot;pay-by-&quot; + method"/>'),
      { language: 'feel', text: '"pay-by-" + method' },
    ],
    ['camunda:topic', around('<serviceTask id="A" camunda:type="external" camunda:topic="ship"/>'), 'ship'],
    ['camunda:class', around('<sendTask id="A" camunda:class="org.acme.SendMail"/>'), 'org.acme.SendMail'],
    [
      'camunda:delegateExpression',
      around('<serviceTask id="A" camunda:delegateExpression="#{ chargeCard }"/>'),
      'chargeCard',
    ],
    [
      'camunda:expression',
      around('<businessRuleTask id="A" camunda:expression="${risk.assess(execution)}"/>'),
      'risk.assess',
    ],
    [
      'flowable:delegateExpression',
      around('<serviceTask id="A" flowable:delegateExpression="${pack}"/>'),
      'pack',
    ],
    [
      'camunda:decisionRef',
      around(
        '<businessRuleTask id="A" camunda:decisionRef="checkRisk" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="risk"/>',
      ),
      'checkRisk',
    ],
    [
      'zeebe:calledDecision',
      extended('businessRuleTask', '<zeebe:calledDecision decisionId="checkRisk" resultVariable="risk"/>'),
      'checkRisk',
    ],
    ['implementation', around('<serviceTask id="A" name="X" implementation="checkStock"/>'), 'checkStock'],
    [
      'the name, where the implementation is a placeholder',
      around('<serviceTask id="A" name=" Check\n stock " implementation="##WebService"/>'),
      'Check stock',
    ],
    [
      'the operation',
      around('<serviceTask id="A" name="Check" operationRef="O"/>').replace(
        '<process',
        '<interface id="I"><operation id="O" name="checkStock"/></interface><process',
      ),
      'checkStock',
    ],
  ])('%s', (_name, xml, implementation) => {
    expect(node(xml)).toMatchObject({ implementation });
  });

  test('none at all', () => {
    expect(read(around('<serviceTask id="A"/>')).problems).toEqual(['error implementation-missing A']);
  });

  test.each([
    [
      'a delegate that depends',
      around('<serviceTask id="A" name="X" camunda:delegateExpression="${fast ? courier : mail}"/>'),
      'camunda:delegateExpression',
    ],
    ['a shell task', around('<serviceTask id="A" name="X" flowable:type="shell"/>'), 'flowable:type'],
    [
      'a decision that depends',
      around(`<businessRuleTask id="A" name="X" camunda:decisionRef="\${table}"/>`),
      'camunda:decisionRef',
    ],
  ])('%s stops the compile', (_name, xml, attribute) => {
    const { model, diagnostics } = read(xml);
    expect(model).toBeUndefined();
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['attribute-not-supported']);
    expect(errors[0]?.message).toContain(`attribute ${attribute}=`);
  });

  test.each(['${bean.total(order)}', '${true}', 'text'])('or evaluates an expression: %s', (text) => {
    const xml = around(
      `<serviceTask id="A" name="X" camunda:expression="${text}" camunda:resultVariable="total"/>`,
    );
    expect(node(xml)).toMatchObject({ expression: { text }, resultVariable: 'total' });
    expect(node(xml)).not.toHaveProperty('implementation');
  });

  test('what the engine calls goes before the message of the standard', () => {
    const xml = around('<sendTask id="A" camunda:class="Send" messageRef="M"/>').replace(
      '<process',
      '<message id="M"/><process',
    );
    expect(node(xml)).toMatchObject({ kind: 'sendTask', implementation: 'Send' });
  });
});

test.each([
  ['zeebe', extended('serviceTask', '<zeebe:taskDefinition type="t" retries="5"/>'), { retries: 5 }],
  ['zeebe, none', extended('serviceTask', '<zeebe:taskDefinition type="t" retries="0"/>'), { retries: 1 }],
  [
    'zeebe, by an expression',
    extended('serviceTask', '<zeebe:taskDefinition type="t" retries="= tries"/>'),
    { retries: { language: 'feel', text: 'tries' } },
  ],
  [
    'camunda',
    extended(
      'serviceTask',
      '<camunda:failedJobRetryTimeCycle>R3/PT10M</camunda:failedJobRetryTimeCycle>',
      'camunda:class="c"',
    ),
    { retries: 3, retryInterval: 'PT10M' },
  ],
])('retries of %s', (_name, xml, expected) => {
  expect(node(xml)).toMatchObject(expected);
});

test.each([
  ['PT5M', { retries: 2, retryInterval: 'PT5M' }],
  ['PT5M, PT5M', { retries: 3, retryInterval: 'PT5M' }],
])('retries after %s', (cycle, expected) => {
  const extension = `<camunda:failedJobRetryTimeCycle>${cycle}</camunda:failedJobRetryTimeCycle>`;
  expect(node(extended('serviceTask', extension, 'camunda:class="c"'))).toMatchObject(expected);
});

test('an empty retry cycle says nothing', () => {
  const extension = '<camunda:failedJobRetryTimeCycle></camunda:failedJobRetryTimeCycle>';
  expect(node(extended('serviceTask', extension, 'camunda:class="c"'))).not.toHaveProperty('retries');
});

test('a script that a worker of Camunda 8 runs', () => {
  const extension =
    '<zeebe:taskDefinition type="script"/><zeebe:taskHeaders><zeebe:header key="language" value="javascript"/></zeebe:taskHeaders>';
  expect(node(extended('scriptTask', extension))).toMatchObject({
    kind: 'serviceTask',
    implementation: 'script',
    fields: [{ target: 'headers' }],
  });
});

test.each([
  ['<zeebe:taskDefinition type="t" retries="often"/>', 'attribute-not-supported'],
  [
    '<zeebe:taskDefinition type="t"/><camunda:failedJobRetryTimeCycle>3 times</camunda:failedJobRetryTimeCycle>',
    'timer-invalid',
  ],
])('retries that are not understood: %s', (extensions, code) => {
  expect(read(extended('serviceTask', extensions)).problems).toEqual([`error ${code} A`]);
});

describe('user tasks', () => {
  const zeebe =
    '<zeebe:userTask/><zeebe:assignmentDefinition assignee="=owner" candidateUsers="ann,bob" candidateGroups="=groups"/>' +
    '<zeebe:taskSchedule dueDate="2030-01-01T00:00:00Z" followUpDate="=later"/><zeebe:priorityDefinition priority="70"/><zeebe:formDefinition formId="approve"/>';
  const camunda =
    'camunda:assignee="${owner}" camunda:candidateUsers="ann,bob" camunda:candidateGroups="${groups}" camunda:dueDate="2030-01-01T00:00:00Z" camunda:followUpDate="${later}" camunda:priority="70" camunda:formKey="approve"';
  const expected = (language: string, mark: (text: string) => string) => ({
    kind: 'userTask',
    assignee: { language, text: mark('owner') },
    candidateUsers: { language: 'literal', text: 'ann,bob' },
    candidateGroups: { language, text: mark('groups') },
    dueDate: { language: 'literal', text: '2030-01-01T00:00:00Z' },
    followUpDate: { language, text: mark('later') },
    priority: { language: 'literal', text: '70' },
    form: { language: 'literal', text: 'approve' },
  });

  test('zeebe', () => {
    expect(node(extended('userTask', zeebe))).toMatchObject(expected('feel', (text) => text));
  });
  test('camunda', () => {
    expect(node(around(`<userTask id="A" ${camunda}/>`))).toMatchObject(
      expected('juel', (text) => `\${${text}}`),
    );
  });
  test('flowable', () => {
    expect(node(around(`<userTask id="A" ${camunda.replaceAll('camunda:', 'flowable:')}/>`))).toMatchObject(
      expected('juel', (text) => `\${${text}}`),
    );
  });

  const owner = (kind: string, text: string) =>
    `<${kind}><resourceAssignmentExpression><formalExpression>${text}</formalExpression></resourceAssignmentExpression></${kind}>`;

  test('plain BPMN', () => {
    const people =
      owner('humanPerformer', 'ann') + owner('potentialOwner', 'user(bob), group(sales), support');
    expect(node(around(`<userTask id="A">${people}</userTask>`))).toMatchObject({
      assignee: { language: 'literal', text: 'ann' },
      candidateUsers: { text: 'bob' },
      candidateGroups: { text: 'sales,support' },
    });
  });

  test('a resource that is referred to is a group', () => {
    const xml = around(
      '<userTask id="A"><potentialOwner><resourceRef>R</resourceRef></potentialOwner></userTask>',
    );
    expect(node(xml.replace('<process', '<resource id="R" name="Sales team"/><process'))).toMatchObject({
      candidateGroups: { language: 'literal', text: 'Sales team' },
    });
  });

  test.each([
    ['nobody is named', '', { text: 'Back office' }],
    ['a group is named', 'camunda:candidateGroups="x"', { text: 'x' }],
    ['a person is named', 'camunda:assignee="ann"', undefined],
  ])('the lane, when %s', (_name, attributes, candidateGroups) => {
    const lanes =
      '<laneSet id="L"><lane id="L1" name="All"><flowNodeRef>A</flowNodeRef><childLaneSet id="C"><lane id="L2" name="Back office"><flowNodeRef>A</flowNodeRef></lane></childLaneSet></lane></laneSet>';
    const xml = around(`<userTask id="A" ${attributes}/>`).replace('<startEvent', `${lanes}<startEvent`);
    const task = node(xml);
    if (candidateGroups) expect(task).toMatchObject({ candidateGroups });
    else expect(task).not.toHaveProperty('candidateGroups');
  });

  test('form fields', () => {
    const fields = '<camunda:formData><camunda:formField id="x" label="X"/></camunda:formData>';
    expect(node(extended('userTask', fields))).toMatchObject({
      formFields: { fields: [{ key: 'x', label: 'X', required: false, type: { kind: 'text' } }] },
    });
  });
});

describe('script tasks', () => {
  test.each([
    ['JavaScript', 'javascript'],
    ['text/javascript', 'javascript'],
    ['application/ecmascript', 'javascript'],
    ['feel', 'feel'],
    ['juel', 'juel'],
  ])('%s', (format, language) => {
    const xml = around(
      `<scriptTask id="A" scriptFormat="${format}" camunda:resultVariable="r"><script><![CDATA[ a < 1 ]]></script></scriptTask>`,
    );
    expect(node(xml)).toMatchObject({ script: { language, text: 'a < 1' }, resultVariable: 'r' });
  });

  test('zeebe', () => {
    expect(
      node(extended('scriptTask', '<zeebe:script expression="= a + 1" resultVariable="b"/>')),
    ).toMatchObject({
      script: { language: 'feel', text: 'a + 1' },
      resultVariable: 'b',
    });
  });

  test('without script', () => {
    const { model, problems } = read(around('<scriptTask id="A" scriptFormat="feel"/>'));
    expect(problems).toContain('error script-missing A');
    expect(model).toBeUndefined();
  });

  test.each([
    ['in another language', 'scriptFormat="groovy"', { language: 'foreign', format: 'groovy', text: 'x' }],
    ['in no language', '', { language: 'foreign', text: 'x' }],
  ])('%s: the source, for an activity', (_name, attributes, script) => {
    expect(node(around(`<scriptTask id="A" ${attributes}><script>x</script></scriptTask>`))).toMatchObject({
      script,
    });
  });

  test('in no language, in the dialect of an engine: JUEL if it looks like it', () => {
    const task = (text: string) =>
      around(`<scriptTask id="A" camunda:asyncBefore="true"><script>${text}</script></scriptTask>`);
    expect(node(task('${a + 1}'))).toMatchObject({ script: { language: 'juel' } });
    expect(node(task('a + 1'))).toMatchObject({ script: { language: 'foreign' } });
  });
});

test('tasks that nobody does for the process', () => {
  expect(node(around('<task id="A"/>')).kind).toBe('task');
  expect(node(around('<manualTask id="A" name="Call"/>'))).toMatchObject({
    kind: 'manualTask',
    name: 'Call',
  });
});

test('sub-processes have a scope of their own', () => {
  const inner =
    '<startEvent id="S2"/><sequenceFlow id="F3" sourceRef="S2" targetRef="E2"/><endEvent id="E2"/>';
  const sub = node(around(`<subProcess id="A">${inner}</subProcess>`));
  expect(sub).toMatchObject({
    kind: 'subProcess',
    scope: { id: 'A', nodes: [{ id: 'S2' }, { id: 'E2' }], flows: [{ id: 'F3' }] },
  });
});

test('documentation and annotations', () => {
  const xml = process(
    '<documentation>What it is for.</documentation><startEvent id="S"><documentation>One</documentation><documentation>Two</documentation></startEvent>' +
      '<textAnnotation id="N1"><text>a note</text></textAnnotation><textAnnotation id="N2"><text>a note</text></textAnnotation><textAnnotation id="N3"/>' +
      '<association id="AS" sourceRef="N1" targetRef="S"/><sequenceFlow id="F" sourceRef="S" targetRef="E"/><endEvent id="E"/>',
  );
  const { model } = read(xml);
  expect(model?.processes[0]).toMatchObject({
    documentation: 'What it is for.',
    notes: ['a note'],
    nodes: [{ documentation: 'One\n\nTwo', notes: ['a note'] }, { notes: [] }],
  });
});
