import { defineProcess } from 'batonflow/contract';

/** Contract of Branches that overlap. Generated from overlapping.bpmn, as the workflow is. */
export const overlapping = defineProcess({
  type: 'overlapping',
  name: 'Branches that overlap',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Check: { name: 'Check order', kind: 'serviceTask' },
    AND_Fork: { kind: 'parallelGateway' },
    Task_Charge: { name: 'Charge', kind: 'serviceTask' },
    AND_Charged: { kind: 'parallelGateway' },
    Task_Bill: { name: 'Send bill', kind: 'serviceTask' },
    Task_Pack: { name: 'Pack', kind: 'serviceTask' },
    AND_Packed: { kind: 'parallelGateway' },
    AND_Ready: { name: 'Ready to ship', kind: 'parallelGateway' },
    Task_Ship: { name: 'Ship', kind: 'serviceTask' },
    End_Shipped: { name: 'Shipped', kind: 'endEvent' },
    Task_Stock: { name: 'Count stock', kind: 'serviceTask' },
    AND_Close: { name: 'Books', kind: 'parallelGateway' },
    Task_Close: { name: 'Close books', kind: 'serviceTask' },
    End_Closed: { name: 'Closed', kind: 'endEvent' },
  },
});
