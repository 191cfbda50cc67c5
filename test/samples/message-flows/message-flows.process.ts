import { defineProcess } from 'batonflow/contract';

/** Contract of Order bread. Generated from message-flows.bpmn, as the workflow is. */
export const breadCustomer = defineProcess({
  type: 'breadCustomer',
  name: 'Order bread',
  messages: { 'Bread confirmed': null },
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Throw_Order: { name: 'Order bread', kind: 'intermediateThrowEvent' },
    Receive_Confirmation: { name: 'Wait for the confirmation', kind: 'receiveTask' },
    Task_Rate: { name: 'Rate', kind: 'businessRuleTask' },
    Throw_SoldOut: { name: 'Sold out', kind: 'intermediateThrowEvent' },
    End_Told: { name: 'Tell everybody', kind: 'endEvent' },
  },
});

/** Contract of Bake bread. Generated from message-flows.bpmn, as the workflow is. */
export const bakery = defineProcess({
  type: 'bakery',
  name: 'Bake bread',
  messages: { 'Bread ordered': null },
  broadcasts: { 'Market day': null },
  starts: { messages: { 'Bread ordered': 'Start_Bakery' }, signals: { 'Market day': 'Start_Bakery' } },
  elements: {
    Start_Bakery: { name: 'Ordered, or market day', kind: 'startEvent' },
    Task_Bake: { name: 'Bake', kind: 'manualTask' },
    Gateway_Ordered: { name: 'Ordered?', kind: 'exclusiveGateway' },
    End_Baked: { name: 'Confirmed, and told', kind: 'endEvent' },
    End_Confirmed: { name: 'Confirmed', kind: 'endEvent' },
  },
});

/** Contract of Take in a delivery. Generated from message-flows.bpmn, as the workflow is. */
export const deliveries = defineProcess({
  type: 'deliveries',
  name: 'Take in a delivery',
  messages: { 'Flour delivered': null, 'Bill for flour': null },
  broadcasts: {},
  starts: { messages: { 'Flour delivered': 'Receive_Flour' } },
  elements: {
    Receive_Flour: { name: 'Flour delivered', kind: 'receiveTask' },
    Task_Stow: { name: 'Stow', kind: 'task' },
    Event_Bill: { name: 'Bill, or thirty days', kind: 'intermediateCatchEvent' },
    Task_Pay: { name: 'Pay', kind: 'task' },
  },
});
