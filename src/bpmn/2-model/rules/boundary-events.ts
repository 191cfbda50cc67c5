import { describe } from '../diagram';
import type { Rule } from './rule';

/** Boundary events are attached to an activity beside them. */
export const boundaryEvents: Rule = ({ containers, document, referred }, reporter) => {
  for (const { nodes } of containers) {
    for (const event of nodes.filter(({ type }) => type === 'bpmn:BoundaryEvent')) {
      const activity = referred(event, 'attachedToRef');
      if (activity && activity.parent === event.parent) continue;
      if (!activity && event.attributes.get('attachedToRef')?.trim()) continue; // reported in phase 1
      const where = document.place.attribute(event, 'attachedToRef');
      reporter.report('boundary-event-detached', where, { element: describe(event) });
    }
  }
};
