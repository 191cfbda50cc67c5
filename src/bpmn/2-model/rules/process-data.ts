import type { XmlElement } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** Data inputs of a process come from its caller, so nothing inside writes to them; its data outputs are not read inside. */
export const processData: Rule = (diagram, reporter) => {
  for (const association of diagram.all('bpmn:DataAssociation')) {
    for (const target of diagram.listed(association, 'bpmn:targetRef')) {
      if (isOfProcess(target, 'bpmn:DataInput')) report(association, target, 'written');
    }
    for (const source of diagram.listed(association, 'bpmn:sourceRef')) {
      if (isOfProcess(source, 'bpmn:DataOutput')) report(association, source, 'read');
    }
  }

  function report(association: XmlElement, data: XmlElement, done: string) {
    const where = diagram.document.place.of(association);
    reporter.report('process-data-direction', where, { element: describe(data), done });
  }
};

function isOfProcess(data: XmlElement, type: string): boolean {
  const specification = data.parent;
  return (
    data.type === type &&
    specification?.type === 'bpmn:InputOutputSpecification' &&
    specification.parent?.type === 'bpmn:Process'
  );
}
