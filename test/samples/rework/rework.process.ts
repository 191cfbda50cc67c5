import { defineProcess } from 'batonflow/contract';

/** Contract of A cycle with two entries. Generated from rework.bpmn, as the workflow is. */
export const rework = defineProcess({
  type: 'rework',
  name: 'A cycle with two entries',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Draft: { name: 'Draft', kind: 'serviceTask' },
    XOR_Kind: { name: 'Urgent?', kind: 'exclusiveGateway' },
    Task_Publish: { name: 'Publish', kind: 'serviceTask' },
    XOR_Ok: { name: 'Complaints?', kind: 'exclusiveGateway' },
    Task_Review: { name: 'Review', kind: 'serviceTask' },
    XOR_Fine: { name: 'Fine?', kind: 'exclusiveGateway' },
    End_Dropped: { name: 'Dropped', kind: 'endEvent' },
    End_Published: { name: 'Published', kind: 'endEvent' },
  },
});
