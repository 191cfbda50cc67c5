import { childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import type { Rule } from './rule';

const FORMS = ['timeDate', 'timeDuration', 'timeCycle'];

/** A timer says when it fires, in one form only. */
export const timers: Rule = (diagram, reporter) => {
  for (const definition of diagram.all('bpmn:TimerEventDefinition')) {
    const count = FORMS.filter((form) => childOf(definition, `bpmn:${form}`)).length;
    const where = diagram.document.place.of(definition);
    const element = describe(definition.parent ?? definition);
    if (count === 0) reporter.report('timer-empty', where, { element });
    if (count > 1) reporter.report('timer-definition', where, { element, count });
  }
};
