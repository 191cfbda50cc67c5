import type { XmlElement } from '../../src/bpmn/1-parse/xml-element';
import { attribute, has } from './diagram';
import { named, row, type Section } from './row';

const MULTI_INSTANCE = 'bpmn:multiInstanceLoopCharacteristics';

const isMultiInstance = ({ name }: XmlElement) => name === MULTI_INSTANCE;
const isNamed = ({ name }: XmlElement, wanted: string) => name === `bpmn:${wanted}`;
const isOn = (element: XmlElement, name: string) => attribute(element, name) === 'true';
const isMoreThanOne = (element: XmlElement, name: string) => Number(attribute(element, name) ?? 1) > 1;

/** Instances for each item of something, however the dialect says it. */
function hasCollection(loop: XmlElement): boolean {
  const extensions = loop.children.filter(({ name }) => name === 'bpmn:extensionElements');
  return (
    has(loop, 'bpmn:loopDataInputRef') ||
    [...loop.attributes.keys()].some((name) => name.endsWith(':collection')) ||
    extensions.some((extension) => has(extension, 'zeebe:loopCharacteristics'))
  );
}

function behavior(wanted: string) {
  return row(
    `behavior "${wanted}"`,
    (loop) => isMultiInstance(loop) && attribute(loop, 'behavior') === wanted,
  );
}

export const elementSections: readonly Section[] = [
  {
    title: 'Activities',
    rows: [
      named('task', 'task'),
      named('manual task', 'manualTask'),
      named('service task', 'serviceTask'),
      row(
        'send task with an implementation',
        (task) => isNamed(task, 'sendTask') && !task.attributes.has('messageRef'),
      ),
      row(
        'send task with a message',
        (task) => isNamed(task, 'sendTask') && task.attributes.has('messageRef'),
      ),
      row('receive task', (task) => isNamed(task, 'receiveTask') && !isOn(task, 'instantiate')),
      row(
        'receive task that starts the process',
        (task) => isNamed(task, 'receiveTask') && isOn(task, 'instantiate'),
      ),
      named('user task', 'userTask'),
      named('script task', 'scriptTask'),
      named('business rule task', 'businessRuleTask'),
      named('call activity', 'callActivity'),
      named(
        'global task',
        'globalTask',
        'globalUserTask',
        'globalManualTask',
        'globalScriptTask',
        'globalBusinessRuleTask',
      ),
      row('sub-process', (scope) => isNamed(scope, 'subProcess') && !isOn(scope, 'triggeredByEvent')),
      row('event sub-process', (scope) => isNamed(scope, 'subProcess') && isOn(scope, 'triggeredByEvent')),
      named('transaction', 'transaction'),
      named('ad-hoc sub-process', 'adHocSubProcess'),
    ],
  },
  {
    title: 'Markers and attributes of activities',
    rows: [
      row(
        'standard loop, tested before',
        (loop) => isNamed(loop, 'standardLoopCharacteristics') && isOn(loop, 'testBefore'),
      ),
      row(
        'standard loop, tested after',
        (loop) => isNamed(loop, 'standardLoopCharacteristics') && !isOn(loop, 'testBefore'),
      ),
      row('loopMaximum', (loop) => loop.attributes.has('loopMaximum')),
      row('multi-instance, side by side', (loop) => isMultiInstance(loop) && !isOn(loop, 'isSequential')),
      row('multi-instance, one after another', (loop) => isMultiInstance(loop) && isOn(loop, 'isSequential')),
      row('multi-instance over a collection', (loop) => isMultiInstance(loop) && hasCollection(loop)),
      row('multi-instance by number', (loop) => isMultiInstance(loop) && has(loop, 'bpmn:loopCardinality')),
      row(
        'multi-instance with a completion condition',
        (loop) => isMultiInstance(loop) && has(loop, 'bpmn:completionCondition'),
      ),
      ...['None', 'One', 'All', 'Complex'].map(behavior),
      row('compensation', (activity) => isOn(activity, 'isForCompensation')),
      row('startQuantity', (activity) => isMoreThanOne(activity, 'startQuantity')),
      row('completionQuantity', (activity) => isMoreThanOne(activity, 'completionQuantity')),
      row(
        'ad-hoc with a completion condition',
        (scope) => isNamed(scope, 'adHocSubProcess') && has(scope, 'bpmn:completionCondition'),
      ),
      row('ad-hoc, one after another', (scope) => attribute(scope, 'ordering') === 'Sequential'),
      row(
        'ad-hoc, cancelRemainingInstances="false"',
        (scope) => attribute(scope, 'cancelRemainingInstances') === 'false',
      ),
    ],
  },
  {
    title: 'Gateways and flows',
    rows: [
      named('exclusive gateway', 'exclusiveGateway'),
      named('parallel gateway', 'parallelGateway'),
      named('inclusive gateway', 'inclusiveGateway'),
      named('complex gateway', 'complexGateway'),
      row(
        'event-based gateway',
        (gateway) => isNamed(gateway, 'eventBasedGateway') && !isOn(gateway, 'instantiate'),
      ),
      row(
        'event-based gateway that starts the process',
        (gateway) =>
          isNamed(gateway, 'eventBasedGateway') &&
          isOn(gateway, 'instantiate') &&
          attribute(gateway, 'eventGatewayType') !== 'Parallel',
      ),
      row(
        'parallel event-based gateway that starts the process',
        (gateway) =>
          isNamed(gateway, 'eventBasedGateway') &&
          isOn(gateway, 'instantiate') &&
          attribute(gateway, 'eventGatewayType') === 'Parallel',
      ),
      row('default flow', (node) => node.attributes.has('default')),
      row('conditional flow out of an activity', (flow) => isConditionalOfActivity(flow)),
      row(
        'several start events',
        (scope) =>
          isNamed(scope, 'process') && scope.children.filter((one) => isNamed(one, 'startEvent')).length > 1,
      ),
    ],
  },
  {
    title: 'Data',
    rows: [
      named('property', 'property'),
      named('data object', 'dataObject', 'dataObjectReference'),
      row('data object, collection', (data) => isNamed(data, 'dataObject') && isOn(data, 'isCollection')),
      named('data store', 'dataStore', 'dataStoreReference'),
      named('data inputs and outputs', 'ioSpecification'),
      named('data association', 'dataInputAssociation', 'dataOutputAssociation'),
      named('assignment and transformation', 'assignment', 'transformation'),
    ],
  },
  {
    title: 'Collaborations and artefacts',
    rows: [
      row('several pools, each with a process', (element) => isNamed(element, 'collaboration')),
      named('lane', 'lane'),
      named('message flow', 'messageFlow'),
      named('text annotation', 'textAnnotation'),
      named('association', 'association'),
      named('group', 'group'),
      named('documentation', 'documentation'),
      row(
        'choreography, conversation',
        ({ name }) => /^bpmn:(\w*[cC]horeography|\w*[cC]onversation)$/.test(name),
        'no part of executable BPMN',
      ),
    ],
  },
];

function isConditionalOfActivity(flow: XmlElement): boolean {
  if (!isNamed(flow, 'sequenceFlow') || !has(flow, 'bpmn:conditionExpression')) return false;
  const source = flow.parent?.children.find(
    ({ attributes }) => attributes.get('id') === flow.attributes.get('sourceRef'),
  );
  return source !== undefined && /(Task|task|Activity|Process|transaction)$/.test(source.name);
}
