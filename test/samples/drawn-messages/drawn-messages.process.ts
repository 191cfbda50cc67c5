import { defineProcess } from 'batonflow/contract';

/** Contract of Buy goods. Generated from drawn-messages.bpmn, as the workflow is. */
export const goodsBuyer = defineProcess({
  type: 'goodsBuyer',
  name: 'Buy goods',
  messages: { Goods: null },
  broadcasts: {},
  elements: {
    Start_Buyer: { kind: 'startEvent' },
    Task_Order: { name: 'Order', kind: 'sendTask' },
    Task_Goods: { name: 'Get the goods', kind: 'receiveTask' },
    Task_Praise: { name: 'Write letter', kind: 'sendTask' },
    End_Buyer: { kind: 'endEvent' },
  },
});

/** Contract of Sell goods. Generated from drawn-messages.bpmn, as the workflow is. */
export const shopOfBuyer = defineProcess({
  type: 'shopOfBuyer',
  name: 'Sell goods',
  messages: { 'Order of goods': null, 'Goods picked': null },
  broadcasts: {},
  starts: { messages: { 'Order of goods': 'Start_Shop' } },
  elements: {
    Start_Shop: { kind: 'startEvent' },
    Throw_Pick: { name: 'Pick', kind: 'intermediateThrowEvent' },
    Task_Picked: { name: 'Wait for the warehouse', kind: 'receiveTask' },
    Throw_PickMore: { name: 'Pick again', kind: 'intermediateThrowEvent' },
    Task_PickedMore: { name: 'Wait for the rest', kind: 'receiveTask' },
    End_Shipped: { kind: 'endEvent' },
  },
});

/** Contract of Pick goods. Generated from drawn-messages.bpmn, as the workflow is. */
export const shopWarehouse = defineProcess({
  type: 'shopWarehouse',
  name: 'Pick goods',
  messages: { 'Goods wanted': null },
  broadcasts: {},
  starts: { messages: { 'Goods wanted': 'Start_Warehouse' } },
  elements: {
    Start_Warehouse: { name: 'Goods wanted', kind: 'startEvent' },
    Task_PickGoods: { name: 'Pick', kind: 'manualTask' },
    End_Picked: { kind: 'endEvent' },
  },
});
