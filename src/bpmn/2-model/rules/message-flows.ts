import { type XmlElement, childOf, childrenOf } from '../../1-parse/xml-element';
import { type Diagram, describe } from '../diagram';
import type { Rule } from './rule';

/** Message flows connect what sends in one pool with what receives in another. */
export const messageFlows: Rule = (diagram, reporter) => {
  const { document } = diagram;
  for (const collaboration of childrenOf(document.root, 'bpmn:collaboration')) {
    for (const flow of childrenOf(collaboration, 'bpmn:messageFlow')) {
      const problem = problemOf(flow, diagram);
      if (problem === undefined) continue;
      reporter.report('message-flow-ends', document.place.of(flow), { element: describe(flow), problem });
    }
    for (const participant of childrenOf(collaboration, 'bpmn:participant')) {
      const multiplicity = childOf(participant, 'bpmn:participantMultiplicity');
      const value = multiplicity?.attributes.get('minimum');
      if (!multiplicity || value === undefined || Number(value) >= 0) continue;
      const where = document.place.attribute(multiplicity, 'minimum');
      reporter.report('participant-multiplicity', where, { element: describe(participant), value });
    }
  }
};

function problemOf(flow: XmlElement, diagram: Diagram): string | undefined {
  const source = diagram.referred(flow, 'sourceRef');
  const target = diagram.referred(flow, 'targetRef');
  if (!source || !target) return undefined; // reported in phase 1
  if (poolOf(source, diagram) === poolOf(target, diagram)) return 'stays within one pool';
  if (source.type === 'bpmn:StartEvent') return `starts at the ${describe(source)}, which only receives`;
  if (target.type === 'bpmn:EndEvent') return `leads to the ${describe(target)}, which only sends`;
  return undefined;
}

/** The process that an element is in, or that a participant stands for; a participant without one stands for itself. */
function poolOf(element: XmlElement, diagram: Diagram): XmlElement {
  if (element.type === 'bpmn:Participant') return diagram.referred(element, 'processRef') ?? element;
  let at = element;
  while (at.type !== 'bpmn:Process' && at.parent) at = at.parent;
  return at;
}
