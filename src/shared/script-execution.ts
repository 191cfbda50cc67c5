/**
 * What scripts in JavaScript may call on `execution`, the object of Camunda 7: with these a script still runs in the
 * workflow. One list for the compiler, which looks for anything else, and the runtime, which has to have them.
 */
export const SCRIPT_EXECUTION = [
  'getVariable',
  'setVariable',
  'hasVariable',
  'removeVariable',
  'getVariables',
  'setVariables',
  'getCurrentActivityId',
  'getProcessInstanceId',
] as const;
