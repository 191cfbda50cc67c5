import { type XmlElement, childrenOf } from '../../1-parse/xml-element';
import { type Diagram, describe } from '../diagram';
import type { Rule } from './rule';

/** A process that is called has a start event without a trigger, if it has start events at all. */
export const calledProcesses: Rule = (diagram, reporter) => {
  for (const caller of diagram.all('bpmn:CallActivity')) {
    const called = diagram.referred(caller, 'calledElement');
    if (!called || !onlyWaits(called, diagram)) continue;
    const parameters = { element: describe(caller), called: describe(called) };
    reporter.report('called-process-start', diagram.document.place.of(caller), parameters);
  }
};

function onlyWaits(process: XmlElement, diagram: Diagram): boolean {
  const starts = childrenOf(process, 'bpmn:startEvent');
  return starts.length > 0 && starts.every((start) => diagram.eventDefinitions(start).length > 0);
}
