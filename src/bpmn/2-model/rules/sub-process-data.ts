import { childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** Sub-processes have no data inputs and outputs of their own: they see the data around them. */
export const subProcessData: Rule = (diagram, reporter) => {
  for (const subProcess of diagram.all('bpmn:SubProcess')) {
    const specification = childOf(subProcess, 'bpmn:ioSpecification');
    if (!specification) continue;
    const where = diagram.document.place.of(specification);
    reporter.report('sub-process-data', where, { element: describe(subProcess) });
  }
};
