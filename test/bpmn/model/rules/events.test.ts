import { around, definitions, process } from '../../diagram';
import { S, testRules } from './rule-cases';

testRules({
  'initiator-unknown': {
    broken: [
      [process('<startEvent id="S" camunda:initiator="starter"/>'), ['warning initiator-unknown S']],
      [process('<startEvent id="S" flowable:initiator="starter"/>'), ['warning initiator-unknown S']],
    ],
    fine: [process('<startEvent id="S" camunda:initiator=""/>')],
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
        process(
          '<subProcess id="A" triggeredByEvent="true"><startEvent id="S" isInterrupting="false"><errorEventDefinition/></startEvent></subProcess>',
        ),
        ['error event-definition-not-allowed S'],
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
  'link-repeated': {
    broken: [
      [
        process(
          '<intermediateCatchEvent id="A"><linkEventDefinition name="x"/></intermediateCatchEvent><intermediateCatchEvent id="B"><linkEventDefinition name="x"/></intermediateCatchEvent>',
        ),
        ['error link-repeated B'],
      ],
    ],
    fine: [
      process(
        '<intermediateThrowEvent id="A"><linkEventDefinition name="x"/></intermediateThrowEvent><intermediateThrowEvent id="B"><linkEventDefinition name="x"/></intermediateThrowEvent><intermediateCatchEvent id="C"><linkEventDefinition name="x"/></intermediateCatchEvent>',
      ),
      process(
        '<intermediateCatchEvent id="A"><linkEventDefinition name="x"/></intermediateCatchEvent><subProcess id="P"><intermediateCatchEvent id="B"><linkEventDefinition name="x"/></intermediateCatchEvent></subProcess>',
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
  'timer-definition': {
    broken: [
      [
        around(
          '<intermediateCatchEvent id="A"><timerEventDefinition><timeDuration>PT1H</timeDuration><timeDate>2030-01-01</timeDate></timerEventDefinition></intermediateCatchEvent>',
        ),
        ['error timer-definition A'],
      ],
    ],
    fine: [
      around(
        '<intermediateCatchEvent id="A"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>',
      ),
    ],
  },
  'timer-empty': {
    broken: [[process('<startEvent id="S"><timerEventDefinition/></startEvent>'), ['warning timer-empty S']]],
    fine: [
      process(
        '<startEvent id="S"><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></startEvent>',
      ),
    ],
  },
  'error-code-missing': {
    broken: [
      [process('<endEvent id="E"><errorEventDefinition/></endEvent>'), ['error error-code-missing E']],
      [
        definitions(
          '<error id="R"/><process id="P" isExecutable="true"><endEvent id="E"><errorEventDefinition errorRef="R"/></endEvent></process>',
        ),
        ['error error-code-missing E'],
      ],
    ],
    fine: [
      definitions(
        '<error id="R" errorCode="C"/><process id="P" isExecutable="true"><task id="A"/><boundaryEvent id="B" attachedToRef="A"><errorEventDefinition/></boundaryEvent><endEvent id="E"><errorEventDefinition errorRef="R"/></endEvent></process>',
      ),
    ],
  },
  'escalation-code-missing': {
    broken: [
      [
        around('<intermediateThrowEvent id="A"><escalationEventDefinition/></intermediateThrowEvent>'),
        ['error escalation-code-missing A'],
      ],
    ],
    fine: [
      around(
        '<intermediateThrowEvent id="A"><escalationEventDefinition escalationRef="X"/></intermediateThrowEvent>',
      ).replace('<process', '<escalation id="X" escalationCode="C"/><process'),
    ],
  },
});
