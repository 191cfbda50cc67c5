import { describe } from '../diagram';
import { relatedTo } from '../related';
import type { Rule } from './rule';

const COUNTERPARTS = {
  'bpmn:InputSet': { names: 'bpmn:outputSetRefs', isNamedBy: 'bpmn:inputSetRefs' },
  'bpmn:OutputSet': { names: 'bpmn:inputSetRefs', isNamedBy: 'bpmn:outputSetRefs' },
} as const;

/** Input sets and output sets that belong together name each other. */
export const dataSetPairs: Rule = (diagram, reporter) => {
  for (const [type, { names, isNamedBy }] of Object.entries(COUNTERPARTS)) {
    for (const set of diagram.all(type)) {
      for (const other of diagram.listed(set, names)) {
        if (diagram.listed(other, isNamedBy).includes(set)) continue;
        const parameters = { element: describe(set), other: describe(other) };
        const related = relatedTo([other], diagram);
        reporter.report('data-sets-contradiction', diagram.document.place.of(set), parameters, { related });
      }
    }
  }
};
