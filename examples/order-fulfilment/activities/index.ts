import { bpmnError, defineActivity } from 'batonflow/activity';
import * as contracts from './contracts';

/**
 * The shop's services, small enough to read: stock, bank, warehouse and carrier live in this process. A real shop calls
 * its own here; the idempotency key lets it tell a repeated call from a new one.
 */

export const checkStock = defineActivity(contracts.checkStock, async ({ sku, quantity }) => {
  return { inStock: !sku.startsWith('RARE-') && quantity <= 100 };
});

const receipts = new Map<string, string>();

export const chargeCard = defineActivity(
  contracts.chargeCard,
  async ({ orderId, card }, { idempotencyKey }) => {
    if (card.endsWith('0000'))
      throw bpmnError('CARD_DECLINED', { message: `The bank declined the card of ${orderId}` });
    const receipt = receipts.get(idempotencyKey) ?? `receipt-${receipts.size + 1}`;
    receipts.set(idempotencyKey, receipt);
    return { receipt };
  },
);

export const pack = defineActivity(contracts.pack, async ({ orderId }) => ({
  parcel: `parcel-of-${orderId}`,
}));

export const ship = defineActivity(contracts.ship, async ({ parcel }) => ({
  trackingNumber: `track-${parcel}`,
}));

export const cancelOrder = defineActivity(contracts.cancelOrder, async ({ orderId, reason }, { log }) => {
  log.info(`Order ${orderId} cancelled: ${reason}`);
});
