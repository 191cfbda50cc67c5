import { defineProcess } from 'batonflow/contract';
import { Variables, messages, tasks } from './employee-onboarding.schema';

/** The same process as the diagram employee-onboarding.bpmn, written by hand. */
export const onboardEmployee = defineProcess({
  type: 'onboardEmployee',
  name: 'Employee onboarding, in code',
  description:
    'From the day somebody is hired to the day they are at work. If they do not come, everything is undone.',
  input: Variables,
  output: Variables,
  messages: { HiringWithdrawn: messages.HiringWithdrawn },
  tasks: {
    'Plan first day': { result: tasks.Task_PlanFirstDay },
    'Buy licences': { result: tasks.Task_BuyLicences },
    'Confirm arrival': { result: tasks.Task_ConfirmArrival },
  },
});
