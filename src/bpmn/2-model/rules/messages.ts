import { type XmlElement, childOf } from '../../1-parse/xml-element';
import { type Diagram, describe } from '../diagram';
import { hasEngineImplementation } from '../implementation';
import { doesWork } from '../nodes/sending-event';
import type { Rule } from './rule';
import type { Reporter } from '../../diagnostics/reporter';

/** Message events, send and receive tasks name their message and its operation. */
export const messages: Rule = (diagram, reporter) => {
  for (const { nodes } of diagram.containers) {
    for (const node of nodes) {
      if (
        node.type === 'bpmn:ReceiveTask' ||
        (node.type === 'bpmn:SendTask' && !hasEngineImplementation(node))
      ) {
        check(node, node, diagram, reporter);
      }
      for (const definition of diagram.eventDefinitions(node)) {
        const isMessage = definition.type === 'bpmn:MessageEventDefinition';
        if (isMessage && !doesWork(node, definition)) check(node, definition, diagram, reporter);
      }
    }
  }
};

function check(node: XmlElement, holder: XmlElement, diagram: Diagram, reporter: Reporter): void {
  const where = diagram.document.place.of(holder);
  const parameters = { element: describe(node) };
  if (!refersTo(holder, 'messageRef')) reporter.report('message-reference-missing', where, parameters);
  // operations belong to the standard's web services, which the engines' own dialects never use
  const needsOperation = diagram.dialect === 'bpmn' || diagram.dialect === 'signavio';
  if (needsOperation && !refersTo(holder, 'operationRef'))
    reporter.report('operation-reference-missing', where, parameters);
}

/** References are attributes of tasks, and may be elements of event definitions. */
function refersTo(holder: XmlElement, name: string): boolean {
  return !!holder.attributes.get(name)?.trim() || childOf(holder, `bpmn:${name}`) !== undefined;
}
