import { around, definitions, process } from '../../diagram';
import { E, S, line, testRules } from './rule-cases';

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
      [
        definitions(
          '<collaboration id="C"><participant id="A" processRef="P"/><messageFlow id="M" sourceRef="S" targetRef="A"/></collaboration><process id="P" isExecutable="true"><startEvent id="S"/></process>',
        ),
        ['error message-flow-ends M'],
      ],
      [
        definitions(
          '<collaboration id="C"><participant id="A" processRef="P"/><participant id="B"/><messageFlow id="M" sourceRef="S" targetRef="B"/></collaboration><process id="P" isExecutable="true"><startEvent id="S"/></process>',
        ),
        ['error message-flow-ends M'],
      ],
      [
        definitions(
          '<collaboration id="C"><participant id="A" processRef="P"/><participant id="B"/><messageFlow id="M" sourceRef="B" targetRef="E"/></collaboration><process id="P" isExecutable="true"><startEvent id="S"/><endEvent id="E"/></process>',
        ),
        ['error message-flow-ends M'],
      ],
    ],
    fine: [
      definitions(
        '<collaboration id="C"><participant id="A" processRef="P"/><participant id="B"/><messageFlow id="M" sourceRef="B" targetRef="S"/></collaboration><process id="P" isExecutable="true"><startEvent id="S"/></process>',
      ),
    ],
  },
  'participant-multiplicity': {
    broken: [
      [
        definitions(
          '<collaboration id="C"><participant id="A"><participantMultiplicity minimum="-1"/></participant></collaboration>',
        ),
        ['error participant-multiplicity A'],
      ],
    ],
    fine: [
      definitions(
        '<collaboration id="C"><participant id="A"><participantMultiplicity minimum="0"/></participant></collaboration>',
      ),
    ],
  },
});
