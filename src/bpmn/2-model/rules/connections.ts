import type { XmlElement } from '../../1-parse/xml-element';
import { type Container, type Diagram, describe, isTrue } from '../diagram';
import { isEventSubProcess, triggerKind } from '../event-kinds';
import { unreachedIn } from '../reachable';
import { relatedTo } from '../related';
import type { Rule } from './rule';

/**
 * Intermediate events lie between two elements, boundary events lead to one. Where a process or sub-process shows its
 * start, everything else has an incoming flow as well, and where it shows its ends, everything else an outgoing one.
 */
export const connections: Rule = (diagram, reporter) => {
  for (const container of diagram.containers) {
    const behind = new Map(unreachedIn(container, diagram).map(({ root, followers }) => [root, followers]));
    for (const node of container.nodes) {
      for (const direction of ['incoming', 'outgoing'] as const) {
        if (diagram[direction](node).length > 0 || !isNeeded(direction, node, container, diagram)) continue;
        const related = direction === 'incoming' ? relatedTo(behind.get(node) ?? [], diagram) : [];
        const parameters = { element: describe(node), direction };
        reporter.report('flow-missing', diagram.document.place.of(node), parameters, { related });
      }
    }
  }
};

type Direction = 'incoming' | 'outgoing';

/** Types of nodes that have no flow of a direction, and the type of nodes that makes the others need one. */
const ENDS: Readonly<Record<Direction, { readonly without: readonly string[]; readonly shown: string }>> = {
  incoming: { without: ['bpmn:StartEvent', 'bpmn:BoundaryEvent'], shown: 'bpmn:StartEvent' },
  outgoing: { without: ['bpmn:EndEvent'], shown: 'bpmn:EndEvent' },
};

function isNeeded(direction: Direction, node: XmlElement, container: Container, diagram: Diagram): boolean {
  const { without, shown } = ENDS[direction];
  if (without.includes(node.type ?? '') || isApart(direction, node, diagram)) return false;
  if (/(Intermediate(Catch|Throw)|Boundary)Event$/.test(node.type ?? '')) return true;
  const isAdHoc = container.element.type === 'bpmn:AdHocSubProcess';
  return !isAdHoc && container.nodes.some(({ type }) => type === shown);
}

/** Whether a node begins or ends by itself, without a flow. */
function isApart(direction: Direction, node: XmlElement, diagram: Diagram): boolean {
  const has = (kind: string) => diagram.eventDefinitions(node).some((one) => triggerKind(one) === kind);
  if (isEventSubProcess(node) || isTrue(node.attributes.get('isForCompensation'))) return true;
  return direction === 'incoming'
    ? (node.type === 'bpmn:IntermediateCatchEvent' && has('link')) ||
        isTrue(node.attributes.get('instantiate'))
    : (node.type === 'bpmn:IntermediateThrowEvent' && has('link')) ||
        (node.type === 'bpmn:BoundaryEvent' && has('compensate'));
}
