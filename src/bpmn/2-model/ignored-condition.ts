import type { XmlElement } from '../1-parse/xml-element';
import { type Diagram, describe } from './diagram';

const CONDITIONAL_GATEWAYS: ReadonlySet<string | undefined> = new Set([
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ComplexGateway',
]);

/** Why the condition of a flow has no effect; undefined if it has one. */
export function ignoredCondition(flow: XmlElement, diagram: Diagram): string | undefined {
  const source = diagram.referred(flow, 'sourceRef');
  if (!source) return undefined;
  if (diagram.referred(source, 'default') === flow) return 'it is the default flow';
  const conditional =
    CONDITIONAL_GATEWAYS.has(source.type) || diagram.document.isA(source.type, 'bpmn:Activity');
  return conditional ? undefined : `the ${describe(source)} takes all its flows`;
}
