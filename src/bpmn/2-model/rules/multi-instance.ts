import { type XmlElement, childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** A multi-instance says how often: by a number, or by a collection. */
export const multiInstance: Rule = ({ containers, document }, reporter) => {
  for (const { nodes } of containers) {
    for (const activity of nodes) {
      const loop = childOf(activity, 'bpmn:multiInstanceLoopCharacteristics');
      if (!loop || isCounted(loop)) continue;
      reporter.report('multi-instance-count', document.place.of(loop), { element: describe(activity) });
    }
  }
};

function isCounted(loop: XmlElement): boolean {
  const extensions = childOf(loop, 'bpmn:extensionElements');
  return (
    childOf(loop, 'bpmn:loopCardinality') !== undefined ||
    childOf(loop, 'bpmn:loopDataInputRef') !== undefined ||
    ['camunda:collection', 'flowable:collection'].some((name) => loop.attributes.has(name)) ||
    (extensions !== undefined && childOf(extensions, 'zeebe:loopCharacteristics') !== undefined)
  );
}
