import { describe, isTrue } from '../diagram';
import type { Rule } from './rule';

/** Sequence flows of executable processes are immediate. */
export const flowImmediate: Rule = ({ containers, document }, reporter) => {
  for (const { flows } of containers) {
    for (const flow of flows) {
      const immediate = flow.attributes.get('isImmediate');
      if (immediate === undefined || isTrue(immediate)) continue;
      const where = document.place.attribute(flow, 'isImmediate');
      reporter.report('flow-immediate', where, { element: describe(flow) });
    }
  }
};
