import { describe } from '../diagram';
import type { Rule } from './rule';

const MEDIA_TYPE = /^[\w.+!#$&^-]+\/[\w.+!#$&^-]+(\s*;.*)?$/;

/** The format of documentation and text annotations is a media type. */
export const textFormats: Rule = ({ all, document }, reporter) => {
  for (const type of ['bpmn:Documentation', 'bpmn:TextAnnotation']) {
    for (const element of all(type)) {
      const format = element.attributes.get('textFormat');
      if (format === undefined || MEDIA_TYPE.test(format.trim())) continue;
      const where = document.place.attribute(element, 'textFormat');
      reporter.report('text-format', where, { element: describe(element), format });
    }
  }
};
