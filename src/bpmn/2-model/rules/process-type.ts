import { describe } from '../diagram';
import type { Rule } from './rule';

/** Executable processes are not public. */
export const processType: Rule = ({ processes, document }, reporter) => {
  for (const { element } of processes) {
    if (element.attributes.get('processType') !== 'Public') continue;
    const where = document.place.attribute(element, 'processType');
    reporter.report('process-public', where, { element: describe(element) });
  }
};
