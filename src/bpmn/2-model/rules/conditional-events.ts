import { childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** Conditional events have a condition, as a formal expression. */
export const conditionalEvents: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const { nodes } of containers) {
    for (const event of nodes) {
      for (const definition of diagram.eventDefinitions(event)) {
        if (definition.type !== 'bpmn:ConditionalEventDefinition') continue;
        const condition = childOf(definition, 'bpmn:condition');
        const where = document.place.of(condition ?? definition);
        if (!condition || condition.text === '') {
          reporter.report('conditional-event-empty', where, { element: describe(event) });
        } else if (condition.type !== 'bpmn:FormalExpression') {
          reporter.report('conditional-event-informal', where, { element: describe(event) });
        }
      }
    }
  }
};
