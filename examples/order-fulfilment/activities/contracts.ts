import { activityContract } from 'batonflow/contract';
import { z } from 'zod';

/** What workflows and the worker agree on. Workflow code imports this file, so nothing of Node may be in it. */

/** Quick, so that the example shows something; a real shop is more patient. */
const options = {
  startToCloseTimeout: '5 seconds',
  retry: { initialInterval: '300 milliseconds', maximumInterval: '3 seconds', maximumAttempts: 5 },
} as const;

const goods = { sku: z.string(), quantity: z.number().int().positive() };

/** Ends in the BPMN error `OUT_OF_STOCK` when there is too little. */
export const reserveStock = activityContract('reserveStock', {
  ...options,
  input: z.object({ orderId: z.string(), ...goods }),
  output: z.object({ reservation: z.string() }),
});

export const releaseStock = activityContract('releaseStock', {
  ...options,
  input: z.object({ reservation: z.string() }),
});

/** Ends in the BPMN error `CARD_DECLINED` when the bank says no. */
export const chargeCard = activityContract('chargeCard', {
  ...options,
  input: z.object({ orderId: z.string(), amount: z.number().positive(), card: z.string() }),
  output: z.object({ receipt: z.string() }),
});

export const refundCard = activityContract('refundCard', {
  ...options,
  input: z.object({ receipt: z.string() }),
});

/** Gives back what was charged for an order, if anything, and has nothing charged any more. */
export const voidPayment = activityContract('voidPayment', {
  ...options,
  input: z.object({ orderId: z.string() }),
});

export const pack = activityContract('pack', {
  ...options,
  input: z.object({ orderId: z.string(), ...goods }),
  output: z.object({ parcel: z.string() }),
});

export const unpack = activityContract('unpack', {
  ...options,
  input: z.object({ parcel: z.string() }),
});

export const bookCarrier = activityContract('bookCarrier', {
  ...options,
  input: z.object({ orderId: z.string(), address: z.string() }),
  output: z.object({ booking: z.string() }),
});

export const cancelCarrier = activityContract('cancelCarrier', {
  ...options,
  input: z.object({ booking: z.string() }),
});

export const ship = activityContract('ship', {
  ...options,
  input: z.object({ booking: z.string(), parcel: z.string() }),
  output: z.object({ trackingNumber: z.string() }),
});

export const tellCustomer = activityContract('tellCustomer', {
  ...options,
  input: z.object({
    orderId: z.string(),
    email: z.string(),
    news: z.enum(['shipped', 'given up', 'cancelled']),
  }),
});
