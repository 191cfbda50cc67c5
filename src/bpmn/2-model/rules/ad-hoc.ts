import { describe } from '../diagram';
import type { Rule } from './rule';

/** Ad-hoc sub-processes contain activities, and no start and end events. */
export const adHoc: Rule = ({ containers, document }, reporter) => {
  for (const { element, nodes } of containers) {
    if (element.type !== 'bpmn:AdHocSubProcess') continue;
    const where = document.place.of(element);
    if (!nodes.some(({ type }) => document.isA(type, 'bpmn:Activity'))) {
      reporter.report('ad-hoc-content', where, {
        element: describe(element),
        problem: 'contains no activity',
      });
    }
    for (const event of nodes.filter(({ type }) => type === 'bpmn:StartEvent' || type === 'bpmn:EndEvent')) {
      const problem = `contains the ${describe(event)}`;
      reporter.report('ad-hoc-content', where, { element: describe(element), problem });
    }
  }
};
