import { defineProcess } from 'batonflow/contract';

/** Contract of Listeners inside of mappings. Generated from listeners-mapped.bpmn, as the workflow is. */
export const listenersMapped = defineProcess({
  type: 'listenersMapped',
  name: 'Listeners inside of mappings',
  messages: {},
  broadcasts: {},
  tasks: { Task_Review: { name: 'Review' }, Task_Count: { name: 'Count on' } },
  elements: {
    Start: { kind: 'startEvent' },
    'Task_Review:start': { name: 'Review: start listener', kind: 'scriptTask' },
    Task_Review: { name: 'Review', kind: 'userTask' },
    'Task_Review:end': { name: 'Review: end listener', kind: 'scriptTask' },
    'Sub_Count:start': { name: 'Count: start listener', kind: 'scriptTask' },
    Sub_Count: { name: 'Count', kind: 'subProcess' },
    Start_Count: { kind: 'startEvent' },
    Task_Count: { name: 'Count on', kind: 'userTask' },
    End_Count: { kind: 'endEvent' },
    'Sub_Count:end': { name: 'Count: end listener', kind: 'serviceTask' },
    Task_Note: { name: 'Note', kind: 'serviceTask' },
    'Task_Note:end': { name: 'Note: end listener', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
    Event_TooMany: { name: 'Too many', kind: 'boundaryEvent' },
    End_TooMany: { kind: 'endEvent' },
  },
});
