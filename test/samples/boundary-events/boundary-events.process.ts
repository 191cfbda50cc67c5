import { defineProcess } from 'batonflow/contract';

/** Contract of Boundary events. Generated from boundary-events.bpmn, as the workflow is. */
export const boundaryEvents = defineProcess({
  type: 'boundaryEvents',
  name: 'Boundary events',
  messages: {},
  broadcasts: {},
  tasks: { Task_Fix: { name: 'Fix payment' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Charge: { name: 'Charge card', kind: 'serviceTask' },
    Event_Declined: { name: 'Declined', kind: 'boundaryEvent' },
    Task_Fix: { name: 'Fix payment', kind: 'userTask' },
    Event_Other: { name: 'Any other error', kind: 'boundaryEvent' },
    Task_Report: { name: 'Report', kind: 'serviceTask' },
    End_Failed: { name: 'Failed', kind: 'endEvent' },
    Event_Slow: { name: 'Too slow', kind: 'boundaryEvent' },
    Task_Guarded: { name: 'Look around', kind: 'task' },
    Task_Ship: { name: 'Ship', kind: 'serviceTask' },
    End_Shipped: { name: 'Shipped', kind: 'endEvent' },
  },
});
