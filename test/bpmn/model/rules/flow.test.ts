import { around, process } from '../../diagram';
import { E, S, condition, flow, line, testRules } from './rule-cases';

testRules({
  'flow-end-missing': {
    broken: [
      [process(`${S}<sequenceFlow id="F" sourceRef="S"/>`), ['error flow-end-missing F']],
      [process(`${S}<sequenceFlow id="F" sourceRef="S" targetRef=" "/>`), ['error flow-end-missing F']],
    ],
    fine: [process(S + E + line('S', 'E'))],
  },
  'flow-crosses-scope': {
    broken: [
      [
        around(`<subProcess id="A"><task id="T"/></subProcess>${flow('F', 'S', 'T')}`),
        ['error flow-crosses-scope F'],
      ],
      [
        around(`<subProcess id="A"><startEvent id="S2"/>${flow('F', 'S2', 'E')}</subProcess>`),
        ['error flow-crosses-scope F'],
      ],
    ],
    fine: [
      around(`<subProcess id="A"><startEvent id="S2"/><endEvent id="E2"/>${line('S2', 'E2')}</subProcess>`),
    ],
  },
  'flow-target-not-allowed': {
    broken: [
      [process(`${S}<task id="A"/>${flow('F', 'A', 'S')}`), ['error flow-target-not-allowed F']],
      [
        around(
          `<task id="A"/><boundaryEvent id="B" attachedToRef="A"><timerEventDefinition/></boundaryEvent>${flow('F', 'S', 'B')}`,
        ),
        ['error flow-target-not-allowed F'],
      ],
      [
        process(`${S}<subProcess id="A" triggeredByEvent="true"/>${flow('F', 'S', 'A')}`),
        ['error flow-target-not-allowed F'],
      ],
    ],
    fine: [around('<task id="A"/>')],
  },
  'flow-source-not-allowed': {
    broken: [
      [process(`${S}${E}<task id="A"/>${line('S', 'E', 'A')}`), ['error flow-source-not-allowed E_A']],
      [
        process(
          `${S}<intermediateThrowEvent id="L"><linkEventDefinition name="x"/></intermediateThrowEvent>${E}${line('S', 'L', 'E')}`,
        ),
        ['error flow-source-not-allowed L_E'],
      ],
    ],
    fine: [around('<task id="A"/>')],
  },
  'flow-not-listed': {
    broken: [
      [
        process(
          '<startEvent id="S"><outgoing>F</outgoing></startEvent><task id="A"><incoming>F</incoming></task><task id="B"/>' +
            flow('F', 'S', 'A') +
            flow('G', 'S', 'B'),
        ),
        ['error flow-not-listed S', 'error flow-not-listed B'],
      ],
    ],
    fine: [
      process(
        '<startEvent id="S"><outgoing>F</outgoing></startEvent><task id="A"><incoming>F</incoming></task>' +
          flow('F', 'S', 'A'),
      ),
      process(S + E + line('S', 'E')),
    ],
  },
  'flow-listed-elsewhere': {
    broken: [
      [
        process(
          '<startEvent id="S"><outgoing>F</outgoing></startEvent><task id="A"><incoming>F</incoming><outgoing>F</outgoing></task>' +
            flow('F', 'S', 'A'),
        ),
        ['error flow-listed-elsewhere A'],
      ],
    ],
    fine: [process(S + E + line('S', 'E'))],
  },
  'flow-missing': {
    broken: [
      [
        process(S + E + '<intermediateThrowEvent id="A"/>' + line('A', 'E')),
        ['error flow-missing S', 'error flow-missing A'],
      ],
      [process(S + '<intermediateThrowEvent id="A"/>' + line('S', 'A')), ['error flow-missing A']],
      [process(S + '<task id="A"/><task id="B"/>' + line('S', 'A')), ['error flow-missing B']],
      [process(E + '<task id="A"/><task id="B"/>' + line('A', 'E')), ['error flow-missing B']],
      [
        process(
          '<task id="A"/><boundaryEvent id="B" attachedToRef="A"><timerEventDefinition/></boundaryEvent>',
        ),
        ['error flow-missing B'],
      ],
    ],
    fine: [
      process('<task id="A"/><task id="B"/>'),
      process(
        S +
          '<intermediateThrowEvent id="A"><linkEventDefinition name="x"/></intermediateThrowEvent><intermediateCatchEvent id="B"><linkEventDefinition name="x"/></intermediateCatchEvent>' +
          line('S', 'A') +
          line('B', 'E') +
          E,
      ),
      process(
        S +
          E +
          line('S', 'A', 'E') +
          '<task id="A"/><boundaryEvent id="B" attachedToRef="A"><compensateEventDefinition/></boundaryEvent><task id="U" isForCompensation="true"/><association id="X" sourceRef="B" targetRef="U"/><subProcess id="H" triggeredByEvent="true"/>',
      ),
      process(S + E + line('S', 'A', 'E') + '<adHocSubProcess id="A"><task id="T"/></adHocSubProcess>'),
    ],
  },
  'flow-immediate': {
    broken: [[process(S + E + flow('F', 'S', 'E', '', 'isImmediate="false"')), ['error flow-immediate F']]],
    fine: [process(S + E + flow('F', 'S', 'E', '', 'isImmediate="1"'))],
  },
  'flow-single-conditional': {
    broken: [
      [
        process(S + E + '<task id="A"/>' + line('S', 'A') + flow('F', 'A', 'E', condition)),
        ['error flow-single-conditional F'],
      ],
    ],
    fine: [
      process(S + E + '<task id="A"/><task id="B"/>' + line('S', 'A', 'B') + flow('F', 'A', 'E', condition)),
    ],
  },
  'condition-not-allowed': {
    broken: [
      [
        process(
          S +
            '<parallelGateway id="G"/><task id="A"/><task id="B"/>' +
            line('S', 'G', 'A') +
            flow('F', 'G', 'B', condition),
        ),
        ['error condition-not-allowed F'],
      ],
      [process(S + E + flow('F', 'S', 'E', condition)), ['error condition-not-allowed F']],
    ],
    fine: [
      process(
        S +
          '<inclusiveGateway id="G"/><task id="A"/><task id="B"/>' +
          line('S', 'G', 'A') +
          flow('F', 'G', 'B', condition),
      ),
    ],
  },
  'condition-ignored': {
    broken: [
      [
        process(S + E + '<intermediateThrowEvent id="A"/>' + line('S', 'A') + flow('F', 'A', 'E', condition)),
        ['warning condition-ignored F'],
      ],
      [
        process(
          S +
            '<exclusiveGateway id="G" default="F"/><task id="A"/>' +
            line('S', 'G') +
            flow('F', 'G', 'A', condition),
        ),
        ['warning condition-ignored F'],
      ],
    ],
    fine: [
      process(
        S +
          '<task id="A"/><task id="B"/><task id="C"/>' +
          line('S', 'A', 'B') +
          flow('F', 'A', 'C', condition),
      ),
    ],
  },
  'condition-missing': {
    broken: [
      [
        process(
          S +
            '<exclusiveGateway id="G" default="F"/><task id="A"/><task id="B"/><task id="C"/>' +
            line('S', 'G', 'A') +
            flow('F', 'G', 'B') +
            flow('H', 'G', 'C', condition),
        ),
        ['warning condition-missing G_A'],
      ],
    ],
    fine: [
      process(
        S +
          '<exclusiveGateway id="G" default="F"/><task id="B"/><task id="C"/>' +
          line('S', 'G') +
          flow('F', 'G', 'B') +
          flow('H', 'G', 'C', condition),
      ),
    ],
  },
  'default-flow-foreign': {
    broken: [
      [process(S + '<task id="A" default="S_A"/>' + line('S', 'A')), ['error default-flow-foreign A']],
    ],
    fine: [process(S + '<task id="A" default="A_B"/><task id="B"/>' + line('S', 'A', 'B'))],
  },
});
