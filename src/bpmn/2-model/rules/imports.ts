import { childrenOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Files do not import other diagrams (yet); imported data types and service descriptions have no effect. */
export const imports: Rule = ({ document }, reporter) => {
  for (const element of childrenOf(document.root, 'bpmn:import')) {
    if (element.attributes.get('importType') !== BPMN) continue;
    const detail = ` of another BPMN file (${element.attributes.get('location') ?? 'without location'})`;
    reporter.report('element-not-supported', document.place.of(element), {
      element: describe(element),
      detail,
    });
  }
};
