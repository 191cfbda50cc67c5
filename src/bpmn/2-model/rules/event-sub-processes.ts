import { describe } from '../diagram';
import { isEventSubProcess } from '../event-kinds';
import type { Rule } from './rule';

/** An event sub-process has one start event. */
export const eventSubProcesses: Rule = ({ containers, document }, reporter) => {
  for (const { element, nodes } of containers) {
    const count = nodes.filter(({ type }) => type === 'bpmn:StartEvent').length;
    if (!isEventSubProcess(element) || count === 1) continue;
    reporter.report('event-sub-process-start', document.place.of(element), {
      element: describe(element),
      count,
    });
  }
};
