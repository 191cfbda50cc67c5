import { describe } from '../diagram';
import { isEventSubProcess } from '../event-kinds';
import { entries } from '../reachable';
import { relatedTo } from '../related';
import type { Rule } from './rule';

/** A process or sub-process can start, the latter in one way only, and shows both its start and its ends or neither. */
export const startsAndEnds: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const container of containers) {
    const { element, nodes } = container;
    if (nodes.length === 0 || element.type === 'bpmn:AdHocSubProcess') continue;
    const where = document.place.of(element);
    const starts = nodes.filter(({ type }) => type === 'bpmn:StartEvent');
    const plain = starts.filter((start) => diagram.eventDefinitions(start).length === 0);
    const ends = nodes.filter(({ type }) => type === 'bpmn:EndEvent');

    if (entries(container, diagram).length === 0) {
      reporter.report('start-event-missing', where, { element: describe(element) });
    }
    if (plain.length > 1 && element.type !== 'bpmn:Process' && !isEventSubProcess(element)) {
      const related = relatedTo(plain, diagram);
      const parameters = { element: describe(element), count: plain.length };
      reporter.report('start-event-several', where, parameters, { related });
    }
    if (starts.length === 0 && ends.length > 0) {
      const related = relatedTo(ends, diagram);
      reporter.report('start-event-absent', where, { element: describe(element) }, { related });
    }
    if (starts.length > 0 && ends.length === 0) {
      const related = relatedTo(starts, diagram);
      reporter.report('end-event-missing', where, { element: describe(element) }, { related });
    }
  }
};
