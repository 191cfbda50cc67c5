import type { XmlElement } from '../../1-parse/xml-element';
import { type Diagram, describe } from '../diagram';
import type { Rule } from './rule';

/** Thrown errors and escalations have a code, by which they are caught. */
export const thrownCodes: Rule = (diagram, reporter) => {
  for (const type of ['bpmn:EndEvent', 'bpmn:IntermediateThrowEvent']) {
    for (const event of diagram.all(type)) {
      for (const definition of diagram.eventDefinitions(event)) {
        const where = diagram.document.place.of(definition);
        const element = describe(event);
        if (lacks(definition, 'bpmn:ErrorEventDefinition', 'errorRef', 'errorCode', diagram)) {
          reporter.report('error-code-missing', where, { element });
        }
        if (lacks(definition, 'bpmn:EscalationEventDefinition', 'escalationRef', 'escalationCode', diagram)) {
          reporter.report('escalation-code-missing', where, { element });
        }
      }
    }
  }
};

function lacks(definition: XmlElement, type: string, reference: string, code: string, diagram: Diagram) {
  if (definition.type !== type) return false;
  const target = diagram.referred(definition, reference);
  if (!target && definition.attributes.get(reference)?.trim()) return false; // leads nowhere, which is reported
  return !target?.attributes.get(code)?.trim();
}
