import type { XmlElement } from '../../1-parse/xml-element';
import { type Diagram, describe, isTrue } from '../diagram';
import { isEventSubProcess } from '../event-kinds';
import type { Rule } from './rule';

/**
 * Nothing leads to start events, boundary events and event sub-processes; nothing leaves end events, event sub-processes
 * and compensation handlers, which are tied to their boundary event by an association.
 */
export const flowDirection: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const { nodes } of containers) {
    for (const node of nodes) {
      const [incoming] = diagram.incoming(node);
      if (incoming && !takesFlows(node)) {
        reporter.report('flow-target-not-allowed', document.place.of(incoming), { element: describe(node) });
      }
      const [outgoing] = diagram.outgoing(node);
      if (outgoing && !givesFlows(node, diagram)) {
        reporter.report('flow-source-not-allowed', document.place.of(outgoing), { element: describe(node) });
      }
    }
  }
};

function takesFlows(node: XmlElement): boolean {
  return node.type !== 'bpmn:StartEvent' && node.type !== 'bpmn:BoundaryEvent' && !isPassive(node);
}

function givesFlows(node: XmlElement, diagram: Diagram): boolean {
  const compensates =
    node.type === 'bpmn:BoundaryEvent' &&
    diagram.eventDefinitions(node).some(({ type }) => type === 'bpmn:CompensateEventDefinition');
  return node.type !== 'bpmn:EndEvent' && !compensates && !isPassive(node);
}

function isPassive(node: XmlElement): boolean {
  return isEventSubProcess(node) || isTrue(node.attributes.get('isForCompensation'));
}
