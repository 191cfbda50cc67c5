import { defineProcess } from 'batonflow/contract';
import { z } from 'zod';
import { Variables } from './order-fulfilment.schema';

/** The same process as the diagram order-fulfilment.bpmn, written by hand. */
export const fulfilOrder = defineProcess({
  type: 'fulfilOrder',
  name: 'Order fulfilment, in code',
  description:
    'From a placed order to a parcel on its way, or to an order cancelled because the goods never came.',
  input: Variables,
  output: Variables,
  tasks: {
    'Fix payment': {
      description: 'Billing calls the customer and enters another card.',
      result: z.object({ card: z.string().min(1) }),
    },
  },
});
