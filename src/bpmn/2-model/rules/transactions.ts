import type { XmlElement } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import { triggerKind } from '../event-kinds';
import { relatedTo } from '../related';
import type { Rule } from './rule';

/** A transaction that can be cancelled says where the process goes on then. */
export const transactions: Rule = (diagram, reporter) => {
  const isCancel = (event: XmlElement) =>
    diagram.eventDefinitions(event).some((definition) => triggerKind(definition) === 'cancel');
  for (const { element, nodes } of diagram.containers) {
    const ends = nodes.filter((node) => node.type === 'bpmn:EndEvent' && isCancel(node));
    if (element.type !== 'bpmn:Transaction' || ends.length === 0) continue;
    if (diagram.boundaryEvents(element).some(isCancel)) continue;
    const where = diagram.document.place.of(element);
    const related = relatedTo(ends, diagram);
    reporter.report('cancel-boundary-missing', where, { element: describe(element) }, { related });
  }
};
