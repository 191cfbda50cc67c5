import { defineProcess } from 'batonflow/contract';

/** Contract of Listeners. Generated from listeners.bpmn, as the workflow is. */
export const listeners = defineProcess({
  type: 'listeners',
  name: 'Listeners',
  messages: {},
  broadcasts: {},
  tasks: { Task_Check: { name: 'Check order' } },
  elements: {
    Start: { kind: 'startEvent' },
    'Start:start': { name: 'Start: start listener', kind: 'serviceTask' },
    'Task_Check:start': { name: 'Check order: start listener', kind: 'scriptTask' },
    Task_Check: { name: 'Check order', kind: 'userTask' },
    'Task_Check:create': { name: 'Check order: create listener', kind: 'serviceTask' },
    'Task_Check:complete': { name: 'Check order: complete listener', kind: 'serviceTask' },
    'Task_Check:end': { name: 'Check order: end listener', kind: 'serviceTask' },
    'Task_Check:end2': { name: 'Check order: end listener', kind: 'serviceTask' },
    'Flow_Good:take': { name: 'good: take listener', kind: 'serviceTask' },
    'Flow_Good:take2': { name: 'good: take listener', kind: 'serviceTask' },
    End: { name: 'Approved', kind: 'endEvent' },
    Gateway: { name: 'Again?', kind: 'exclusiveGateway' },
    'End_Bad:end': { name: 'Refused: end listener', kind: 'serviceTask' },
    End_Bad: { name: 'Refused', kind: 'endEvent' },
  },
});
