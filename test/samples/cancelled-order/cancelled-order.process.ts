import { defineProcess } from 'batonflow/contract';

/** Contract of Order that can be cancelled. Generated from cancelled-order.bpmn, as the workflow is. */
export const order = defineProcess({
  type: 'order',
  name: 'Order that can be cancelled',
  messages: { CancelOrder: null },
  broadcasts: { Holiday: null },
  tasks: { Task_Sign: { name: 'Sign for it' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Charge: { name: 'Charge card', kind: 'serviceTask' },
    Task_Refund: { name: 'Refund', kind: 'serviceTask' },
    Task_Pack: { name: 'Pack item', kind: 'serviceTask' },
    Task_Unpack: { name: 'Unpack item', kind: 'serviceTask' },
    Task_Sign: { name: 'Sign for it', kind: 'userTask' },
    End_Delivered: { name: 'Delivered', kind: 'endEvent' },
    Event_Declined: { name: 'Declined', kind: 'boundaryEvent' },
    End_Declined: { name: 'Declined', kind: 'endEvent' },
    Sub_Cancel: { name: 'Cancel the order', kind: 'subProcess' },
    Start_Cancel: { name: 'Cancelled', kind: 'startEvent' },
    Event_UndoAll: { name: 'Undo everything', kind: 'intermediateThrowEvent' },
    Task_Cancel: { name: 'Cancel order', kind: 'serviceTask' },
    End_Cancelled: { name: 'Cancelled', kind: 'endEvent' },
    Sub_Holiday: { name: 'Holiday', kind: 'subProcess' },
    Start_Holiday: { name: 'Holiday', kind: 'startEvent' },
    Task_Greet: { name: 'Send greetings', kind: 'serviceTask' },
    End_Greeted: { kind: 'endEvent' },
    Sub_Late: { name: 'Too late', kind: 'subProcess' },
    Start_Late: { name: 'Signed too late', kind: 'startEvent' },
    End_Late: { name: 'Undo packing', kind: 'endEvent' },
  },
});
