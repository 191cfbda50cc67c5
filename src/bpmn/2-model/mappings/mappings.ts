import type { Context, ElementReader } from '../element-reader';
import type { Mappings } from '../types';
import { bpmnMappings } from './bpmn';
import { camundaMappings } from './camunda';
import { zeebeMappings } from './zeebe';

/** The mappings of an activity, of whatever dialect, in document order; undefined where there are none. */
export function readMappings(reader: ElementReader, context: Context): Partial<Mappings> {
  const all = [
    bpmnMappings(reader, context),
    zeebeMappings(reader, context),
    camundaMappings(reader, context),
  ];
  const inputs = all.flatMap((one) => one.inputs);
  const outputs = all.flatMap((one) => one.outputs);
  return {
    ...(inputs.length > 0 && { inputs: Object.freeze(inputs) }),
    ...(outputs.length > 0 && { outputs: Object.freeze(outputs) }),
    ...(all.some(({ resultGoesOut }) => resultGoesOut === true) && { resultGoesOut: true }),
  };
}
