import { defineProcess } from 'batonflow/contract';

/** Contract of Loops in loops. Generated from nested-loops.bpmn, as the workflow is. */
export const nestedLoops = defineProcess({
  type: 'nestedLoops',
  name: 'Loops in loops',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Plan: { name: 'Plan', kind: 'serviceTask' },
    Task_Build: { name: 'Build', kind: 'serviceTask' },
    Gateway_Built: { name: 'Built?', kind: 'exclusiveGateway' },
    Task_Test: { name: 'Test', kind: 'serviceTask' },
    Gateway_Tested: { name: 'Tested?', kind: 'exclusiveGateway' },
    Task_Release: { name: 'Release', kind: 'serviceTask' },
    Gateway_Next: { name: 'Another one?', kind: 'exclusiveGateway' },
    End: { kind: 'endEvent' },
  },
});
