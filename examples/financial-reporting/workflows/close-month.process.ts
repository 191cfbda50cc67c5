import { defineProcess } from 'batonflow/contract';
import { Variables, tasks } from './financial-reporting.schema';

/** The same process as the diagram financial-reporting.bpmn, written by hand. */
export const closeMonth = defineProcess({
  type: 'closeMonth',
  name: 'Month-end close, in code',
  description: 'From the last day of a month to published figures that people have signed.',
  input: Variables,
  output: Variables,
  tasks: {
    'Enter a correction': { result: tasks.Task_Enter },
    'Accept the differences': { result: tasks.Task_Accept },
    Sign: { result: tasks.Task_Sign },
    'Sign for the reviewers': { result: tasks.Task_Decide },
  },
});
