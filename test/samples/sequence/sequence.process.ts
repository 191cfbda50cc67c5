import { defineProcess } from 'batonflow/contract';

/** Contract of Every kind of step. Generated from sequence.bpmn, as the workflow is. */
export const sequence = defineProcess({
  type: 'sequence',
  name: 'Every kind of step',
  description: 'One of each kind of step, in a row.',
  messages: {},
  broadcasts: {},
  tasks: { Task_Check: { name: 'Check order', description: 'Is the address complete?' } },
  elements: {
    Start_Ordered: { name: 'Ordered', kind: 'startEvent' },
    Task_Charge: { name: 'Charge card', kind: 'serviceTask' },
    Task_Total: { name: 'Compute total', kind: 'scriptTask' },
    Task_Check: { name: 'Check order', kind: 'userTask' },
    Event_Wait: { name: 'Wait a while', kind: 'intermediateCatchEvent' },
    Event_Date: { name: 'New year', kind: 'intermediateCatchEvent' },
    Task_Note: { name: 'Note it down', kind: 'task' },
    Task_File: { name: 'File it', kind: 'manualTask' },
    Event_Milestone: { name: 'Order accepted', kind: 'intermediateThrowEvent' },
    Task_Ship: { name: 'Ship', kind: 'serviceTask' },
    End_Shipped: { name: 'Shipped', kind: 'endEvent' },
  },
});
