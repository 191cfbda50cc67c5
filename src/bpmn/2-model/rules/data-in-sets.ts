import { describe } from '../diagram';
import { dataPartsOf } from '../data-parts';
import type { Rule } from './rule';

/** Every data input is in at least one input set, and every data output in an output set. */
export const dataInSets: Rule = (diagram, reporter) => {
  const { document } = diagram;
  const holders = ['bpmn:InputOutputSpecification', 'bpmn:Event'].flatMap((type) => diagram.all(type));
  for (const holder of holders) {
    const { inputs, outputs, inputSets, outputSets } = dataPartsOf(holder);
    const used = new Set([
      ...inputSets.flatMap((set) => diagram.listed(set, 'bpmn:dataInputRefs')),
      ...outputSets.flatMap((set) => diagram.listed(set, 'bpmn:dataOutputRefs')),
    ]);
    for (const data of [...inputs, ...outputs].filter((one) => !used.has(one))) {
      const set = data.type === 'bpmn:DataInput' ? 'input set' : 'output set';
      reporter.report('data-in-no-set', document.place.of(data), { element: describe(data), set });
    }
  }
};
