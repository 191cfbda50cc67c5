import { compensationHandlers as handlersOf, isCompensationEvent } from '../compensation';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** Compensation boundary events are tied to the activity that undoes the work. */
export const compensationHandlers: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const { nodes } of containers) {
    for (const event of nodes.filter(({ type }) => type === 'bpmn:BoundaryEvent')) {
      if (!isCompensationEvent(event, diagram) || handlersOf(event, diagram).length > 0) continue;
      reporter.report('compensation-handler-missing', document.place.of(event), { element: describe(event) });
    }
  }
};
