import { describe, isTrue } from '../diagram';
import { triggerKind } from '../event-kinds';
import type { Rule } from './rule';

/** Compensation boundary events are tied to the activity that undoes the work. */
export const compensationHandlers: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const { nodes } of containers) {
    for (const event of nodes.filter(({ type }) => type === 'bpmn:BoundaryEvent')) {
      const compensates = diagram.eventDefinitions(event).some((one) => triggerKind(one) === 'compensate');
      const handlers = diagram
        .associated(event)
        .filter(({ attributes }) => isTrue(attributes.get('isForCompensation')));
      if (!compensates || handlers.length > 0) continue;
      reporter.report('compensation-handler-missing', document.place.of(event), { element: describe(event) });
    }
  }
};
