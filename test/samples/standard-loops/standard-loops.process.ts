import { defineProcess } from 'batonflow/contract';

/** Contract of Standard loops. Generated from standard-loops.bpmn, as the workflow is. */
export const standardLoops = defineProcess({
  type: 'standardLoops',
  name: 'Standard loops',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Fetch: { name: 'Fetch page', kind: 'serviceTask' },
    Task_Poll: { name: 'Poll', kind: 'serviceTask' },
    Sub_Try: { name: 'Repair', kind: 'subProcess' },
    Start_Try: { kind: 'startEvent' },
    Task_Try: { name: 'Attempt', kind: 'serviceTask' },
    Event_Pause: { name: 'Pause', kind: 'intermediateCatchEvent' },
    End_Try: { kind: 'endEvent' },
    Gateway_Fork: { kind: 'parallelGateway' },
    Task_Ring: { name: 'Ring', kind: 'task' },
    Task_Call: { name: 'Call', kind: 'serviceTask' },
    Gateway_Join: { kind: 'parallelGateway' },
    End_Done: { name: 'Done', kind: 'endEvent' },
    Event_Broken: { name: 'Broken', kind: 'boundaryEvent' },
    End_Broken: { name: 'Gave up', kind: 'endEvent' },
  },
});
