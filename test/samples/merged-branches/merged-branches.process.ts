import { defineProcess } from 'batonflow/contract';

/**
 * Contract of What follows happens for each branch. Generated from merged-branches.bpmn, as the workflow is.
 */
export const mergedBranches = defineProcess({
  type: 'mergedBranches',
  name: 'What follows happens for each branch',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    AND_Ask: { kind: 'parallelGateway' },
    Task_Mail: { name: 'Ask by mail', kind: 'serviceTask' },
    Task_Phone: { name: 'Ask by phone', kind: 'serviceTask' },
    XOR_Answer: { name: 'Answered', kind: 'exclusiveGateway' },
    Task_Note: { name: 'Note answer', kind: 'serviceTask' },
    Task_Report: { name: 'Report', kind: 'serviceTask' },
    End_Reported: { name: 'Reported', kind: 'endEvent' },
  },
});
