import { type XmlElement, childrenOf } from '../../1-parse/xml-element';
import { type Diagram, describe } from '../diagram';
import type { Rule } from './rule';

/** A process that is called has a start event without a trigger, if it has start events at all. */
export const calledProcesses: Rule = (diagram, reporter) => {
  const { containers, document } = diagram;
  const waiting = new Set(
    childrenOf(document.root, 'bpmn:process').filter((process) => onlyWaits(process, diagram)),
  );
  for (const { nodes } of containers) {
    for (const caller of nodes.filter(({ type }) => type === 'bpmn:CallActivity')) {
      const called = document.ids.get(caller.attributes.get('calledElement') ?? '');
      if (!called || !waiting.has(called)) continue;
      const parameters = { element: describe(caller), called: describe(called) };
      reporter.report('called-process-start', document.place.of(caller), parameters);
    }
  }
};

function onlyWaits(process: XmlElement, diagram: Diagram): boolean {
  const starts = childrenOf(process, 'bpmn:startEvent');
  return starts.length > 0 && starts.every((start) => diagram.eventDefinitions(start).length > 0);
}
