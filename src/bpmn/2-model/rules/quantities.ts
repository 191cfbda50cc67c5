import { describe } from '../diagram';
import type { Rule } from './rule';

/** Activities start with at least one token and pass on at least one. */
export const quantities: Rule = ({ containers, document }, reporter) => {
  for (const { nodes } of containers) {
    for (const activity of nodes) {
      for (const attribute of ['startQuantity', 'completionQuantity']) {
        const value = activity.attributes.get(attribute);
        if (value === undefined || Number(value) >= 1) continue;
        const where = document.place.attribute(activity, attribute);
        reporter.report('quantity-invalid', where, { element: describe(activity), attribute, value });
      }
    }
  }
};
