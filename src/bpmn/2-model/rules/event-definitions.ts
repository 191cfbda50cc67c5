import { describe } from '../diagram';
import { type AllowedTriggers, allowedTriggers, triggerKind } from '../event-kinds';
import type { Rule } from './rule';

/** Events have triggers that mean something where they stand. */
export const eventDefinitions: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const { nodes } of containers) {
    for (const event of nodes.filter(({ type }) => document.isA(type, 'bpmn:Event'))) {
      const allowed = allowedTriggers(event, diagram);
      const definitions = diagram.eventDefinitions(event);
      if (definitions.length === 0 && !allowed.none) {
        reporter.report('event-definition-missing', document.place.of(event), { element: describe(event) });
      }
      for (const definition of definitions) {
        const trigger = triggerKind(definition);
        if (allowed.kinds.some((kind) => kind === trigger)) continue;
        const where = document.place.of(definition.parent === event ? definition : event);
        const parameters = {
          element: describe(event),
          trigger,
          allowed: text(allowed),
        };
        reporter.report('event-definition-not-allowed', where, parameters);
      }
    }
  }
};

function text({ none, kinds }: AllowedTriggers): string {
  if (kinds.length === 0) return 'it must be a plain one';
  return `possible are ${[...(none ? ['none'] : []), ...kinds].join(', ')}`;
}
