import { defineProcess } from 'batonflow/contract';
import { Variables, messages, tasks } from './customer-onboarding.schema';

/** The same process as the diagram customer-onboarding.bpmn, written by hand. */
export const onboardCustomer = defineProcess({
  type: 'onboardCustomer',
  name: 'Customer onboarding, in code',
  description:
    'From an application to a customer with a workspace and a billing account. Whatever stops it undoes what was done.',
  input: Variables,
  output: Variables,
  messages,
  tasks: {
    'First approval': { result: tasks.Task_FirstApproval },
    'Second approval': {
      description: 'By another person than the first.',
      result: tasks.Task_SecondApproval,
    },
  },
});
