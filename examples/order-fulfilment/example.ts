import { randomUUID } from 'node:crypto';
import { http } from 'batonflow/http';
import { defineExample } from '../shared/runner/example';
import { order } from './client/order';
import { startShop } from './services';
import { fulfilOrder } from './workflows/fulfil-order.process';
import { orderFulfilment } from './workflows/order-fulfilment.process';

/** What the customer does differently where it is the customer who makes the order fail. */
const orders: Readonly<Record<string, Partial<typeof order> & { patience?: string }>> = {
  declined: { card: '4111 0000' },
  cancel: { card: '4111 0000' },
  'out-of-stock': { sku: 'RARE-1' },
  'give-up': { sku: 'RARE-2', patience: 'PT1S' },
};

export const example = defineExample({
  title: 'Order fulfilment',
  shows:
    'Stock, payment, packing and a carrier side by side; a declined card, missing goods, a customer who cancels, and how ' +
    'what was done is undone.',
  start: startShop,
  processes: [fulfilOrder, orderFulfilment],
  ends: 'shipped',

  failures: {
    payment: {
      shows: 'The bank is down for two calls: the charge is tried again until it answers.',
      switchOn: ({ all }) => all.payment.fail('down', { times: 2 }),
    },
    lost: {
      shows: 'The bank charges the card, but its answer is lost: asked again, it charges nothing twice.',
      switchOn: ({ all }) => all.payment.fail('duplicate', { times: 1 }),
    },
    carrier: {
      shows: 'The carrier answers too late: the call ends after two seconds and is tried again.',
      switchOn: ({ all }) => all.carrier.fail('slow', { times: 1 }),
    },
    warehouse: {
      shows: 'The warehouse answers nonsense: an incident, until alice has it tried again.',
      switchOn: ({ all }) => all.warehouse.fail('wrong', { times: 1 }),
    },
    mail: {
      shows: 'The mail server is down: the mail is sent later.',
      switchOn: ({ all }) => all.mailbox.fail('down', { times: 2 }),
    },
    declined: { shows: 'The bank declines the card: billing enters another one, while packing goes on.' },
    'out-of-stock': { shows: 'There are no goods: the order waits for the message Restocked.' },
    'give-up': { shows: "There are no goods, and the customer's patience ends.", ends: 'given up' },
    cancel: {
      shows:
        'The customer cancels while billing looks for another card: what was done is undone, the latest first.',
      ends: 'cancelled',
    },
  },

  async play({ process, client, services, failure, follow }) {
    const orderId = `o-${randomUUID().slice(0, 8)}`;
    const given = { ...order, ...orders[failure ?? ''], orderId };
    const run = await client.start(process, given, { businessKey: orderId });
    const { status } = await follow(run, {
      tasks: failure === 'cancel' ? {} : { 'Fix payment': () => ({ card: '4222 2222' }) },
      incident: () => 'retry',
      async step({ kind, state, name }) {
        if (failure === 'cancel' && kind === 'task' && state === 'opened') {
          await client.publish(process, 'CancelOrder', {}, { key: orderId });
        }
        if (failure === 'out-of-stock' && name === 'Reserve stock' && state === 'failed') {
          await deliver(services.all.stock.url, given);
          await client.publish(process, 'Restocked', {}, { key: given.sku });
        }
      },
    });
    return status;
  },
});

/** A lorry comes to the shop's yard. */
async function deliver(stock: string, { sku, quantity }: { sku: string; quantity: number }): Promise<void> {
  await http({ baseUrl: stock }).post('/deliveries', { body: { sku, quantity } });
}
