import { describe } from '../diagram';
import type { Rule } from './rule';

/** Camunda 7 and Flowable put who starts a process into a variable; here nobody is signed in. */
export const initiators: Rule = ({ all, document }, reporter) => {
  for (const event of all('bpmn:StartEvent')) {
    for (const name of ['camunda:initiator', 'flowable:initiator']) {
      const variable = event.attributes.get(name)?.trim();
      if (!variable) continue;
      const where = document.place.attribute(event, name);
      reporter.report('initiator-unknown', where, { variable, element: describe(event) });
    }
  }
};
