import { activityContract } from 'batonflow/contract';
import { z } from 'zod';

/** What workflows and the worker agree on. Workflow code imports this file, so nothing of Node may be in it. */

export const checkStock = activityContract('checkStock', {
  input: z.object({ sku: z.string(), quantity: z.number().int().positive() }),
  output: z.object({ inStock: z.boolean() }),
  startToCloseTimeout: '10 seconds',
});

/** Ends in the BPMN error `CARD_DECLINED` when the bank says no. */
export const chargeCard = activityContract('chargeCard', {
  input: z.object({ orderId: z.string(), amount: z.number().positive(), card: z.string() }),
  output: z.object({ receipt: z.string() }),
  startToCloseTimeout: '20 seconds',
  retry: { maximumAttempts: 5, initialInterval: '500 milliseconds' },
});

export const pack = activityContract('pack', {
  input: z.object({ orderId: z.string(), sku: z.string(), quantity: z.number().int().positive() }),
  output: z.object({ parcel: z.string() }),
});

export const ship = activityContract('ship', {
  input: z.object({ orderId: z.string(), parcel: z.string(), address: z.string() }),
  output: z.object({ trackingNumber: z.string() }),
});

export const cancelOrder = activityContract('cancelOrder', {
  input: z.object({ orderId: z.string(), reason: z.string() }),
});
