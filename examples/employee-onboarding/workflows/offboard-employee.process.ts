import { defineProcess } from 'batonflow/contract';
import { Variables, tasks } from './employee-offboarding.schema';

/** The same process as the diagram employee-offboarding.bpmn, written by hand. */
export const offboardEmployee = defineProcess({
  type: 'offboardEmployee',
  name: 'Employee off-boarding, in code',
  description:
    'The reverse of the onboarding: everything that somebody was given goes back on their last day.',
  input: Variables,
  output: Variables,
  tasks: {
    'Plan handover': { result: tasks.Task_PlanHandover },
    'Collect laptop': { result: tasks.Task_CollectLaptop },
  },
});
