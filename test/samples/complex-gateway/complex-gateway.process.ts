import { defineProcess } from 'batonflow/contract';

/** Contract of Two offers of three are enough. Generated from complex-gateway.bpmn, as the workflow is. */
export const complexGateway = defineProcess({
  type: 'complexGateway',
  name: 'Two offers of three are enough',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    AND_Ask: { kind: 'parallelGateway' },
    Task_OfferA: { name: 'Ask A', kind: 'serviceTask' },
    Task_OfferB: { name: 'Ask B', kind: 'serviceTask' },
    Task_OfferC: { name: 'Ask C', kind: 'serviceTask' },
    CPX_Enough: { name: 'Two are enough', kind: 'complexGateway' },
    Task_Order: { name: 'Order', kind: 'serviceTask' },
    End_Ordered: { name: 'Ordered', kind: 'endEvent' },
  },
});
