import { defineProcess } from 'batonflow/contract';
import { Variables, tasks } from './order-fulfilment.schema';

/** Contract of Order fulfilment. Generated from order-fulfilment.bpmn, as the workflow is. */
export const orderFulfilment = defineProcess({
  type: 'orderFulfilment',
  name: 'Order fulfilment',
  description:
    'From a placed order to a parcel on its way; or to an order given up because the goods never came, or cancelled by the customer, with everything undone.',
  input: Variables,
  messages: { Restocked: null, CancelOrder: null },
  broadcasts: {},
  tasks: { Task_FixPayment: { name: 'Fix payment', result: tasks.Task_FixPayment } },
  elements: {
    Start_OrderPlaced: { name: 'Order placed', kind: 'startEvent' },
    Task_ReserveStock: { name: 'Reserve stock', kind: 'serviceTask' },
    Task_ReleaseStock: { name: 'Release stock', kind: 'serviceTask' },
    Gateway_Fork: { kind: 'parallelGateway' },
    Task_ChargeCard: { name: 'Charge card', kind: 'serviceTask' },
    Task_RefundCard: { name: 'Refund card', kind: 'serviceTask' },
    Event_Declined: { name: 'Card declined', kind: 'boundaryEvent' },
    Task_FixPayment: { name: 'Fix payment', kind: 'userTask' },
    Task_Pack: { name: 'Pack', kind: 'serviceTask' },
    Task_Unpack: { name: 'Unpack', kind: 'serviceTask' },
    Task_BookCarrier: { name: 'Book carrier', kind: 'serviceTask' },
    Task_CancelCarrier: { name: 'Cancel carrier', kind: 'serviceTask' },
    Gateway_Join: { kind: 'parallelGateway' },
    Task_Ship: { name: 'Hand over to carrier', kind: 'serviceTask' },
    Task_TellShipped: { name: 'Announce parcel', kind: 'sendTask' },
    End_Shipped: { name: 'Order shipped', kind: 'endEvent' },
    Event_OutOfStock: { name: 'Out of stock', kind: 'boundaryEvent' },
    Gateway_Wait: { name: 'Goods or give up?', kind: 'eventBasedGateway' },
    Event_Restocked: { name: 'Restocked', kind: 'intermediateCatchEvent' },
    Event_GiveUp: { name: "Customer's patience ends", kind: 'intermediateCatchEvent' },
    Task_TellGivenUp: { name: 'Apologise', kind: 'sendTask' },
    End_GivenUp: { name: 'Order given up', kind: 'endEvent' },
    SubProcess_Cancel: { name: 'Cancel the order', kind: 'subProcess' },
    Start_Cancel: { name: 'Customer cancels', kind: 'startEvent' },
    Event_Undo: { name: 'Undo what was done', kind: 'intermediateThrowEvent' },
    Task_VoidPayment: { name: 'Void payment', kind: 'serviceTask' },
    Task_TellCancelled: { name: 'Confirm cancellation', kind: 'sendTask' },
    End_Cancelled: { name: 'Order cancelled', kind: 'endEvent' },
  },
});
