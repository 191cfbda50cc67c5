import { type XmlElement, childOf } from '../../1-parse/xml-element';
import { type DataParts, dataPartsOf } from '../data-parts';
import { type Diagram, describe } from '../diagram';
import { areDifferent, itemOf } from '../items';
import type { Rule } from './rule';

const PARTS = [
  { part: 'inputs', what: 'data inputs' },
  { part: 'outputs', what: 'data outputs' },
  { part: 'inputSets', what: 'input sets' },
  { part: 'outputSets', what: 'output sets' },
] as const satisfies readonly { part: keyof DataParts; what: string }[];

/** A call activity has exactly the data inputs and outputs of what it calls, where one of them declares any. */
export const callData: Rule = (diagram, reporter) => {
  for (const caller of diagram.all('bpmn:CallActivity')) {
    const called = diagram.referred(caller, 'calledElement');
    if (!called || ![caller, called].some((one) => childOf(one, 'bpmn:ioSpecification'))) continue;
    for (const problem of problems(caller, called, diagram)) {
      const parameters = { element: describe(caller), called: describe(called), problem };
      reporter.report('call-data', diagram.document.place.of(caller), parameters);
    }
  }
};

function* problems(caller: XmlElement, called: XmlElement, diagram: Diagram): Generator<string> {
  const [given, wanted] = [dataPartsOf(caller), dataPartsOf(called)];
  for (const { part, what } of PARTS) {
    if (given[part].length !== wanted[part].length) {
      yield `${what}: ${given[part].length} instead of ${wanted[part].length}`;
      continue;
    }
    for (const data of withoutCounterpart(given[part], wanted[part], diagram)) {
      yield `nothing has the item definition of the ${describe(data)}`;
    }
  }
}

/** In whatever order: names may differ, so only the item definitions tell which data belongs together. */
function withoutCounterpart(
  given: readonly XmlElement[],
  wanted: readonly XmlElement[],
  diagram: Diagram,
): readonly XmlElement[] {
  const free = new Set(wanted);
  return given.filter((data) => {
    const item = itemOf(data, diagram);
    const counterpart = [...free].find((other) => {
      const otherItem = itemOf(other, diagram);
      return !item || !otherItem || !areDifferent(item, otherItem);
    });
    if (counterpart) free.delete(counterpart);
    return !counterpart;
  });
}
