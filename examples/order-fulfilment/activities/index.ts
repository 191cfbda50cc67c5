import { defineActivity, env } from 'batonflow/activity';
import { mail } from 'batonflow/mail';
import { dataOf, openapiClient } from 'batonflow/openapi';
import * as contracts from './contracts';
import type { paths as Carrier } from './openapi/carrier';
import type { paths as Payment } from './openapi/payment';
import type { paths as Stock } from './openapi/stock';
import type { paths as Warehouse } from './openapi/warehouse';

/**
 * What the steps of an order do. Each call carries the step's idempotency key, so that the services do nothing twice
 * when an answer is lost, a worker dies, or a timeout was too short. What the services take and give is typed by their
 * OpenAPI descriptions; the contracts check what comes back.
 */

const timeout = '2 seconds';
/** What is to be undone may be gone already: then that is fine. */
const accept = [404];
const stock = openapiClient<Stock>(
  { baseUrl: env('STOCK_URL'), timeout },
  { accept, errors: { 409: 'OUT_OF_STOCK' } },
);
const payment = openapiClient<Payment>(
  { baseUrl: env('PAYMENT_URL'), timeout },
  { accept, errors: { 402: 'CARD_DECLINED' } },
);
const warehouse = openapiClient<Warehouse>({ baseUrl: env('WAREHOUSE_URL'), timeout }, { accept });
const carrier = openapiClient<Carrier>({ baseUrl: env('CARRIER_URL'), timeout }, { accept });
const post = mail({ url: env('SMTP_URL'), from: 'The tea shop <shop@example.com>', timeout });

export const reserveStock = defineActivity(contracts.reserveStock, (body) =>
  dataOf(stock.POST('/reservations', { body })),
);

export const releaseStock = defineActivity(contracts.releaseStock, async (path) => {
  await stock.DELETE('/reservations/{reservation}', { params: { path } });
});

export const chargeCard = defineActivity(contracts.chargeCard, (body) =>
  dataOf(payment.POST('/charges', { body })),
);

export const refundCard = defineActivity(contracts.refundCard, async (path) => {
  await payment.POST('/charges/{receipt}/refund', { params: { path } });
});

export const voidPayment = defineActivity(contracts.voidPayment, async (path) => {
  await payment.PUT('/orders/{orderId}/void', { params: { path } });
});

export const pack = defineActivity(contracts.pack, (body) => dataOf(warehouse.POST('/parcels', { body })));

export const unpack = defineActivity(contracts.unpack, async (path) => {
  await warehouse.DELETE('/parcels/{parcel}', { params: { path } });
});

export const bookCarrier = defineActivity(contracts.bookCarrier, (body) =>
  dataOf(carrier.POST('/bookings', { body })),
);

export const cancelCarrier = defineActivity(contracts.cancelCarrier, async (path) => {
  await carrier.DELETE('/bookings/{booking}', { params: { path } });
});

export const ship = defineActivity(contracts.ship, ({ booking, parcel }) =>
  dataOf(carrier.POST('/bookings/{booking}/parcel', { params: { path: { booking } }, body: { parcel } })),
);

const texts = {
  shipped: 'Your order is on its way.',
  'given up': 'We could not get your goods in time, and have given up. You pay nothing.',
  cancelled: 'Your order is cancelled, and everything undone. You pay nothing.',
};

export const tellCustomer = defineActivity(contracts.tellCustomer, async ({ orderId, email, news }) => {
  await post.send({ to: email, subject: `Order ${orderId}: ${news}`, text: texts[news] });
});
