import { defineProcess } from 'batonflow/contract';

/** Contract of Task listeners. Generated from task-listeners.bpmn, as the workflow is. */
export const taskListeners = defineProcess({
  type: 'taskListeners',
  name: 'Task listeners',
  messages: {},
  broadcasts: {},
  tasks: { Task_Decide: { name: 'Decide' }, Task_Sign: { name: 'Sign' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Decide: { name: 'Decide', kind: 'userTask' },
    'Task_Decide:create2': { name: 'Decide: create listener', kind: 'serviceTask' },
    'Task_Decide:timeout': { name: 'Decide: timeout listener', kind: 'serviceTask' },
    'Task_Decide:complete': { name: 'Decide: complete listener', kind: 'serviceTask' },
    Gateway: { name: 'Decided?', kind: 'exclusiveGateway' },
    Task_Sign: { name: 'Sign', kind: 'userTask' },
    End: { name: 'Signed', kind: 'endEvent' },
    Event_Late: { name: 'late', kind: 'boundaryEvent' },
    End_Late: { name: 'Too late', kind: 'endEvent' },
  },
});
