import { defineProcess } from 'batonflow/contract';

/** Contract of Invoice handling. Generated from xpath.bpmn, as the workflow is. */
export const xPath = defineProcess({
  type: 'xPath',
  name: 'Invoice handling',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Approve: { name: 'Approve invoice', kind: 'serviceTask' },
    Gateway_Approved: { name: 'Approved?', kind: 'exclusiveGateway' },
    Gateway_Amount: { name: 'Much money?', kind: 'exclusiveGateway' },
    Task_Ask: { name: 'Ask the bank', kind: 'serviceTask' },
    Task_Pay: { name: 'Pay invoice', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
    Task_Correct: { name: 'Correct invoice', kind: 'serviceTask' },
  },
});
