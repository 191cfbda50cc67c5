import { around, definitions, node, process, read } from '../diagram';

/** The same as a file of jBPM, whose first editor made its namespace the default one. */
function ofJbpm(xml: string): string {
  return xml
    .replaceAll(/<(\/?)(?!tns:|\?)(\w)/g, '<$1bpmn:$2')
    .replace(/xmlns="[^"]*" .*? id=/, `${NAMESPACES} id=`)
    .replaceAll(/xsi:type="t/g, 'xsi:type="bpmn:t');
}
const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns="http://www.jboss.org/drools"',
  'xmlns:tns="http://www.jboss.org/drools"',
].join(' ');

const errors = (xml: string) => read(xml).problems.filter((problem) => problem.startsWith('error'));

test.each([
  ['2s', 'PT2S'],
  ['1d2h30m', 'P1DT2H30M'],
  ['500ms', 'PT0.5S'],
  ['1500', 'PT1.5S'],
  ['PT5M', 'PT5M'],
])('a duration of %s', (text, iso) => {
  const event = `<intermediateCatchEvent id="A"><timerEventDefinition><timeDuration>${text}</timeDuration></timerEventDefinition></intermediateCatchEvent>`;
  expect(node(ofJbpm(around(event)), 'A')).toMatchObject({
    trigger: { kind: 'timer', type: 'duration', value: { text: iso } },
  });
});

test('attributes keep their prefix where it is that of the default namespace', () => {
  const task = '<task id="A" name="Tell" tns:taskName="Email"/>';
  expect(node(ofJbpm(around(task)), 'A')).toMatchObject({ kind: 'serviceTask', implementation: 'Email' });
});

test.each([
  [
    'a URI says how, not what',
    '<businessRuleTask id="A" name="Audit" implementation="http://www.jboss.org/drools/rule"/>',
    'Audit',
  ],
  ['a group of rules', '<businessRuleTask id="A" name="Audit" tns:ruleFlowGroup="audit"/>', 'audit'],
])('%s', (_what, task, implementation) => {
  expect(node(ofJbpm(around(task)), 'A')).toMatchObject({ implementation });
});

test('potential owners are people', () => {
  const owner = (who: string) =>
    `<userTask id="A"><potentialOwner><resourceAssignmentExpression><formalExpression>${who}</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>`;
  expect(node(ofJbpm(around(owner('john'))), 'A')).toMatchObject({ assignee: { text: 'john' } });
  expect(node(ofJbpm(around(owner('john,mary'))), 'A')).toMatchObject({
    candidateUsers: { text: 'john,mary' },
  });
  expect(node(ofJbpm(around(owner(''))), 'A')).not.toHaveProperty('assignee');
});

test('conditions are tested in the order of their priorities', () => {
  const xml = ofJbpm(
    process(
      '<startEvent id="S"/><sequenceFlow id="F0" sourceRef="S" targetRef="G"/><exclusiveGateway id="G"/>' +
        [2, 1]
          .map(
            (priority) =>
              `<sequenceFlow id="F${priority}" tns:priority="${priority}" sourceRef="G" targetRef="E"><conditionExpression>x &gt; ${priority}</conditionExpression></sequenceFlow>`,
          )
          .join('') +
        '<endEvent id="E"/>',
    ),
  );
  expect(node(xml, 'G')).toMatchObject({ outgoing: ['F1', 'F2'] });
});

test('a signal that is only named', () => {
  const event =
    '<intermediateCatchEvent id="A"><signalEventDefinition id="D" signalRef="Done"/></intermediateCatchEvent>';
  expect(node(ofJbpm(around(event)), 'A')).toMatchObject({
    trigger: { kind: 'signal', name: { text: 'Done' } },
  });
  expect(errors(around(event))).toEqual(['error reference-unresolved D']);
});

test.each([
  ['a milestone', '<task id="A" tns:taskName="Milestone"/>', 'error element-not-supported A'],
  [
    'a call that is not awaited',
    '<callActivity id="A" calledElement="b" tns:waitForCompletion="false"/>',
    'error attribute-not-supported A',
  ],
])('%s is refused', (_what, activity, problem) => {
  expect(errors(ofJbpm(around(activity)))).toEqual([problem]);
});

test('which processes run without a mark', () => {
  const body =
    '<process id="P"><startEvent id="S"/><sequenceFlow id="F" sourceRef="S" targetRef="E"/><endEvent id="E"/></process>';
  const plain = definitions(body);
  expect(errors(plain)).toEqual(['error not-executable Definitions_1']);
  expect(errors(ofJbpm(plain))).toEqual([]);
  expect(errors(plain.replace('id="S"', 'id="S" camunda:asyncBefore="true"'))).toEqual([]);
  expect(errors(plain.replace('id="S"', 'id="S" zeebe:modelerTemplate="x"'))).toEqual([
    'error not-executable Definitions_1',
  ]);
  expect(errors(ofJbpm(plain.replace('id="P"', 'id="P" isExecutable="false"')))).toEqual([
    'error not-executable Definitions_1',
  ]);
});
