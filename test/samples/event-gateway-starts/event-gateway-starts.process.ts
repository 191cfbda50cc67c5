import { defineProcess } from 'batonflow/contract';

/**
 * Contract of A claim, or a storm, starts it. Generated from event-gateway-starts.bpmn, as the workflow is.
 */
export const claim = defineProcess({
  type: 'claim',
  name: 'A claim, or a storm, starts it',
  messages: { 'Damage reported': null },
  broadcasts: { Storm: null },
  starts: { messages: { 'Damage reported': 'Receive_Call' }, signals: { Storm: 'Event_Storm' } },
  elements: {
    Event_Storm: { name: 'Storm', kind: 'intermediateCatchEvent' },
    Task_Visit: { name: 'Visit', kind: 'serviceTask' },
    Receive_Call: { name: 'Damage reported', kind: 'receiveTask' },
    Task_Pay: { name: 'Pay', kind: 'serviceTask' },
    End_Paid: { kind: 'endEvent' },
  },
});

/**
 * Contract of The first of two events starts it, the other one is waited for. Generated from
 * event-gateway-starts.bpmn, as the workflow is.
 */
export const shipment = defineProcess({
  type: 'shipment',
  name: 'The first of two events starts it, the other one is waited for',
  messages: { 'Goods packed': null, 'Invoice paid': null },
  broadcasts: {},
  starts: { messages: { 'Goods packed': 'Event_Packed', 'Invoice paid': 'Event_Paid' } },
  elements: {
    Gateway_Both: { name: 'Packed and paid', kind: 'eventBasedGateway' },
    Event_Packed: { name: 'Goods packed', kind: 'intermediateCatchEvent' },
    Task_Weigh: { name: 'Weigh', kind: 'serviceTask' },
    Event_Paid: { name: 'Invoice paid', kind: 'intermediateCatchEvent' },
    Gateway_Join: { kind: 'parallelGateway' },
    Task_Ship: { name: 'Ship', kind: 'serviceTask' },
    End_Shipped: { kind: 'endEvent' },
  },
});
