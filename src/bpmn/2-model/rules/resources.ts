import { type XmlElement, childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** Who does something is named, with parameters if need be, or is found by an expression: one of the two. */
export const resources: Rule = ({ all, document }, reporter) => {
  for (const role of all('bpmn:ResourceRole')) {
    const problem = problemOf(role);
    if (problem === undefined) continue;
    const parameters = { element: describe(role), owner: describe(role.parent ?? role), problem };
    reporter.report('resource-ambiguous', document.place.of(role), parameters);
  }
};

function problemOf(role: XmlElement): string | undefined {
  const isNamed = childOf(role, 'bpmn:resourceRef') !== undefined;
  if (isNamed && childOf(role, 'bpmn:resourceAssignmentExpression')) {
    return 'names a resource and has an expression';
  }
  const hasParameters = childOf(role, 'bpmn:resourceParameterBinding') !== undefined;
  return hasParameters && !isNamed ? 'has parameters, but names no resource that takes them' : undefined;
}
