import { type XmlElement, childOf } from '../../1-parse/xml-element';
import { type Diagram, describe } from '../diagram';
import { haveDifferentStructures, isCollection, itemOf } from '../items';
import type { Rule } from './rule';

const ENDS = [
  { collection: 'bpmn:loopDataInputRef', single: 'bpmn:inputDataItem' },
  { collection: 'bpmn:loopDataOutputRef', single: 'bpmn:outputDataItem' },
];

/** What each instance of a multi-instance takes or gives is one item of the collection that all take from or give to. */
export const multiInstanceItems: Rule = (diagram, reporter) => {
  for (const loop of diagram.all('bpmn:MultiInstanceLoopCharacteristics')) {
    for (const { collection, single } of ENDS) {
      const [all] = diagram.listed(loop, collection);
      const one = childOf(loop, single);
      const problem = all && one && problemOf(all, one, diagram);
      if (!problem) continue;
      const parameters = { element: describe(loop.parent ?? loop), one: describe(one), problem };
      reporter.report('multi-instance-item', diagram.document.place.of(one), parameters);
    }
  }
};

function problemOf(all: XmlElement, one: XmlElement, diagram: Diagram): string | undefined {
  const [allItem, oneItem] = [itemOf(all, diagram), itemOf(one, diagram)];
  if (isCollection(oneItem ?? one)) return 'is a collection itself';
  if (allItem && oneItem && haveDifferentStructures(allItem, oneItem)) {
    return `has another structure than the items of the ${describe(all)}`;
  }
  return undefined;
}
