import { defineProcess } from 'batonflow/contract';

/** Contract of Expenses. Generated from jbpm.bpmn, as the workflow is. */
export const comExampleExpenses = defineProcess({
  type: 'comExampleExpenses',
  name: 'Expenses',
  messages: {},
  broadcasts: {},
  tasks: { Task_Approve: { name: 'Approve' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Approve: { name: 'Approve', kind: 'userTask' },
    'Task_Approve:end': { name: 'Approve: end listener', kind: 'scriptTask' },
    Gateway_Approved: { name: 'Approved?', kind: 'exclusiveGateway' },
    Task_Audit: { name: 'Audit', kind: 'businessRuleTask' },
    Task_Book: { name: 'Book it', kind: 'serviceTask' },
    Event_Later: { name: 'Later', kind: 'intermediateCatchEvent' },
    Event_Done: { name: 'Done', kind: 'intermediateThrowEvent' },
    End_Booked: { kind: 'endEvent' },
    Task_Mail: { name: 'Tell the employee', kind: 'serviceTask' },
    End_Refused: { kind: 'endEvent' },
  },
});
