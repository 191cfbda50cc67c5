import { startMailbox } from '../../shared/services/mailbox';
import { startServices } from '../../shared/services/service';
import { startCarrier } from './carrier';
import { startPayment } from './payment';
import { startStock } from './stock';
import { startWarehouse } from './warehouse';

/** Everything that an order needs. */
export function startShop(data?: string) {
  return startServices({
    stock: () => startStock(data),
    payment: () => startPayment(data),
    warehouse: () => startWarehouse(data),
    carrier: () => startCarrier(data),
    mailbox: startMailbox,
  });
}

export type Shop = Awaited<ReturnType<typeof startShop>>;
