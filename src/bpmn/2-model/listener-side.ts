import { type XmlElement, childOf } from '../1-parse/xml-element';
import { type Diagram, isTrue } from './diagram';

/** Before its element, or after it; of a flow: on it. */
export type Side = 'before' | 'after';

type Answer = { readonly side: Side } | { readonly reason: string };

/**
 * Where a listener's step belongs, so that it does what it does in the engines. Where a step before or after the element
 * would not be the same (it would run too often, not at all, or its errors would be caught by somebody else), the reason.
 */
export function listenerSide(event: string, owner: XmlElement, diagram: Diagram): Answer {
  const unknown = { reason: `nothing in a workflow corresponds to its event "${event}"` };
  if (owner.name === 'bpmn:sequenceFlow') return event === 'take' ? flowSide(owner, diagram) : unknown;
  if (event !== 'start' && event !== 'end') return unknown;
  const side = event === 'start' ? 'before' : 'after';
  if (owner.name === 'bpmn:process') return processSide(side, owner, diagram);
  const { isA } = diagram.document;
  if (isA(owner.type, 'bpmn:Activity')) return activitySide(side, owner, diagram);
  return isA(owner.type, 'bpmn:Gateway')
    ? gatewaySide(side, owner, diagram)
    : eventSide(side, owner, diagram);
}

function flowSide(flow: XmlElement, diagram: Diagram): Answer {
  const source = diagram.referred(flow, 'sourceRef');
  return source?.name === 'bpmn:eventBasedGateway' ? behindEventGateway() : { side: 'after' };
}

function processSide(side: Side, process: XmlElement, diagram: Diagram): Answer {
  const starts = diagram.container(process)?.nodes.filter(({ name }) => name === 'bpmn:startEvent') ?? [];
  if (side === 'after') return { reason: 'a process ends in several ways; put it on the end events' };
  return starts.length === 1
    ? { side }
    : { reason: 'the process has several start events; put it on the start events' };
}

function activitySide(side: Side, activity: XmlElement, diagram: Diagram): Answer {
  if (
    isTrue(activity.attributes.get('isForCompensation')) ||
    isTrue(activity.attributes.get('triggeredByEvent'))
  )
    return { reason: 'no flow leads to the element' };
  if (LOOPS.some((name) => childOf(activity, name)))
    return { reason: 'the activity is carried out repeatedly' };
  if (side === 'before' && isBehindEventGateway(activity, diagram)) return behindEventGateway();
  for (const event of diagram.boundaryEvents(activity)) {
    const isError = childOf(event, 'bpmn:errorEventDefinition') !== undefined;
    if (isError) return { reason: 'a boundary event of the activity would catch its errors as well' };
    const interrupts = isTrue(event.attributes.get('cancelActivity') ?? 'true');
    if (interrupts && side === 'after')
      return { reason: 'it would also have to run when a boundary event interrupts the activity' };
  }
  return { side };
}

const LOOPS = ['bpmn:multiInstanceLoopCharacteristics', 'bpmn:standardLoopCharacteristics'];

/** Joins take several tokens, and decisions are over when an end listener runs. */
function gatewaySide(side: Side, gateway: XmlElement, diagram: Diagram): Answer {
  if (side === 'before') {
    const isJoin = diagram.incoming(gateway).length > 1 && gateway.name !== 'bpmn:exclusiveGateway';
    return isJoin
      ? { reason: 'the gateway joins several flows, and it would run for each of them' }
      : { side };
  }
  return diagram.outgoing(gateway).length > 1
    ? { reason: 'it would run when the gateway has decided; put it on the flows' }
    : { side };
}

function eventSide(side: Side, event: XmlElement, diagram: Diagram): Answer {
  const definitions = diagram.eventDefinitions(event);
  if (definitions.some(({ name }) => name === 'bpmn:linkEventDefinition'))
    return { reason: 'a link event is only a line; put it on the elements before or behind it' };
  switch (event.name) {
    case 'bpmn:startEvent':
    case 'bpmn:boundaryEvent':
      return { side: 'after' };
    case 'bpmn:endEvent':
      return side === 'after' && definitions.length > 0
        ? { reason: 'what the end event throws comes before it' }
        : { side: 'before' };
    default:
      return side === 'before' && isBehindEventGateway(event, diagram) ? behindEventGateway() : { side };
  }
}

function isBehindEventGateway(element: XmlElement, diagram: Diagram): boolean {
  return diagram
    .incoming(element)
    .some((flow) => diagram.referred(flow, 'sourceRef')?.name === 'bpmn:eventBasedGateway');
}

function behindEventGateway(): Answer {
  return { reason: 'behind an event-based gateway the event must come first' };
}
