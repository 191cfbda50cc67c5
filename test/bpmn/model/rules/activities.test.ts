import { around, process } from '../../diagram';
import { S, flow, line, testRules } from './rule-cases';

const connector = (source: string, target: string, type = 'io.camunda:http-json:1') =>
  around(
    `<serviceTask id="A"><extensionElements><zeebe:taskDefinition type="${type}"/><zeebe:ioMapping><zeebe:input source="${source}" target="${target}"/></zeebe:ioMapping></extensionElements></serviceTask>`,
  );

testRules({
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
  'connector-input': {
    broken: [
      [connector('true', 'storeResponse'), ['error connector-input A']],
      [connector('= true', 'skipEncoding'), ['error connector-input A']],
      [connector('DOCUMENT', 'documentReturnFormat.choice'), ['error connector-input A']],
      [connector('ISO-8859-1', 'documentReturnFormat.encoding'), ['error connector-input A']],
      [connector('x', 'clientTls.clientCertificate'), ['error connector-input A']],
      [connector('x', 'authenticationConfiguration'), ['error connector-input A']],
      [connector('kerberos', 'authentication.type'), ['error connector-input A']],
      [
        connector('=true', 'graphql.storeResponse', 'io.camunda:connector-graphql:1'),
        ['error connector-input A'],
      ],
    ],
    fine: [
      connector('false', 'storeResponse'),
      connector('JSON', 'documentReturnFormat.choice'),
      connector('UTF-8', 'documentReturnFormat.encoding'),
      connector('oauth-refresh-token', 'authentication.type'),
      connector('=way', 'authentication.type'),
      connector('true', 'storeResponse', 'my-own'),
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
  'performer-ignored': {
    broken: [
      [
        around('<serviceTask id="A" name="x"><performer id="P" name="clerk"/></serviceTask>'),
        ['warning performer-ignored P'],
      ],
    ],
    fine: [around('<userTask id="A"><performer id="P" name="clerk"/></userTask>')],
  },
  'loop-endless': {
    broken: [[around('<task id="A"><standardLoopCharacteristics/></task>'), ['error loop-endless A']]],
    fine: [around('<task id="A"><standardLoopCharacteristics loopMaximum="0"/></task>')],
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
  'receive-task-start': {
    broken: [
      [
        process('<task id="A"/><receiveTask id="R" instantiate="true"/>' + line('A', 'R')),
        ['error receive-task-start R'],
      ],
      [
        process(S + '<receiveTask id="R" instantiate="true"/>' + line('S', 'R') + flow('F', 'R', 'R')),
        ['error receive-task-start R'],
      ],
      [
        around('<subProcess id="A"><receiveTask id="R" instantiate="true"/></subProcess>'),
        ['error receive-task-start R'],
      ],
    ],
    fine: [
      process('<receiveTask id="R" instantiate="true"/>'),
      process(S + '<receiveTask id="R" instantiate="true"/>' + line('S', 'R')),
    ],
  },
  'loop-count': {
    broken: [
      [around('<task id="A"><standardLoopCharacteristics loopMaximum="-2"/></task>'), ['error loop-count A']],
      [
        around(
          '<task id="A"><multiInstanceLoopCharacteristics><loopCardinality>${-1}</loopCardinality></multiInstanceLoopCharacteristics></task>',
        ),
        ['error loop-count A'],
      ],
    ],
    fine: [
      around('<task id="A"><standardLoopCharacteristics loopMaximum="0"/></task>'),
      around(
        '<task id="A"><multiInstanceLoopCharacteristics><loopCardinality>= n - 1</loopCardinality></multiInstanceLoopCharacteristics></task>',
      ),
    ],
  },
  'resource-ambiguous': {
    broken: [
      [
        around(
          '<userTask id="A"><potentialOwner><resourceRef>R</resourceRef><resourceAssignmentExpression><formalExpression>x</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>',
        ).replace('<process', '<resource id="R" name="r"/><process'),
        ['error resource-ambiguous A'],
      ],
      [
        around(
          '<userTask id="A"><potentialOwner><resourceParameterBinding parameterRef="RP"><formalExpression>x</formalExpression></resourceParameterBinding></potentialOwner></userTask>',
        ).replace('<process', '<resource id="R" name="r"><resourceParameter id="RP"/></resource><process'),
        ['error resource-ambiguous A'],
      ],
    ],
    fine: [
      around(
        '<userTask id="A"><potentialOwner><resourceRef>R</resourceRef></potentialOwner></userTask>',
      ).replace('<process', '<resource id="R" name="r"/><process'),
    ],
  },
});
