import type { XmlElement } from '../../1-parse/xml-element';
import { dataPartsOf } from '../data-parts';
import { type Diagram, describe } from '../diagram';
import { fits } from '../items';
import type { Rule } from './rule';

/** Send and receive tasks have at most one piece of data for their message, and it is described like the message. */
export const messageData: Rule = (diagram, reporter) => {
  for (const type of ['bpmn:SendTask', 'bpmn:ReceiveTask']) {
    for (const task of diagram.all(type)) {
      const message = diagram.referred(task, 'messageRef');
      if (!message) continue;
      for (const problem of problems(task, message, diagram)) {
        const parameters = { element: describe(task), problem };
        reporter.report('message-data', diagram.document.place.of(task), parameters);
      }
    }
  }
};

function* problems(task: XmlElement, message: XmlElement, diagram: Diagram): Generator<string> {
  const parts = dataPartsOf(task);
  const { what, data, sets } =
    task.type === 'bpmn:SendTask'
      ? { what: 'input', data: parts.inputs, sets: parts.inputSets }
      : { what: 'output', data: parts.outputs, sets: parts.outputSets };
  if (sets.length > 1) yield `has ${sets.length} ${what} sets for the ${describe(message)}`;
  if (data.length > 1) yield `has ${data.length} data ${what}s for the ${describe(message)}`;
  for (const unfit of data.filter((one) => !fits(one, message, diagram))) {
    yield `has the ${describe(unfit)}, whose item definition is not that of the ${describe(message)}`;
  }
}
