import { defineProcess } from 'batonflow/contract';
import { Variables, tasks } from './order-fulfilment.schema';

/** Contract of Order fulfilment. Generated from order-fulfilment.bpmn, as the workflow is. */
export const orderFulfilment = defineProcess({
  type: 'orderFulfilment',
  name: 'Order fulfilment',
  description:
    'From a placed order to a parcel on its way, or to an order cancelled because the goods never came.',
  input: Variables,
  messages: {},
  broadcasts: {},
  tasks: { Task_FixPayment: { name: 'Fix payment', result: tasks.Task_FixPayment } },
  elements: {
    Start_OrderPlaced: { name: 'Order placed', kind: 'startEvent' },
    SubProcess_SecureStock: { name: 'Secure stock', kind: 'subProcess' },
    Start_StockNeeded: { name: 'Stock needed', kind: 'startEvent' },
    Task_CheckStock: { name: 'Check stock', kind: 'serviceTask' },
    Gateway_InStock: { name: 'In stock?', kind: 'exclusiveGateway' },
    End_StockSecured: { name: 'Stock secured', kind: 'endEvent' },
    Event_NextDay: { name: 'Next day', kind: 'intermediateCatchEvent' },
    Gateway_Fork: { name: 'Charge and pack', kind: 'parallelGateway' },
    Task_ChargeCard: { name: 'Charge card', kind: 'serviceTask' },
    Event_Declined: { name: 'Card declined', kind: 'boundaryEvent' },
    Task_FixPayment: { name: 'Fix payment', kind: 'userTask' },
    Task_Pack: { name: 'Pack', kind: 'serviceTask' },
    Gateway_Join: { kind: 'parallelGateway' },
    Task_Ship: { name: 'Ship', kind: 'serviceTask' },
    End_Shipped: { name: 'Order shipped', kind: 'endEvent' },
    Event_GiveUp: { name: 'No stock for a week', kind: 'boundaryEvent' },
    Task_CancelOrder: { name: 'Cancel order', kind: 'serviceTask' },
    End_Cancelled: { name: 'Order cancelled', kind: 'endEvent' },
  },
});
