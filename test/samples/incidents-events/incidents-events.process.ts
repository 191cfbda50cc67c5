import { defineProcess } from 'batonflow/contract';

/** Contract of Rent reminder. Generated from incidents-events.bpmn, as the workflow is. */
export const rentReminder = defineProcess({
  type: 'rentReminder',
  name: 'Rent reminder',
  incidents: true,
  messages: { 'Rent paid': null },
  broadcasts: {},
  tasks: { Task_Remind: { name: 'Remind the tenant' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Remind: { name: 'Remind the tenant', kind: 'userTask' },
    'Task_Remind:completing': { name: 'Remind the tenant: completing listener', kind: 'serviceTask' },
    Event_Slow: { name: 'No reply', kind: 'boundaryEvent' },
    Gateway_Reminded: { kind: 'exclusiveGateway' },
    Gateway_Paid: { name: 'Paid?', kind: 'eventBasedGateway' },
    Event_Paid: { name: 'Rent paid', kind: 'intermediateCatchEvent' },
    End_Paid: { name: 'Paid', kind: 'endEvent' },
    Event_Week: { name: 'A week later', kind: 'intermediateCatchEvent' },
    End_Owed: { name: 'Owed', kind: 'endEvent' },
    Sub_Cancelled: { name: 'Contract cancelled', kind: 'subProcess' },
    Start_Cancelled: { kind: 'startEvent' },
    End_Cancelled: { name: 'Cancelled', kind: 'endEvent' },
  },
});
