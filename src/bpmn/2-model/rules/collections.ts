import { describe } from '../diagram';
import { isCollection, itemOf } from '../items';
import type { Rule } from './rule';

/** Data is a collection exactly if its item definition says so. */
export const collections: Rule = (diagram, reporter) => {
  for (const type of ['bpmn:DataInput', 'bpmn:DataOutput', 'bpmn:DataObject']) {
    for (const data of diagram.all(type)) {
      const item = itemOf(data, diagram);
      if (!item || isCollection(item) === isCollection(data)) continue;
      const where = diagram.document.place.attribute(data, 'isCollection');
      const [is, other] = isCollection(data) ? ['is', 'is not'] : ['is not', 'is'];
      const parameters = { element: describe(data), is, item: describe(item), other };
      reporter.report('collection-mismatch', where, parameters);
    }
  }
};
