import { type XmlElement, childOf } from '../../1-parse/xml-element';
import { type Diagram, describe, isTrue } from '../diagram';
import { triggerKind } from '../event-kinds';
import type { Rule } from './rule';

const AWAITED = ['message', 'timer', 'conditional', 'signal'];

/** Event-based gateways wait for events, and for nothing else. */
export const eventGateways: Rule = (diagram, reporter) => {
  for (const { nodes } of diagram.containers) {
    for (const gateway of nodes.filter(({ type }) => type === 'bpmn:EventBasedGateway')) {
      for (const problem of problems(gateway, diagram)) {
        const where = diagram.document.place.of(gateway);
        reporter.report('event-gateway', where, { element: describe(gateway), problem });
      }
      if (waitsForAll(gateway) && !isTrue(gateway.attributes.get('instantiate'))) {
        const where = diagram.document.place.attribute(gateway, 'eventGatewayType');
        reporter.report('event-gateway-parallel', where, { element: describe(gateway) });
      }
    }
  }
};

function waitsForAll(gateway: XmlElement): boolean {
  return gateway.attributes.get('eventGatewayType')?.trim() === 'Parallel';
}

function* problems(gateway: XmlElement, diagram: Diagram): Generator<string> {
  const flows = diagram.outgoing(gateway);
  const targets = flows.flatMap((flow) => diagram.referred(flow, 'targetRef') ?? []);
  const isReceive = ({ type }: XmlElement) => type === 'bpmn:ReceiveTask';
  const awaits = (event: XmlElement, trigger: string) =>
    event.type === 'bpmn:IntermediateCatchEvent' &&
    diagram.eventDefinitions(event).some((definition) => triggerKind(definition) === trigger);

  if (flows.length < 2) yield `has ${flows.length} outgoing flows; it needs two or more`;
  if (isTrue(gateway.attributes.get('instantiate')) && diagram.incoming(gateway).length > 0) {
    yield 'starts instances, but has incoming flows';
  }
  if (flows.some((flow) => childOf(flow, 'bpmn:conditionExpression')))
    yield 'has outgoing flows with conditions';
  if (targets.some(isReceive) && targets.some((target) => awaits(target, 'message'))) {
    yield 'leads to message events and to receive tasks; it may lead to one kind only';
  }
  for (const target of targets) {
    if (!isReceive(target) && !AWAITED.some((trigger) => awaits(target, trigger))) {
      yield `leads to the ${describe(target)}, which waits for no event`;
    }
    if (diagram.incoming(target).length > 1)
      yield `leads to the ${describe(target)}, which has other incoming flows`;
    if (isReceive(target) && diagram.boundaryEvents(target).length > 0) {
      yield `leads to the ${describe(target)}, which has boundary events`;
    }
  }
}
