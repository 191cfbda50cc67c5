import { defineProcess } from 'batonflow/contract';

/** Contract of What a parcel needs. Generated from inclusive.bpmn, as the workflow is. */
export const inclusive = defineProcess({
  type: 'inclusive',
  name: 'What a parcel needs',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Weigh: { name: 'Weigh', kind: 'serviceTask' },
    OR_Needs: { name: 'What does it need?', kind: 'inclusiveGateway' },
    Task_Wrap: { name: 'Wrap', kind: 'serviceTask' },
    Task_Crane: { name: 'Order crane', kind: 'serviceTask' },
    OR_Ready: { kind: 'inclusiveGateway' },
    Task_Ship: { name: 'Ship', kind: 'serviceTask' },
    End_Shipped: { name: 'Shipped', kind: 'endEvent' },
  },
});
