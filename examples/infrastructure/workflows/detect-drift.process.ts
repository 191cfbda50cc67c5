import { defineProcess } from 'batonflow/contract';
import { Variables } from './drift-check.schema';

/** The same process as the diagram drift-check.bpmn, written by hand; the diagram's has the schedule. */
export const detectDrift = defineProcess({
  type: 'detectDrift',
  name: 'Drift check, in code',
  description: 'Is what the providers have still what the inventory says?',
  input: Variables,
});
