import { type XmlElement, childOf } from '../../1-parse/xml-element';
import { describe } from '../diagram';
import { openVariable } from '../open-values';
import { isProcessStart } from '../timers';
import type { Rule } from './rule';

const FORMS = ['timeDate', 'timeDuration', 'timeCycle'];

/** A timer says when it fires, in one form only; if it does not, a variable does. */
export const timers: Rule = (diagram, reporter) => {
  for (const definition of diagram.all('bpmn:TimerEventDefinition')) {
    const forms = FORMS.flatMap((form) => childOf(definition, `bpmn:${form}`) ?? []);
    const count = forms.length;
    const where = diagram.document.place.of(definition);
    const element = describe(definition.parent ?? definition);
    if (count < 2 && forms.every(({ text }) => text === '')) {
      reporter.report('timer-empty', where, { element, instead: instead(definition) });
    }
    if (count > 1) reporter.report('timer-definition', where, { element, count });
  }
};

function instead(definition: XmlElement): string {
  const event = definition.parent ?? definition;
  return isProcessStart(event)
    ? 'only clients start it'
    : `the variable "${openVariable('time', event)}" does`;
}
