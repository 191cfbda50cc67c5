import { type XmlElement, childOf } from '../1-parse/xml-element';
import { type Diagram, isTrue } from './diagram';
import type { Around } from './types';

/**
 * As a step of its own: before its element, or after it; of a flow: on it; of a gateway also on each of its flows. As a
 * part of the element: see `Around`.
 */
export type Side = 'before' | 'after' | 'incoming' | 'outgoing' | keyof Around;

type Answer = { readonly side: Side } | { readonly reason: string };

/** What a listener listens to. */
export interface Heard {
  readonly event: string;
  readonly owner: XmlElement;
  /** In its engine elements also end, for listeners, when they are interrupted. */
  readonly endsAlways: boolean;
}

/**
 * Where a listener's step belongs, so that it does what it does in the engines. Where nothing would be the same (it would
 * run too often, or not at all), the reason.
 */
export function listenerSide({ event, owner, endsAlways }: Heard, diagram: Diagram): Answer {
  const unknown = { reason: `nothing in a workflow corresponds to its event "${event}"` };
  if (owner.name === 'bpmn:sequenceFlow') return event === 'take' ? flowSide(owner, diagram) : unknown;
  if (event === 'beforeAll' && isRepeated(owner)) return { side: 'before' };
  if (event !== 'start' && event !== 'end') return unknown;
  const isStart = event === 'start';
  if (owner.name === 'bpmn:process') {
    if (!isStart) return { side: endsAlways ? 'last' : 'next' };
    return { side: startEvents(owner, diagram) === 1 ? 'before' : 'first' };
  }
  const { isA } = diagram.document;
  if (isA(owner.type, 'bpmn:Activity')) {
    return { side: isStart ? startOfActivity(owner, diagram) : endOfActivity(owner, endsAlways, diagram) };
  }
  return isA(owner.type, 'bpmn:Gateway')
    ? gatewaySide(isStart ? 'before' : 'after', owner, endsAlways, diagram)
    : eventSide(isStart ? 'before' : 'after', owner, diagram);
}

function flowSide(flow: XmlElement, diagram: Diagram): Answer {
  const source = diagram.referred(flow, 'sourceRef');
  return source?.name === 'bpmn:eventBasedGateway' ? behindEventGateway() : { side: 'after' };
}

function startEvents(process: XmlElement, diagram: Diagram): number {
  return diagram.container(process)?.nodes.filter(({ name }) => name === 'bpmn:startEvent').length ?? 0;
}

function startOfActivity(activity: XmlElement, diagram: Diagram): Side {
  if (!isOnFlow(activity) || isRepeated(activity) || catchesErrors(activity, diagram)) return 'first';
  // Where the event comes first, the activity begins when it has come.
  if (isBehindEventGateway(activity, diagram)) return 'after';
  return hasMappings(activity) ? 'first' : 'before';
}

function endOfActivity(activity: XmlElement, endsAlways: boolean, diagram: Diagram): Side {
  if (endsAlways && mayBeInterrupted(activity, diagram)) return 'last';
  const isInside = !isOnFlow(activity) || isRepeated(activity) || catchesErrors(activity, diagram);
  return isInside || (hasMappings(activity) && !isBehindEventGateway(activity, diagram)) ? 'next' : 'after';
}

/** In Camunda 7 listeners see the inputs, and come before the outputs. */
function hasMappings(activity: XmlElement): boolean {
  const extensions = childOf(activity, 'bpmn:extensionElements');
  const mappings = extensions && childOf(extensions, 'camunda:inputOutput');
  const isConnector = extensions !== undefined && childOf(extensions, 'camunda:connector') !== undefined;
  return mappings !== undefined && mappings.children.length > 0 && !isConnector;
}

/** Handlers of compensation and event sub-processes are carried out without a flow that leads to them. */
function isOnFlow({ attributes }: XmlElement): boolean {
  return !isTrue(attributes.get('isForCompensation')) && !isTrue(attributes.get('triggeredByEvent'));
}

/** What listens to it does so each time. */
function isRepeated(activity: XmlElement): boolean {
  return LOOPS.some((name) => childOf(activity, name));
}

const LOOPS = ['bpmn:multiInstanceLoopCharacteristics', 'bpmn:standardLoopCharacteristics'];

/** Its boundary events catch the errors of its listeners as well. */
function catchesErrors(activity: XmlElement, diagram: Diagram): boolean {
  return diagram
    .boundaryEvents(activity)
    .some((event) => childOf(event, 'bpmn:errorEventDefinition') !== undefined);
}

/** By a boundary event, or because other instances of it were enough. */
function mayBeInterrupted(activity: XmlElement, diagram: Diagram): boolean {
  const loop = childOf(activity, 'bpmn:multiInstanceLoopCharacteristics');
  const isInterrupting = (event: XmlElement) =>
    isTrue(event.attributes.get('cancelActivity') ?? 'true') &&
    childOf(event, 'bpmn:compensateEventDefinition') === undefined;
  return (
    diagram.boundaryEvents(activity).some(isInterrupting) ||
    (loop !== undefined && childOf(loop, 'bpmn:completionCondition') !== undefined)
  );
}

/**
 * Where a gateway waits for several tokens, Camunda 7 tells of each that comes, Camunda 8 when all have come. What
 * listens to the end of a decision must not change it, so it comes on the flow that was chosen.
 */
function gatewaySide(
  side: 'before' | 'after',
  gateway: XmlElement,
  endsAlways: boolean,
  diagram: Diagram,
): Answer {
  const { name } = gateway;
  if (side === 'before') {
    const isJoin = diagram.incoming(gateway).length > 1 && name !== 'bpmn:exclusiveGateway';
    return { side: isJoin ? (endsAlways ? 'incoming' : 'after') : 'before' };
  }
  if (name === 'bpmn:parallelGateway' || diagram.outgoing(gateway).length < 2) return { side };
  if (name === 'bpmn:exclusiveGateway') return { side: 'outgoing' };
  return { reason: 'it would run when the gateway has decided; put it on the flows' };
}

function eventSide(side: 'before' | 'after', event: XmlElement, diagram: Diagram): Answer {
  const definitions = diagram.eventDefinitions(event);
  if (definitions.some(({ name }) => name === 'bpmn:linkEventDefinition'))
    return { reason: 'a link event is only a line; put it on the elements before or behind it' };
  switch (event.name) {
    case 'bpmn:startEvent':
    case 'bpmn:boundaryEvent':
      return { side: 'after' };
    case 'bpmn:endEvent':
      return side === 'after' && definitions.some(({ name }) => !LEAVING.has(name))
        ? { reason: 'what the end event throws comes before it' }
        : { side: 'before' };
    default:
      return { side: isBehindEventGateway(event, diagram) ? 'after' : side };
  }
}

/** What end events throw that nothing comes behind: their end is as good as their start. */
const LEAVING: ReadonlySet<string> = new Set([
  'bpmn:errorEventDefinition',
  'bpmn:terminateEventDefinition',
  'bpmn:cancelEventDefinition',
]);

function isBehindEventGateway(element: XmlElement, diagram: Diagram): boolean {
  return diagram
    .incoming(element)
    .some((flow) => diagram.referred(flow, 'sourceRef')?.name === 'bpmn:eventBasedGateway');
}

function behindEventGateway(): Answer {
  return { reason: 'behind an event-based gateway the event must come first' };
}
