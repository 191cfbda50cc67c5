import { defineProcess } from 'batonflow/contract';

/** Contract of Scripts. Generated from javascript.bpmn, as the workflow is. */
export const javaScript = defineProcess({
  type: 'javaScript',
  name: 'Scripts',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Total: { name: 'Total', kind: 'scriptTask' },
    Task_Lines: { name: 'Count lines', kind: 'scriptTask' },
    Gateway: { name: 'Expensive?', kind: 'exclusiveGateway' },
    Task_Approve: { name: 'Approve', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
