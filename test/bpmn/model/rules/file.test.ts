import { around, definitions, process } from '../../diagram';
import { E, S, line, testRules } from './rule-cases';

const withMultiplicity = (numbers: string) =>
  definitions(
    `<collaboration id="C"><participant id="A"><participantMultiplicity ${numbers}/></participant></collaboration>`,
  );

/** Two pools, of which A is the process; a message flow between them. */
const withMessageFlow = (from: string, to: string, inside: string) =>
  definitions(
    `<collaboration id="C"><participant id="A" processRef="P"/><participant id="B"/><messageFlow id="M" sourceRef="${from}" targetRef="${to}"/></collaboration><process id="P" isExecutable="true">${inside}</process>`,
  );
const receives = (id: string) => `<startEvent id="${id}"><messageEventDefinition/></startEvent>`;
const twoPools = (kind: string) =>
  definitions(
    `<collaboration id="C"><participant id="A" processRef="P"/><participant id="B" processRef="Q"/><messageFlow id="M" sourceRef="T" targetRef="R"/></collaboration><process id="P" isExecutable="true"><startEvent id="S"/><${kind} id="T" name="T"/><endEvent id="E"/>${line('S', 'T')}${line('T', 'E')}</process><process id="Q" isExecutable="true"><startEvent id="R"><messageEventDefinition/></startEvent><endEvent id="F"/>${line('R', 'F')}</process>`,
  );
const sends = (id: string) => `<endEvent id="${id}"><messageEventDefinition/></endEvent>`;

testRules({
  'not-executable': {
    broken: [[definitions('<process id="P"/>'), ['error not-executable Definitions_1']]],
    fine: [process(S)],
  },
  'extension-ignored': {
    broken: [
      [
        around(
          '<task id="A" x:a="1" xmlns:x="http://x"><extensionElements><x:b/></extensionElements></task>',
        ),
        ['warning extension-ignored A'],
      ],
    ],
    fine: [
      around(
        '<task id="A" b:fill="red" xmlns:b="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:unused="http://y"/>',
      ),
    ],
  },
  'element-not-supported': {
    broken: [
      [
        process(S + E + line('S', 'E')).replace('<process', '<extension mustUnderstand="true"/><process'),
        ['error element-not-supported Definitions_1'],
      ],
    ],
    fine: [
      process(S + E + line('S', 'E')).replace('<process', '<extension mustUnderstand="false"/><process'),
    ],
  },
  'message-flow-ends': {
    broken: [
      [withMessageFlow('S', 'A', receives('S')), ['error message-flow-ends M']],
      [withMessageFlow('S', 'B', receives('S')), ['error message-flow-ends M']],
      [withMessageFlow('B', 'E', sends('E')), ['error message-flow-ends M']],
      [withMessageFlow('B', 'S', '<startEvent id="S"/>'), ['error message-flow-ends M']],
      [
        withMessageFlow('E', 'B', '<endEvent id="E"><signalEventDefinition/></endEvent>'),
        ['error message-flow-ends M'],
      ],
    ],
    fine: [
      withMessageFlow('B', 'S', receives('S')),
      withMessageFlow('E', 'B', sends('E')),
      withMessageFlow('T', 'B', '<task id="T"/>'),
      withMessageFlow('A', 'B', '<task id="T"/>'),
    ],
  },
  'message-flow-unsent': {
    broken: ['task', 'manualTask', 'userTask'].map((kind) => [
      twoPools(kind),
      ['warning message-flow-unsent M'],
    ]),
    fine: [twoPools('sendTask'), twoPools('serviceTask'), withMessageFlow('T', 'B', '<task id="T"/>')],
  },
  'participant-multiplicity': {
    broken: ['minimum="-1"', 'maximum="0"', 'minimum="3" maximum="2"'].map((numbers) => [
      withMultiplicity(numbers),
      ['error participant-multiplicity A'],
    ]),
    fine: ['minimum="0"', 'minimum="2"', 'minimum="2" maximum="2"'].map(withMultiplicity),
  },
  'text-format': {
    broken: [
      [
        around('<task id="A"><documentation textFormat="html">x</documentation></task>'),
        ['error text-format A'],
      ],
      [process('<textAnnotation id="T" textFormat=""/>'), ['error text-format T']],
    ],
    fine: [
      around(
        '<task id="A"><documentation textFormat="application/xhtml+xml; charset=utf-8">x</documentation></task>',
      ),
      process('<textAnnotation id="T"/>'),
    ],
  },
  'part-missing': {
    broken: [
      [process('<task id="A"><ioSpecification/></task>'), ['error part-missing A']],
      [definitions('<resource id="R"/>'), ['error part-missing R']],
    ],
    fine: [
      process('<task id="A"><ioSpecification><inputSet/><outputSet/></ioSpecification></task>'),
      process(
        '<userTask id="A"><potentialOwner><resourceAssignmentExpression><formalExpression>x</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>',
      ),
    ],
  },
});
