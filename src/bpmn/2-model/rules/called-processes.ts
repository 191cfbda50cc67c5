import { childrenOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** A process that is called has a start event without a trigger, if it has start events at all. */
export const calledProcesses: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  for (const { nodes } of containers) {
    for (const caller of nodes.filter(({ type }) => type === 'bpmn:CallActivity')) {
      const called = document.ids.get(caller.attributes.get('calledElement') ?? '');
      const starts = called?.type === 'bpmn:Process' ? childrenOf(called, 'bpmn:startEvent') : [];
      if (!called || starts.length === 0) continue;
      if (starts.some((start) => diagram.eventDefinitions(start).length === 0)) continue;
      const parameters = { element: describe(caller), called: describe(called) };
      reporter.report('called-process-start', document.place.of(caller), parameters);
    }
  }
};
