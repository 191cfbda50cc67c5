import { defineProcess } from 'batonflow/contract';

/** Contract of Events to wait for. Generated from events.bpmn, as the workflow is. */
export const restock = defineProcess({
  type: 'restock',
  name: 'Events to wait for',
  messages: { Restocked: null, 'Picked up': null, 'Order cancelled': null },
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Gateway_Goods: { name: 'Goods or give up?', kind: 'eventBasedGateway' },
    Event_Restocked: { name: 'Restocked', kind: 'intermediateCatchEvent' },
    Event_GiveUp: { name: 'After a week', kind: 'intermediateCatchEvent' },
    Task_Apologise: { name: 'Apologise', kind: 'serviceTask' },
    End_GivenUp: { kind: 'endEvent' },
    Event_Found: { name: 'Found some elsewhere', kind: 'intermediateCatchEvent' },
    Task_Pack: { name: 'Pack', kind: 'serviceTask' },
    Task_PickUp: { name: 'Wait for the carrier', kind: 'receiveTask' },
    End_Shipped: { name: 'Shipped', kind: 'endEvent' },
    Event_Cancelled: { name: 'Cancelled', kind: 'boundaryEvent' },
    End_Cancelled: { name: 'Cancelled in time', kind: 'endEvent' },
  },
});
