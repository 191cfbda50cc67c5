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

/** Nodes that no path leads to, each with those behind it; none in a container without a start. */
export function unreachedIn(
  container: Container,
  diagram: Diagram,
): readonly { readonly root: XmlElement; readonly followers: readonly XmlElement[] }[] {
  const reached = new Set<XmlElement>();
  walk(entries(container, diagram), reached, diagram);
  if (reached.size === 0) return [];

  const rest = container.nodes.filter((node) => !reached.has(node));
  const loose = rest.filter(
    (node) => diagram.incoming(node).length === 0 && node.type !== 'bpmn:BoundaryEvent',
  );
  return [...loose, ...rest].flatMap((root) => {
    const [first, ...followers] = walk([root], reached, diagram);
    return first ? [{ root: first, followers }] : [];
  });
}

/** Follows flows and boundary events; gives what had not been reached before. */
function walk(
  from: readonly XmlElement[],
  reached: Set<XmlElement>,
  diagram: Diagram,
): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const pending = [...from].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    found.push(node);
    for (const flow of diagram.outgoing(node)) {
      const target = diagram.referred(flow, 'targetRef');
      if (target) pending.push(target);
    }
    pending.push(...diagram.boundaryEvents(node));
  }
  return found;
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
