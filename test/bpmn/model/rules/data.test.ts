import { definitions, process } from '../../diagram';
import { testRules } from './rule-cases';

const specification = (data: string, sets: string) => `<ioSpecification>${data}${sets}</ioSpecification>`;
const input = (id: string, item = '') => `<dataInput id="${id}" ${item && `itemSubjectRef="${item}"`}/>`;
const output = (id: string, item = '') => `<dataOutput id="${id}" ${item && `itemSubjectRef="${item}"`}/>`;
const inputSet = (...ids: string[]) =>
  `<inputSet>${ids.map((id) => `<dataInputRefs>${id}</dataInputRefs>`).join('')}</inputSet>`;
const outputSet = (...ids: string[]) =>
  `<outputSet>${ids.map((id) => `<dataOutputRefs>${id}</dataOutputRefs>`).join('')}</outputSet>`;

/** A file with definitions of data and one process. */
const withItems = (body: string) =>
  definitions(
    `<itemDefinition id="Text" structureRef="xsd:string"/>
    <itemDefinition id="AlsoText" structureRef="xsd:string"/>
    <itemDefinition id="Number" structureRef="xsd:int"/>
    <itemDefinition id="Texts" structureRef="xsd:string" isCollection="true"/>
    <itemDefinition id="Vague"/>
    <message id="Ask" itemRef="Text"/><message id="Bare"/><signal id="Alarm" structureRef="Number"/>
    <interface id="I" name="i">
      <operation id="Op" name="op"><inMessageRef>Ask</inMessageRef></operation>
      <operation id="Two" name="two"><inMessageRef>Bare</inMessageRef><outMessageRef>Ask</outMessageRef></operation>
    </interface>
    <process id="P" isExecutable="true">${body}</process>`,
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
  );
const service = (operation: string, inside: string) =>
  withItems(`<serviceTask id="A" name="A" operationRef="${operation}">${inside}</serviceTask>`);
const receive = (inside: string) => withItems(`<receiveTask id="A" messageRef="Ask">${inside}</receiveTask>`);
const send = (inside: string) => withItems(`<sendTask id="A" messageRef="Ask">${inside}</sendTask>`);
const event = (inside: string, definitionsInside: string) =>
  withItems(`<intermediateThrowEvent id="A">${inside}${definitionsInside}</intermediateThrowEvent>`);
const asks = '<messageEventDefinition messageRef="Ask"/>';
const alarms = '<signalEventDefinition signalRef="Alarm"/>';
const loop = (inside: string) =>
  withItems(
    `<task id="A">${specification(output('Out', 'Texts').replace('/>', ' isCollection="true"/>'), inputSet() + outputSet('Out'))}
    <multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><loopDataOutputRef>Out</loopDataOutputRef>
    ${inside}</multiInstanceLoopCharacteristics></task>`,
  );
const call = (declared: string, given: string) =>
  withItems(`<callActivity id="A" calledElement="G">${given}</callActivity>`).replace(
    '<process',
    `<globalTask id="G">${declared}</globalTask><process`,
  );
const takesText = (id: string) => specification(input(id, 'Text'), inputSet(id) + outputSet());

testRules({
  'collection-mismatch': {
    broken: [
      [withItems('<dataObject id="D" itemSubjectRef="Texts"/>'), ['error collection-mismatch D']],
      [
        withItems(
          `<task id="A">${specification(input('In', 'Text').replace('/>', ' isCollection="true"/>'), inputSet('In') + outputSet())}</task>`,
        ),
        ['error collection-mismatch In'],
      ],
    ],
    fine: [
      withItems(
        '<dataObject id="D" itemSubjectRef="Texts" isCollection="1"/><dataObject id="D2" itemSubjectRef="Text"/>',
      ),
      withItems('<dataObject id="D" isCollection="true"/>'),
    ],
  },
  'data-in-no-set': {
    broken: [
      [
        process(
          `<task id="A">${specification(input('In') + output('Out'), inputSet() + outputSet())}</task>`,
        ),
        ['error data-in-no-set In', 'error data-in-no-set Out'],
      ],
      [process(`<endEvent id="A">${input('In')}</endEvent>`), ['error data-in-no-set In']],
    ],
    fine: [
      process(
        `<task id="A">${specification(input('In') + output('Out'), inputSet('In') + outputSet('Out'))}</task>`,
      ),
      process(`<endEvent id="A">${input('In')}${inputSet('In')}</endEvent>`),
    ],
  },
  'data-set-incomplete': {
    broken: [
      [
        process(
          specification(
            input('In') + input('Other'),
            '<inputSet id="Set"><dataInputRefs>In</dataInputRefs><optionalInputRefs>Other</optionalInputRefs></inputSet>' +
              inputSet('Other') +
              outputSet(),
          ),
        ),
        ['error data-set-incomplete Set'],
      ],
    ],
    fine: [
      process(
        specification(
          output('Out'),
          `${inputSet()}<outputSet><dataOutputRefs>Out</dataOutputRefs><whileExecutingOutputRefs>Out</whileExecutingOutputRefs></outputSet>`,
        ),
      ),
    ],
  },
  'data-sets-contradiction': {
    broken: [
      [
        process(
          specification(
            '',
            '<inputSet id="X"><outputSetRefs>Y</outputSetRefs></inputSet><outputSet id="Y"/>',
          ),
        ),
        ['error data-sets-contradiction X'],
      ],
    ],
    fine: [
      process(
        specification(
          '',
          '<inputSet id="X"><outputSetRefs>Y</outputSetRefs></inputSet><outputSet id="Y"><inputSetRefs>X</inputSetRefs></outputSet>',
        ),
      ),
      process(specification('', inputSet() + outputSet())),
    ],
  },
  'operation-data': {
    broken: [
      [service('Op', ''), ['error operation-data A', 'error operation-data A']],
      [
        service('Op', specification(input('In', 'Number'), inputSet('In') + outputSet())),
        ['error operation-data A'],
      ],
      [
        service(
          'Two',
          specification(output('Out', 'Text'), inputSet() + outputSet('Out') + outputSet('Out')),
        ),
        ['error operation-data A'],
      ],
    ],
    fine: [
      service('Op', takesText('In')),
      service('Two', specification(output('Out', 'AlsoText'), inputSet() + outputSet('Out'))),
      process('<serviceTask id="A" name="A"/>'),
    ],
  },
  'message-data': {
    broken: [
      [
        receive(specification(output('O', 'Text') + output('O2', 'Text'), inputSet() + outputSet('O', 'O2'))),
        ['error message-data A'],
      ],
      [
        receive(specification(output('O', 'Text'), inputSet() + outputSet('O') + outputSet('O'))),
        ['error message-data A'],
      ],
      [send(specification(input('In'), inputSet('In') + outputSet())), ['error message-data A']],
      [send(specification(input('In', 'Number'), inputSet('In') + outputSet())), ['error message-data A']],
    ],
    fine: [
      receive(''),
      receive(specification(output('O', 'AlsoText'), inputSet() + outputSet('O'))),
      send(specification(input('In', 'Vague'), inputSet('In') + outputSet())),
    ],
  },
  'event-data-count': {
    broken: [[event(input('In', 'Text') + inputSet('In'), asks + alarms), ['error event-data-count A']]],
    fine: [
      event('', asks + alarms),
      event(input('In', 'Text') + input('In2', 'Number') + inputSet('In', 'In2'), asks + alarms),
    ],
  },
  'event-data-item': {
    broken: [
      [
        event(input('In', 'Number') + input('In2', 'Text') + inputSet('In', 'In2'), asks + alarms),
        ['error event-data-item In', 'error event-data-item In2'],
      ],
      [
        process(
          '<startEvent id="S"><dataOutput id="Out"/><messageEventDefinition messageRef="M"/></startEvent>',
        ).replace('<process', '<itemDefinition id="T"/><message id="M" itemRef="T"/><process'),
        ['error event-data-item Out'],
      ],
    ],
    fine: [event(input('In', 'AlsoText') + inputSet('In'), asks), event(input('In') + inputSet('In'), '')],
  },
  'multi-instance-item': {
    broken: [
      [loop('<outputDataItem id="One" itemSubjectRef="Number"/>'), ['error multi-instance-item One']],
      [loop('<outputDataItem id="One" itemSubjectRef="Texts"/>'), ['error multi-instance-item One']],
      [loop('<outputDataItem id="One" isCollection="true"/>'), ['error multi-instance-item One']],
    ],
    fine: [loop('<outputDataItem id="One" itemSubjectRef="AlsoText"/>'), loop('<outputDataItem id="One"/>')],
  },
  'call-data': {
    broken: [
      [call(takesText('Wanted'), ''), ['error call-data A', 'error call-data A', 'error call-data A']],
      [
        call(takesText('Wanted'), specification(input('In', 'Number'), inputSet('In') + outputSet())),
        ['error call-data A'],
      ],
      [call('', takesText('Given')), ['error call-data A', 'error call-data A', 'error call-data A']],
    ],
    fine: [
      call('', ''),
      call(takesText('Wanted'), takesText('Given')),
      call(
        specification(input('W1', 'Text') + input('W2', 'Number'), inputSet('W1', 'W2') + outputSet()),
        specification(input('G1', 'Number') + input('G2', 'AlsoText'), inputSet('G1', 'G2') + outputSet()),
      ),
    ],
  },
  'data-association-sources': {
    broken: [
      [
        process(
          `<dataObject id="D"/><dataObject id="D2"/><task id="A">${takesText('In').replace(' itemSubjectRef="Text"', '')}<dataInputAssociation id="DA"><sourceRef>D</sourceRef><sourceRef>D2</sourceRef><targetRef>In</targetRef></dataInputAssociation></task>`,
        ),
        ['error data-association-sources DA'],
      ],
    ],
    fine: [
      process(
        `<dataObject id="D"/><dataObject id="D2"/><task id="A">${takesText('In').replace(' itemSubjectRef="Text"', '')}<dataInputAssociation id="DA"><sourceRef>D</sourceRef><sourceRef>D2</sourceRef><targetRef>In</targetRef><transformation>a + b</transformation></dataInputAssociation></task>`,
      ),
    ],
  },
  'data-object-state': {
    broken: [
      [process('<dataObject id="D"><dataState name="paid"/></dataObject>'), ['error data-object-state D']],
    ],
    fine: [
      process(
        '<dataObject id="D"/><dataObjectReference id="R" dataObjectRef="D"><dataState name="paid"/></dataObjectReference>',
      ),
    ],
  },
  'data-object-reference-item': {
    broken: [
      [
        withItems(
          '<dataObject id="D"/><dataObjectReference id="R" dataObjectRef="D" itemSubjectRef="Text"/>',
        ),
        ['error data-object-reference-item R'],
      ],
    ],
    fine: [
      withItems('<dataObject id="D" itemSubjectRef="Text"/><dataObjectReference id="R" dataObjectRef="D"/>'),
    ],
  },
  'sub-process-data': {
    broken: [
      [
        process(`<subProcess id="A">${specification('', inputSet() + outputSet())}</subProcess>`),
        ['error sub-process-data A'],
      ],
    ],
    fine: [process(`<task id="A">${specification('', inputSet() + outputSet())}</task>`)],
  },
  'process-data-direction': {
    broken: [
      [
        process(
          `${specification(input('Given'), inputSet('Given') + outputSet())}<dataObject id="D"/><task id="A">${specification(output('Out'), inputSet() + outputSet('Out'))}<dataOutputAssociation id="DA"><sourceRef>Out</sourceRef><targetRef>Given</targetRef></dataOutputAssociation></task>`,
        ),
        ['error process-data-direction DA'],
      ],
    ],
    fine: [
      process(
        `${specification(output('Result'), inputSet() + outputSet('Result'))}<task id="A">${specification(output('Out'), inputSet() + outputSet('Out'))}<dataOutputAssociation id="DA"><sourceRef>Out</sourceRef><targetRef>Result</targetRef></dataOutputAssociation></task>`,
      ),
    ],
  },
});
