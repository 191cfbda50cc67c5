import type { Context, ElementReader } from '../element-reader';
import type { Mapping, Mappings } from '../types';
import { bpmnMappings } from './bpmn';
import { camundaMappings } from './camunda';
import { zeebeMappings, zeebeOutputs } from './zeebe';

/** The mappings of an activity, of whatever dialect, in document order; undefined where there are none. */
export function readMappings(reader: ElementReader, context: Context): Partial<Mappings> {
  const all = [
    bpmnMappings(reader, context),
    zeebeMappings(reader, context),
    camundaMappings(reader, context),
  ];
  const inputs = all.flatMap((one) => one.inputs);
  const outputs = all.flatMap((one) => one.outputs);
  const seenBy = all.flatMap((one) => one.seenBy ?? []);
  return {
    ...(inputs.length > 0 && { inputs: Object.freeze(inputs) }),
    ...(outputs.length > 0 && { outputs: Object.freeze(outputs) }),
    ...(all.some(({ resultGoesOut }) => resultGoesOut === true) && { resultGoesOut: true }),
    ...(seenBy.length > 0 && { seenBy: Object.freeze(seenBy) }),
  };
}

/**
 * What becomes of that which comes with a boundary event, or starts an event sub-process. Neither dialect of Camunda has
 * inputs there, and Camunda 7 has no mappings at all.
 */
export function readEventOutputs(
  reader: ElementReader,
  context: Context,
): Pick<Partial<Mappings>, 'outputs'> {
  return outputsOf([...bpmnMappings(reader, context).outputs, ...zeebeOutputs(reader, context)]);
}

/** What Camunda 8 makes of the input of a process, or of what is there when a sub-process begins. */
export function readStartOutputs(
  reader: ElementReader,
  context: Context,
): Pick<Partial<Mappings>, 'outputs'> {
  return outputsOf(zeebeOutputs(reader, context));
}

function outputsOf(outputs: readonly Mapping[]): Pick<Partial<Mappings>, 'outputs'> {
  return outputs.length > 0 ? { outputs: Object.freeze(outputs) } : {};
}
