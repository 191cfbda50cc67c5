import { defineActivity } from 'batonflow/activity';
import * as contracts from './contracts';

/** Stands in for a payment provider. A real one takes the idempotency key, so that a retry cannot pay twice. */
export const payRefund = defineActivity(
  contracts.payRefund,
  async ({ orderId, amount }, { idempotencyKey }) => {
    console.log(`Paying ${amount} back for order ${orderId} (key ${idempotencyKey})`);
    return { receipt: `R-${orderId}` };
  },
);
