import type { XmlElement } from '../1-parse/xml-element';
import { type Container, type Diagram, isTrue } from './diagram';
import { isEventSubProcess } from './event-kinds';

/**
 * Nodes at which something can begin in a container: its start events, or else every node that nothing leads to; besides,
 * what begins by an event of its own.
 */
export function entries(container: Container, diagram: Diagram): XmlElement[] {
  const { element, nodes } = container;
  const isStart = ({ type }: XmlElement) => type === 'bpmn:StartEvent';
  const free = (node: XmlElement) =>
    diagram.incoming(node).length === 0 && node.type !== 'bpmn:BoundaryEvent';
  const implicit = !nodes.some(isStart) || element.type === 'bpmn:AdHocSubProcess';
  return nodes.filter((node) => isStart(node) || beginsByItself(node, diagram) || (implicit && free(node)));
}

/** Nodes that some path from an entry leads to, through flows and boundary events. */
export function reachable(container: Container, diagram: Diagram): ReadonlySet<XmlElement> {
  const reached = new Set<XmlElement>();
  const pending = entries(container, diagram);
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    for (const flow of diagram.outgoing(node)) {
      const target = diagram.referred(flow, 'targetRef');
      if (target) pending.push(target);
    }
    for (const event of diagram.boundaryEvents(node)) pending.push(event);
  }
  return reached;
}

/** Event sub-processes, compensation handlers, link targets, and gateways that start instances. */
function beginsByItself(node: XmlElement, diagram: Diagram): boolean {
  const catchesLink =
    node.type === 'bpmn:IntermediateCatchEvent' &&
    diagram.eventDefinitions(node).some(({ type }) => type === 'bpmn:LinkEventDefinition');
  return (
    catchesLink ||
    isEventSubProcess(node) ||
    isTrue(node.attributes.get('isForCompensation')) ||
    isTrue(node.attributes.get('instantiate'))
  );
}
