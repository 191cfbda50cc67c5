import { childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

/** A data object says what the data is; references to it say in which state it is. */
export const dataObjects: Rule = (diagram, reporter) => {
  const { place } = diagram.document;
  for (const object of diagram.all('bpmn:DataObject')) {
    const state = childOf(object, 'bpmn:dataState');
    if (state) reporter.report('data-object-state', place.of(state), { element: describe(object) });
  }
  for (const reference of diagram.all('bpmn:DataObjectReference')) {
    if (!reference.attributes.has('itemSubjectRef')) continue;
    const where = place.attribute(reference, 'itemSubjectRef');
    reporter.report('data-object-reference-item', where, { element: describe(reference) });
  }
};
