import type { XmlElement } from '../../1-parse/xml-element';
import { type Diagram, describe } from '../diagram';
import { triggerKind } from '../event-kinds';
import type { Rule } from './rule';

/** Intermediate events lie between two elements; links have one end, the other is the link of the same name. */
export const intermediateEvents: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const { nodes } of containers) {
    for (const event of nodes) {
      for (const direction of needed(event, diagram)) {
        if (diagram[direction](event).length > 0) continue;
        const parameters = { element: describe(event), direction };
        reporter.report('event-not-connected', document.place.of(event), parameters);
      }
    }
  }
};

function needed(event: XmlElement, diagram: Diagram): readonly ('incoming' | 'outgoing')[] {
  const isLink = diagram.eventDefinitions(event).some((definition) => triggerKind(definition) === 'link');
  switch (event.type) {
    case 'bpmn:IntermediateCatchEvent':
      return isLink ? ['outgoing'] : ['incoming', 'outgoing'];
    case 'bpmn:IntermediateThrowEvent':
      return isLink ? ['incoming'] : ['incoming', 'outgoing'];
    default:
      return [];
  }
}
