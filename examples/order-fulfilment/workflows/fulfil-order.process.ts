import { defineProcess } from 'batonflow/contract';
import { Variables, tasks } from './order-fulfilment.schema';

/** The same process as the diagram order-fulfilment.bpmn, written by hand. */
export const fulfilOrder = defineProcess({
  type: 'fulfilOrder',
  name: 'Order fulfilment, in code',
  description:
    'From a placed order to a parcel on its way; or to an order given up because the goods never came, or cancelled by the customer, with everything undone.',
  input: Variables,
  output: Variables,
  messages: { Restocked: null, CancelOrder: null },
  tasks: {
    'Fix payment': {
      description: 'Billing calls the customer and enters another card.',
      result: tasks.Task_FixPayment,
    },
  },
});
