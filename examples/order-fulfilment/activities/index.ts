import { defineActivity } from 'batonflow/activity';
import { env, http } from 'batonflow/http';
import { mail } from 'batonflow/mail';
import { z } from 'zod';
import * as contracts from './contracts';

/**
 * What the steps of an order do. Each call carries the step's idempotency key, so that the services do nothing twice
 * when an answer is lost, a worker dies, or a timeout was too short.
 */

const timeout = '2 seconds';
const stock = http({ baseUrl: env('STOCK_URL'), timeout });
const payment = http({ baseUrl: env('PAYMENT_URL'), timeout });
const warehouse = http({ baseUrl: env('WAREHOUSE_URL'), timeout });
const carrier = http({ baseUrl: env('CARRIER_URL'), timeout });
const post = mail({ url: env('SMTP_URL'), from: 'The tea shop <shop@example.com>', timeout });

/** What is to be undone may be gone already: then that is fine. */
const gone = { accept: [404] };

export const reserveStock = defineActivity(contracts.reserveStock, (order) =>
  stock.post('/reservations', {
    body: order,
    answer: z.object({ reservation: z.string() }),
    errors: { 409: 'OUT_OF_STOCK' },
  }),
);

export const releaseStock = defineActivity(contracts.releaseStock, async (params) => {
  await stock.delete('/reservations/{reservation}', { params, ...gone });
});

export const chargeCard = defineActivity(contracts.chargeCard, (charge) =>
  payment.post('/charges', {
    body: charge,
    answer: z.object({ receipt: z.string() }),
    errors: { 402: 'CARD_DECLINED' },
  }),
);

export const refundCard = defineActivity(contracts.refundCard, async (params) => {
  await payment.post('/charges/{receipt}/refund', { params, ...gone });
});

export const pack = defineActivity(contracts.pack, (goods) =>
  warehouse.post('/parcels', { body: goods, answer: z.object({ parcel: z.string() }) }),
);

export const unpack = defineActivity(contracts.unpack, async (params) => {
  await warehouse.delete('/parcels/{parcel}', { params, ...gone });
});

export const bookCarrier = defineActivity(contracts.bookCarrier, (order) =>
  carrier.post('/bookings', { body: order, answer: z.object({ booking: z.string() }) }),
);

export const cancelCarrier = defineActivity(contracts.cancelCarrier, async (params) => {
  await carrier.delete('/bookings/{booking}', { params, ...gone });
});

export const ship = defineActivity(contracts.ship, ({ booking, parcel }) =>
  carrier.post('/bookings/{booking}/parcel', {
    params: { booking },
    body: { parcel },
    answer: z.object({ trackingNumber: z.string() }),
  }),
);

const texts = {
  shipped: 'Your order is on its way.',
  'given up': 'We could not get your goods in time, and have given up. You pay nothing.',
  cancelled: 'Your order is cancelled, and everything undone. You pay nothing.',
};

export const tellCustomer = defineActivity(contracts.tellCustomer, async ({ orderId, email, news }) => {
  await post.send({ to: email, subject: `Order ${orderId}: ${news}`, text: texts[news] });
});
