import { defineProcess } from 'batonflow/contract';

/** Contract of Paths that meet in different places. Generated from merges.bpmn, as the workflow is. */
export const merges = defineProcess({
  type: 'merges',
  name: 'Paths that meet in different places',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Gateway_Kind: { name: 'Kind?', kind: 'exclusiveGateway' },
    End_Refused: { name: 'Refused', kind: 'endEvent' },
    Gateway_Size: { name: 'Size?', kind: 'exclusiveGateway' },
    Task_Weigh: { name: 'Weigh', kind: 'serviceTask' },
    Task_Wrap: { name: 'Wrap', kind: 'serviceTask' },
    Task_Label: { name: 'Label', kind: 'serviceTask' },
    Task_Send: { name: 'Send', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
