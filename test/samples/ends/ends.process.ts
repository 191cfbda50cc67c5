import { defineProcess } from 'batonflow/contract';

/** Contract of Ways to end. Generated from ends.bpmn, as the workflow is. */
export const ends = defineProcess({
  type: 'ends',
  name: 'Ways to end',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Fork: { kind: 'parallelGateway' },
    Task_Search: { name: 'Search', kind: 'serviceTask' },
    Gateway_Found: { name: 'Found?', kind: 'exclusiveGateway' },
    End_Found: { name: 'Found', kind: 'endEvent' },
    Task_Report: { name: 'Report', kind: 'serviceTask' },
    Event_Late: { name: 'Late', kind: 'intermediateCatchEvent' },
    Task_Watch: { name: 'Watch the clock', kind: 'serviceTask' },
    End_Late: { name: 'Late', kind: 'endEvent' },
  },
});
