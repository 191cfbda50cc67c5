import type { XmlElement } from '../../1-parse/xml-element';
import { dataPartsOf } from '../data-parts';
import { type Diagram, describe } from '../diagram';
import { fits, itemOf } from '../items';
import type { Rule } from './rule';

/** A service task that names an operation takes in that operation's message, and gives out its answer. */
export const operationData: Rule = (diagram, reporter) => {
  for (const task of diagram.all('bpmn:ServiceTask')) {
    const operation = diagram.referred(task, 'operationRef');
    if (!operation) continue;
    for (const problem of problems(task, operation, diagram)) {
      const parameters = { element: describe(task), operation: describe(operation), problem };
      reporter.report('operation-data', diagram.document.place.of(task), parameters);
    }
  }
};

function* problems(task: XmlElement, operation: XmlElement, diagram: Diagram): Generator<string> {
  const { inputs, outputs, inputSets, outputSets } = dataPartsOf(task);
  if (inputSets.length !== 1) yield `has ${inputSets.length} input sets instead of one`;
  if (outputSets.length > 1) yield `has ${outputSets.length} output sets instead of one`;
  for (const message of diagram.listed(operation, 'bpmn:inMessageRef')) {
    yield* unfit(inputs, 'input', message, diagram);
  }
  for (const message of diagram.listed(operation, 'bpmn:outMessageRef')) {
    yield* unfit(outputs, 'output', message, diagram);
  }
}

/** A message without an item definition carries nothing that data would be needed for. */
function* unfit(
  data: readonly XmlElement[],
  direction: string,
  message: XmlElement,
  diagram: Diagram,
): Generator<string> {
  if (!itemOf(message, diagram)) return;
  const [only] = data;
  if (!only || data.length > 1) {
    yield `has ${data.length} data ${direction}s instead of one for the ${describe(message)}`;
  } else if (!fits(only, message, diagram)) {
    yield `has the ${describe(only)}, whose item definition is not that of the ${describe(message)}`;
  }
}
