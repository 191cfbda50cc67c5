import { defineProcess } from 'batonflow/contract';
import { Variables } from './tear-down.schema';

/** The same process as the diagram tear-down.bpmn, written by hand. */
export const tearDownEnvironment = defineProcess({
  type: 'tearDownEnvironment',
  name: 'Tear down environment, in code',
  description: 'Takes an environment down again, against the order in which it was built.',
  input: Variables,
});
