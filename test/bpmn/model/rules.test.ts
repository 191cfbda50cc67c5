import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../src/bpmn/2-model/rules';
import { around, definitions, process, read } from '../diagram';

const S = '<startEvent id="S"/>';
const E = '<endEvent id="E"/>';
const flow = (id: string, source: string, target: string, inner = '', attributes = '') =>
  `<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}" ${attributes}>${inner}</sequenceFlow>`;
const condition = '<conditionExpression xsi:type="tFormalExpression">a</conditionExpression>';
const line = (...ids: string[]) =>
  ids
    .slice(1)
    .map((id, i) => flow(`${ids[i]}_${id}`, ids[i] ?? '', id))
    .join('');

/** The problems of the codes in question, with strict severities. */
function problems(xml: string, ...codes: string[]): string[] {
  return read(xml, { strict: true }).problems.filter((problem) =>
    codes.some((code) => problem.includes(` ${code} `)),
  );
}

/** Rule by rule: what breaks it, and what is close to breaking it but fine. */
const cases: Record<string, { broken: [string, string[]][]; fine: string[] }> = {
  'not-executable': {
    broken: [[definitions('<process id="P"/>'), ['error not-executable Definitions_1']]],
    fine: [process(S)],
  },
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
    broken: [[process(`${S}<startEvent id="S2"/>`), ['error start-event-several Process_1']]],
    fine: [process(`${S}<startEvent id="S2"><messageEventDefinition/></startEvent>`)],
  },
  'end-event-missing': {
    broken: [
      [process(S), ['error end-event-missing Process_1']],
      [around(`<subProcess id="A"><startEvent id="S2"/></subProcess>`), ['error end-event-missing A']],
    ],
    fine: [process(S + E), process('<task id="A"/>')],
  },
  'flow-end-missing': {
    broken: [[process(`${S}<sequenceFlow id="F" sourceRef="S"/>`), ['error flow-end-missing F']]],
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
          '<startEvent id="S"><outgoing>F</outgoing></startEvent><task id="A"/><task id="B"/>' +
            flow('F', 'S', 'A') +
            flow('G', 'S', 'B'),
        ),
        ['error flow-not-listed S'],
      ],
    ],
    fine: [
      process('<startEvent id="S"><outgoing>F</outgoing></startEvent><task id="A"/>' + flow('F', 'S', 'A')),
      process(S + E + line('S', 'E')),
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
  'condition-ignored': {
    broken: [
      [
        process(
          S +
            '<parallelGateway id="G"/><task id="A"/><task id="B"/>' +
            line('S', 'G', 'A') +
            flow('F', 'G', 'B', condition),
        ),
        ['warning condition-ignored F'],
      ],
      [process(S + E + flow('F', 'S', 'E', condition)), ['warning condition-ignored F']],
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
  'gateway-no-default': {
    broken: [
      [
        process(
          S +
            '<exclusiveGateway id="G"/><task id="A"/><task id="B"/>' +
            line('S', 'G') +
            flow('F', 'G', 'A', condition) +
            flow('H', 'G', 'B', condition),
        ),
        ['warning gateway-no-default G'],
      ],
    ],
    fine: [process(S + '<exclusiveGateway id="G"/><task id="A"/>' + line('S', 'G', 'A'))],
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
  'gateway-direction': {
    broken: [
      [
        process(
          S +
            '<task id="T"/><parallelGateway id="G" gatewayDirection="Diverging"/><task id="A"/>' +
            line('S', 'G', 'A') +
            line('T', 'G'),
        ),
        ['error gateway-direction G'],
      ],
      [
        process(
          S +
            '<parallelGateway id="G" gatewayDirection="Converging"/><task id="A"/><task id="B"/>' +
            line('S', 'G', 'A') +
            line('G', 'B'),
        ),
        ['error gateway-direction G'],
      ],
      [
        process(
          S +
            '<parallelGateway id="G" gatewayDirection="Mixed"/><task id="A"/><task id="B"/>' +
            line('S', 'G', 'A') +
            line('G', 'B'),
        ),
        ['error gateway-direction G'],
      ],
    ],
    fine: [
      process(
        S +
          '<parallelGateway id="G" gatewayDirection="Diverging"/><task id="A"/><task id="B"/>' +
          line('S', 'G', 'A') +
          line('G', 'B'),
      ),
    ],
  },
  'gateway-useless': {
    broken: [
      [process(S + E + '<parallelGateway id="G"/>' + line('S', 'G', 'E')), ['error gateway-useless G']],
    ],
    fine: [
      process(
        S + '<parallelGateway id="G"/><task id="A"/><task id="B"/>' + line('S', 'G', 'A') + line('G', 'B'),
      ),
    ],
  },
  'event-gateway': {
    broken: [
      [
        process(S + '<eventBasedGateway id="G"/><receiveTask id="R"/>' + line('S', 'G', 'R')),
        ['error event-gateway G'],
      ],
      [
        process(
          S +
            '<eventBasedGateway id="G"/><receiveTask id="R"/><task id="T"/>' +
            line('S', 'G', 'R') +
            line('G', 'T'),
        ),
        ['error event-gateway G'],
      ],
      [
        process(
          S +
            '<eventBasedGateway id="G"/><receiveTask id="R"/><receiveTask id="Q"/>' +
            line('S', 'G', 'R') +
            line('G', 'Q') +
            line('Q', 'R'),
        ),
        ['error event-gateway G'],
      ],
    ],
    fine: [
      process(
        S +
          '<eventBasedGateway id="G"/><receiveTask id="R"/><intermediateCatchEvent id="T"><timerEventDefinition/></intermediateCatchEvent>' +
          line('S', 'G', 'R') +
          line('G', 'T'),
      ),
    ],
  },
  'element-unreachable': {
    broken: [
      [
        around('<task id="A"/><task id="B"/><task id="C"/>' + line('B', 'C')),
        ['warning element-unreachable B', 'warning element-unreachable C'],
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
  'event-definition-not-allowed': {
    broken: [
      [
        process('<startEvent id="S"><errorEventDefinition/></startEvent>'),
        ['error event-definition-not-allowed S'],
      ],
      [
        around('<subProcess id="A"><startEvent id="S2"><timerEventDefinition/></startEvent></subProcess>'),
        ['error event-definition-not-allowed S2'],
      ],
      [
        around('<intermediateThrowEvent id="A"><timerEventDefinition/></intermediateThrowEvent>'),
        ['error event-definition-not-allowed A'],
      ],
      [
        around('<intermediateCatchEvent id="A"><terminateEventDefinition/></intermediateCatchEvent>'),
        ['error event-definition-not-allowed A'],
      ],
      [
        around(
          '<task id="A"/><boundaryEvent id="B" attachedToRef="A" cancelActivity="false"><errorEventDefinition/></boundaryEvent>',
        ),
        ['error event-definition-not-allowed B'],
      ],
      [
        around(
          '<task id="A"/><boundaryEvent id="B" attachedToRef="A"><cancelEventDefinition/></boundaryEvent>',
        ),
        ['error event-definition-not-allowed B'],
      ],
      [
        process(S + '<endEvent id="E"><timerEventDefinition/></endEvent>'),
        ['error event-definition-not-allowed E'],
      ],
      [
        definitions(
          '<cancelEventDefinition id="D"/><process id="P" isExecutable="true"><startEvent id="S"><eventDefinitionRef>D</eventDefinitionRef></startEvent></process>',
        ),
        ['error event-definition-not-allowed S'],
      ],
    ],
    fine: [
      around(
        '<transaction id="A"><startEvent id="S2"/><endEvent id="E2"><cancelEventDefinition/></endEvent></transaction><boundaryEvent id="B" attachedToRef="A"><cancelEventDefinition/></boundaryEvent>',
      ),
      process(
        `${S}<subProcess id="A" triggeredByEvent="true"><startEvent id="S2"><errorEventDefinition/></startEvent></subProcess>`,
      ),
    ],
  },
  'event-definition-missing': {
    broken: [
      [around('<intermediateCatchEvent id="A"/>'), ['error event-definition-missing A']],
      [
        around('<task id="A"/><boundaryEvent id="B" attachedToRef="A"/>'),
        ['error event-definition-missing B'],
      ],
    ],
    fine: [around('<intermediateThrowEvent id="A"/>')],
  },
  'boundary-event-detached': {
    broken: [
      [
        process(`${S}<boundaryEvent id="B"><timerEventDefinition/></boundaryEvent>`),
        ['error boundary-event-detached B'],
      ],
      [
        around(
          '<subProcess id="A"><task id="T"/></subProcess><boundaryEvent id="B" attachedToRef="T"><timerEventDefinition/></boundaryEvent>',
        ),
        ['error boundary-event-detached B'],
      ],
    ],
    fine: [
      around('<task id="A"/><boundaryEvent id="B" attachedToRef="A"><timerEventDefinition/></boundaryEvent>'),
    ],
  },
  'event-not-connected': {
    broken: [
      [process(S + E + '<intermediateThrowEvent id="A"/>' + line('A', 'E')), ['error event-not-connected A']],
      [process(S + '<intermediateThrowEvent id="A"/>' + line('S', 'A')), ['error event-not-connected A']],
    ],
    fine: [
      process(
        S +
          '<intermediateThrowEvent id="A"><linkEventDefinition name="x"/></intermediateThrowEvent>' +
          line('S', 'A'),
      ),
    ],
  },
  'link-unmatched': {
    broken: [
      [
        process(
          '<intermediateThrowEvent id="A"><linkEventDefinition name="x"/></intermediateThrowEvent><intermediateCatchEvent id="B"><linkEventDefinition name="y"/></intermediateCatchEvent>',
        ),
        ['error link-unmatched A'],
      ],
      [
        around(
          '<subProcess id="A"><intermediateThrowEvent id="T"><linkEventDefinition name="x"/></intermediateThrowEvent></subProcess><intermediateCatchEvent id="B"><linkEventDefinition name="x"/></intermediateCatchEvent>',
        ),
        ['error link-unmatched T'],
      ],
    ],
    fine: [
      process(
        '<intermediateThrowEvent id="A"><linkEventDefinition name="x"/></intermediateThrowEvent><intermediateCatchEvent id="B"><linkEventDefinition name="x"/></intermediateCatchEvent>',
      ),
      process(
        '<intermediateThrowEvent id="A"><linkEventDefinition name="x"><target>L</target></linkEventDefinition></intermediateThrowEvent><intermediateCatchEvent id="B"><linkEventDefinition id="L" name="y"/></intermediateCatchEvent>',
      ),
    ],
  },
  'link-contradiction': {
    broken: [
      [
        process(
          '<intermediateThrowEvent id="A"><linkEventDefinition id="L" name="x"/></intermediateThrowEvent><intermediateThrowEvent id="C"><linkEventDefinition id="N" name="x"/></intermediateThrowEvent><intermediateCatchEvent id="B"><linkEventDefinition id="M" name="x"><source>L</source></linkEventDefinition></intermediateCatchEvent>',
        ),
        ['error link-contradiction C'],
      ],
    ],
    fine: [],
  },
  'conditional-event-empty': {
    broken: [
      [
        around('<intermediateCatchEvent id="A"><conditionalEventDefinition/></intermediateCatchEvent>'),
        ['error conditional-event-empty A'],
      ],
    ],
    fine: [
      around(
        '<intermediateCatchEvent id="A"><conditionalEventDefinition><condition>a</condition></conditionalEventDefinition></intermediateCatchEvent>',
      ),
    ],
  },
  'conditional-event-informal': {
    broken: [
      [
        around(
          '<intermediateCatchEvent id="A"><conditionalEventDefinition><condition>when ready</condition></conditionalEventDefinition></intermediateCatchEvent>',
        ),
        ['error conditional-event-informal A'],
      ],
    ],
    fine: [
      around(
        '<intermediateCatchEvent id="A"><conditionalEventDefinition><condition xsi:type="tFormalExpression">a</condition></conditionalEventDefinition></intermediateCatchEvent>',
      ),
    ],
  },
  'compensation-handler-missing': {
    broken: [
      [
        around(
          '<task id="A"/><boundaryEvent id="B" attachedToRef="A"><compensateEventDefinition/></boundaryEvent><task id="U"/><association id="X" sourceRef="B" targetRef="U"/>',
        ),
        ['error compensation-handler-missing B'],
      ],
    ],
    fine: [
      around(
        '<task id="A"/><boundaryEvent id="B" attachedToRef="A"><compensateEventDefinition/></boundaryEvent><task id="U" isForCompensation="true"/><association id="X" sourceRef="B" targetRef="U"/>',
      ),
    ],
  },
  'message-reference-missing': {
    broken: [
      [around('<receiveTask id="A"/>'), ['error message-reference-missing A']],
      [
        around('<intermediateCatchEvent id="A"><messageEventDefinition/></intermediateCatchEvent>'),
        ['error message-reference-missing A'],
      ],
    ],
    fine: [around('<sendTask id="A" camunda:class="X"/>')],
  },
  'operation-reference-missing': {
    broken: [[around('<receiveTask id="A"/>'), ['error operation-reference-missing A']]],
    fine: [around('<receiveTask id="A" camunda:asyncBefore="true"/>')],
  },
  'script-format-missing': {
    broken: [
      [around('<scriptTask id="A"><script>x</script></scriptTask>'), ['error script-format-missing A']],
    ],
    fine: [
      around('<scriptTask id="A" scriptFormat="feel"><script>x</script></scriptTask>'),
      around('<scriptTask id="A"/>'),
    ],
  },
  'multi-instance-count': {
    broken: [
      [around('<task id="A"><multiInstanceLoopCharacteristics/></task>'), ['error multi-instance-count A']],
    ],
    fine: [
      around('<task id="A"><multiInstanceLoopCharacteristics camunda:collection="items"/></task>'),
      around(
        '<task id="A"><multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=items"/></extensionElements></multiInstanceLoopCharacteristics></task>',
      ),
    ],
  },
  'quantity-invalid': {
    broken: [
      [
        around('<task id="A" startQuantity="0" completionQuantity="-1"/>'),
        ['error quantity-invalid A', 'error quantity-invalid A'],
      ],
    ],
    fine: [around('<task id="A" startQuantity="1"/>')],
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
  'called-process-start': {
    broken: [
      [
        around('<callActivity id="A" calledElement="Other"/>').replace(
          '<process',
          '<process id="Other"><startEvent id="X"><messageEventDefinition/></startEvent></process><process',
        ),
        ['error called-process-start A'],
      ],
    ],
    fine: [
      around('<callActivity id="A" calledElement="Other"/>').replace(
        '<process',
        '<process id="Other"><startEvent id="X"/></process><process',
      ),
      around('<callActivity id="A" calledElement="elsewhere"/>'),
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
        process(S + E + line('S', 'E')).replace(
          '<process',
          '<import importType="http://www.omg.org/spec/BPMN/20100524/MODEL" location="x.bpmn" namespace="n"/><process',
        ),
        ['error element-not-supported Definitions_1'],
      ],
      [
        process(S + E + line('S', 'E')).replace('<process', '<extension mustUnderstand="true"/><process'),
        ['error element-not-supported Definitions_1'],
      ],
    ],
    fine: [
      process(S + E + line('S', 'E')).replace(
        '<process',
        '<import importType="http://www.w3.org/2001/XMLSchema" location="x.xsd" namespace="n"/><extension mustUnderstand="false"/><process',
      ),
    ],
  },
};

describe.each(Object.entries(cases))('%s', (code, { broken, fine }) => {
  test.each(broken)('broken %#', (xml, expected) => {
    expect(problems(xml, code)).toEqual(expected);
  });
  if (fine.length > 0) {
    test.each(fine)('fine %#', (xml) => {
      expect(problems(xml, code)).toEqual([]);
    });
  }
});

test('every rule has a file of its own, and is in the list', () => {
  const files = readdirSync(join(__dirname, '../../../src/bpmn/2-model/rules')).filter(
    (file) => file !== 'rule.ts',
  );
  expect(rules).toHaveLength(files.length);
  expect(new Set(rules).size).toBe(files.length);
});

test('several start events are all named', () => {
  const xml = process(`${S}\n<startEvent id="S2" name="Again"/>`);
  const [diagnostic] = read(xml).diagnostics.filter(({ code }) => code === 'start-event-several');
  expect(diagnostic?.related).toMatchObject([
    { element: 'S', position: { line: 1 } },
    { element: 'S2', message: 'start event "Again"', position: { line: 2 } },
  ]);
});

test('what real diagrams do against the letter of the standard is an error only when strict', () => {
  const xml = process(S + '<exclusiveGateway id="G"/><task id="A"/>' + line('S', 'G', 'A'));
  expect(read(xml).problems).toEqual(['warning end-event-missing Process_1', 'warning gateway-useless G']);
  expect(read(xml).model).toBeDefined();
  expect(read(xml, { strict: true }).model).toBeUndefined();
});
