import { around, process } from '../../diagram';
import { E, S, flow, line, testRules } from './rule-cases';

const startedBy = (id: string, message: string) =>
  `<startEvent id="${id}"><messageEventDefinition messageRef="${message}"/></startEvent>`;

testRules({
  'process-empty': {
    broken: [
      [process(''), ['warning process-empty Process_1']],
      [around('<subProcess id="A"/>'), ['warning process-empty A']],
    ],
    fine: [process(S)],
  },
  'process-public': {
    broken: [[process(S, 'processType="Public"'), ['error process-public Process_1']]],
    fine: [process(S, 'processType="Private"')],
  },
  'start-event-missing': {
    broken: [
      [
        process(`<task id="A"/><task id="B"/>${flow('F', 'A', 'B')}${flow('G', 'B', 'A')}`),
        ['error start-event-missing Process_1'],
      ],
    ],
    fine: [process('<task id="A"/>'), process(S)],
  },
  'start-event-several': {
    broken: [
      [
        around(`<subProcess id="A"><startEvent id="S2"/><startEvent id="S3"/></subProcess>`),
        ['error start-event-several A'],
      ],
    ],
    fine: [process(`${S}<startEvent id="S2"/>`)],
  },
  'start-trigger-same': {
    broken: [
      [
        process(`${startedBy('S1', 'M')}${startedBy('S2', 'M2')}`).replace(
          '<process',
          '<message id="M" name="Order"/><message id="M2" name="Order"/><process',
        ),
        ['error start-trigger-same S2'],
      ],
    ],
    fine: [
      process(`${startedBy('S1', 'M')}${startedBy('S2', 'M2')}`).replace(
        '<process',
        '<message id="M" name="Order"/><message id="M2" name="Restock"/><process',
      ),
    ],
  },
  'start-event-absent': {
    broken: [
      [process('<task id="A"/>' + E + line('A', 'E')), ['error start-event-absent Process_1']],
      [around(`<subProcess id="A"><endEvent id="E2"/></subProcess>`), ['error start-event-absent A']],
    ],
    fine: [process(S + E), process('<task id="A"/>')],
  },
  'end-event-missing': {
    broken: [
      [process(S), ['error end-event-missing Process_1']],
      [around(`<subProcess id="A"><startEvent id="S2"/></subProcess>`), ['error end-event-missing A']],
    ],
    fine: [process(S + E), process('<task id="A"/>')],
  },
  'element-unreachable': {
    broken: [
      [
        around('<task id="A"/><task id="B"/><task id="C"/>' + line('B', 'C', 'B')),
        ['warning element-unreachable B'],
      ],
      [
        around(
          '<task id="A"/><intermediateCatchEvent id="L"><linkEventDefinition name="x"/></intermediateCatchEvent><endEvent id="C"/>' +
            line('L', 'C'),
        ),
        ['warning element-unreachable L'],
      ],
    ],
    fine: [
      around(
        '<task id="A"/><boundaryEvent id="B" attachedToRef="A"><timerEventDefinition/></boundaryEvent><task id="C"/>' +
          line('B', 'C'),
      ),
      process(
        S +
          '<intermediateThrowEvent id="L"><linkEventDefinition name="x"/></intermediateThrowEvent><intermediateCatchEvent id="M"><linkEventDefinition name="x"/></intermediateCatchEvent>' +
          line('S', 'L'),
      ),
      around(
        '<task id="A"/><task id="C" isForCompensation="true"/><subProcess id="H" triggeredByEvent="true"/>',
      ),
      around('<adHocSubProcess id="A"><task id="B"/></adHocSubProcess>'),
    ],
  },
  'event-sub-process-start': {
    broken: [
      [
        process(`${S}<subProcess id="A" triggeredByEvent="true"><task id="T"/></subProcess>`),
        ['error event-sub-process-start A'],
      ],
    ],
    fine: [
      process(
        `${S}<subProcess id="A" triggeredByEvent="true"><startEvent id="S2"><timerEventDefinition/></startEvent></subProcess>`,
      ),
    ],
  },
  'ad-hoc-content': {
    broken: [
      [around('<adHocSubProcess id="A"/>'), ['error ad-hoc-content A']],
      [
        around('<adHocSubProcess id="A"><task id="T"/><endEvent id="E2"/></adHocSubProcess>'),
        ['error ad-hoc-content A'],
      ],
    ],
    fine: [around('<adHocSubProcess id="A"><task id="T"/></adHocSubProcess>')],
  },
});
