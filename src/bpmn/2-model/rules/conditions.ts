import { childOf } from '../../1-parse/xml-element';
import { type Diagram, describe } from '../diagram';
import { ignoredCondition } from '../ignored-condition';
import type { Rule } from './rule';
import type { Reporter } from '../../diagnostics/reporter';
import type { XmlElement } from '../../1-parse/xml-element';

/** Where the standard does not just ignore conditions, but has no place for them. (Event-based gateways have a rule.) */
const FORBIDDEN: ReadonlySet<string | undefined> = new Set(['bpmn:StartEvent', 'bpmn:ParallelGateway']);

/**
 * Conditions stand where they are looked at, and where one is looked at there is one: otherwise a flow is taken that was
 * not meant to be.
 */
export const conditions: Rule = (diagram, reporter) => {
  for (const { flows, nodes } of diagram.containers) {
    for (const flow of flows) checkIgnored(flow, diagram, reporter);
    for (const node of nodes) {
      if (node.type === 'bpmn:ExclusiveGateway') checkMissing(node, diagram, reporter);
      if (diagram.document.isA(node.type, 'bpmn:Activity')) checkSingle(node, diagram, reporter);
    }
  }
};

function checkIgnored(flow: XmlElement, diagram: Diagram, reporter: Reporter): void {
  const condition = childOf(flow, 'bpmn:conditionExpression');
  const reason = condition && ignoredCondition(flow, diagram);
  if (!condition || reason === undefined) return;
  const where = diagram.document.place.of(condition);
  const isForbidden = FORBIDDEN.has(diagram.referred(flow, 'sourceRef')?.type);
  reporter.report(isForbidden ? 'condition-not-allowed' : 'condition-ignored', where, {
    element: describe(flow),
    reason,
  });
}

function checkMissing(gateway: XmlElement, diagram: Diagram, reporter: Reporter): void {
  const { place } = diagram.document;
  const outgoing = diagram.outgoing(gateway);
  if (outgoing.length < 2) return;
  const element = describe(gateway);
  const defaultFlow = diagram.referred(gateway, 'default');
  for (const flow of outgoing) {
    if (flow === defaultFlow || childOf(flow, 'bpmn:conditionExpression')) continue;
    reporter.report('condition-missing', place.of(flow), { element: describe(flow), source: element });
  }
}

function checkSingle(activity: XmlElement, diagram: Diagram, reporter: Reporter): void {
  const outgoing = diagram.outgoing(activity);
  const [only] = outgoing;
  const condition = only && childOf(only, 'bpmn:conditionExpression');
  if (!condition || outgoing.length > 1 || ignoredCondition(only, diagram) !== undefined) return;
  const parameters = { element: describe(only), source: describe(activity) };
  reporter.report('flow-single-conditional', diagram.document.place.of(condition), parameters);
}
