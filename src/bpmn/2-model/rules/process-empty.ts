import { describe } from '../diagram';
import type { Rule } from './rule';

/** Executable processes and their sub-processes contain something. */
export const processEmpty: Rule = ({ containers, document }, reporter) => {
  for (const { element, nodes } of containers) {
    if (nodes.length > 0) continue;
    reporter.report('process-empty', document.place.of(element), { element: describe(element) });
  }
};
