import { around } from '../../diagram';
import { testRules } from './rule-cases';

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
});
