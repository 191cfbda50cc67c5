import { defineProcess } from 'batonflow/contract';
import { Variables, tasks } from './typed.schema';

/** Contract of Choices with types. Generated from typed.bpmn, as the workflow is. */
export const typed = defineProcess({
  type: 'typed',
  name: 'Choices with types',
  input: Variables,
  messages: {},
  broadcasts: {},
  tasks: { Task_Approve: { name: 'Approve', result: tasks.Task_Approve } },
  elements: {
    Start: { name: 'Claim received', kind: 'startEvent' },
    Task_Assess: { name: 'Assess', kind: 'serviceTask' },
    Gateway_Verdict: { name: 'Verdict?', kind: 'exclusiveGateway' },
    Gateway_Amount: { name: 'How much?', kind: 'exclusiveGateway' },
    Task_Approve: { name: 'Approve', kind: 'userTask' },
    Gateway_Approved: { name: 'Approved?', kind: 'exclusiveGateway' },
    End_Rejected: { name: 'Rejected', kind: 'endEvent' },
    Task_Pay: { name: 'Pay', kind: 'serviceTask' },
    End_Paid: { name: 'Paid', kind: 'endEvent' },
  },
});
