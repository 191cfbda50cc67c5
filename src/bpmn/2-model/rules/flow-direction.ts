import type { XmlElement } from '../../1-parse/xml-element';
import { type Diagram, describe, isTrue } from '../diagram';
import { isEventSubProcess, triggerKind } from '../event-kinds';
import type { Rule } from './rule';

/**
 * Nothing leads to what begins by an event: start events, boundary events, catching links, event sub-processes. Nothing
 * leaves what ends a path: end events, throwing links, event sub-processes. Compensation is tied by associations only.
 */
export const flowDirection: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const { nodes } of containers) {
    for (const node of nodes) {
      const [incoming] = diagram.incoming(node);
      if (incoming && !takesFlows(node, diagram)) {
        reporter.report('flow-target-not-allowed', document.place.of(incoming), { element: describe(node) });
      }
      const [outgoing] = diagram.outgoing(node);
      if (outgoing && !givesFlows(node, diagram)) {
        reporter.report('flow-source-not-allowed', document.place.of(outgoing), { element: describe(node) });
      }
    }
  }
};

function takesFlows(node: XmlElement, diagram: Diagram): boolean {
  switch (node.type) {
    case 'bpmn:StartEvent':
    case 'bpmn:BoundaryEvent':
      return false;
    case 'bpmn:IntermediateCatchEvent':
      return !has(node, 'link', diagram);
    default:
      return !isPassive(node);
  }
}

function givesFlows(node: XmlElement, diagram: Diagram): boolean {
  switch (node.type) {
    case 'bpmn:EndEvent':
      return false;
    case 'bpmn:BoundaryEvent':
      return !has(node, 'compensate', diagram);
    case 'bpmn:IntermediateThrowEvent':
      return !has(node, 'link', diagram);
    default:
      return !isPassive(node);
  }
}

function has(event: XmlElement, trigger: string, diagram: Diagram): boolean {
  return diagram.eventDefinitions(event).some((definition) => triggerKind(definition) === trigger);
}

function isPassive(node: XmlElement): boolean {
  return isEventSubProcess(node) || isTrue(node.attributes.get('isForCompensation'));
}
