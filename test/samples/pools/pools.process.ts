import { defineProcess } from 'batonflow/contract';

/** Contract of Buyer. Generated from pools.bpmn, as the workflow is. */
export const buyer = defineProcess({
  type: 'buyer',
  name: 'Buyer',
  messages: {},
  broadcasts: {},
  elements: {
    Buy_Start: { kind: 'startEvent' },
    Task_Buy: { name: 'Buy', kind: 'serviceTask' },
    Buy_End: { kind: 'endEvent' },
  },
});

/** Contract of Seller. Generated from pools.bpmn, as the workflow is. */
export const seller = defineProcess({
  type: 'seller',
  name: 'Seller',
  messages: {},
  broadcasts: {},
  elements: {
    Sell_Start: { kind: 'startEvent' },
    Task_Sell: { name: 'Sell', kind: 'serviceTask' },
    Sell_End: { kind: 'endEvent' },
  },
});
