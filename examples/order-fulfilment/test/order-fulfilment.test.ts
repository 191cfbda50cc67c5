import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStage, type TestStage } from '../../shared/testing/stage';
import { example } from '../example';
import { order } from '../client/order';
import type { Shop } from '../services';
import { fulfilOrder } from '../workflows/fulfil-order.process';
import { orderFulfilment } from '../workflows/order-fulfilment.process';

type Process = typeof fulfilOrder | typeof orderFulfilment;

/** The shop's services, and a worker in a process of its own, as they run outside of tests. */
let stage: TestStage<Shop, Process>;
beforeAll(async () => {
  stage = await startStage(example, join(__dirname, '..'));
});
afterAll(() => stage.stop());
afterEach(() => stage.heal());

const failures = Object.keys(example.failures);

// By hand and from the diagram: the same services, the same outcome.
describe.each([fulfilOrder, orderFulfilment])('$name', (process: Process) => {
  it('ends as it should', async () => {
    expect(await stage.play(process)).toBe(example.ends);
  });

  it.each(failures)('ends as it should, failing: %s', async (failure) => {
    const { ends = example.ends } = example.failures[failure]!;
    expect(await stage.play(process, failure)).toBe(ends);
  });

  it('charges once when the answer is lost', async () => {
    const before = charges();
    await stage.play(process, 'lost');
    expect(charges()).toBe(before + 1);
    expect(stage.services.all.payment.requests.at(-1)).toMatchObject({ repeated: true });
  });

  it('leaves nothing behind when the customer cancels', async () => {
    const { stock, warehouse, carrier, mailbox } = stage.services.all;
    const left = () => [count(stock, 'reservation'), count(warehouse, 'parcel'), count(carrier, 'booking')];
    const before = left();
    await stage.play(process, 'cancel');
    expect(left()).toEqual(before);
    expect(mailbox.messages().at(-1)).toMatchObject({ subject: expect.stringContaining('cancelled') });
  });

  it('gives back a charge that was being tried again when the customer cancelled', async () => {
    const { payment } = stage.services.all;
    // Charged, but the answers are lost.
    payment.fail('duplicate', { route: 'POST /charges' });
    const orderId = randomUUID();
    const run = await stage.client.start(process, { orderId, ...order });
    const charged = () =>
      payment.database.prepare('select refunded from charge where order_id = ?').all(orderId);
    while (charged().length === 0) await sleep(20);
    await stage.client.publish(process, 'CancelOrder', {}, { key: orderId });
    expect(await run.result()).toMatchObject({ status: 'cancelled', receipt: '' });
    expect(charged()).toEqual([{ refunded: 1 }]);
  });
});

it('goes on with another worker when one is killed, and does nothing twice', async () => {
  const { warehouse, carrier } = stage.services.all;
  const done = () => [charges(), count(warehouse, 'parcel'), count(carrier, 'booking')];
  const before = done();
  // Booked, but the worker does not get to know.
  carrier.fail('slow', { times: 1, route: 'POST /bookings' });
  const run = await stage.client.start(orderFulfilment, { orderId: randomUUID(), ...order });
  for await (const { name, state } of run.follow())
    if (name === 'Charge card' && state === 'completed') break;
  await stage.worker.kill();
  await stage.startWorker();

  expect(await run.result()).toMatchObject({ status: 'shipped' });
  expect(done()).toEqual(before.map((number) => number + 1));
});

function charges(): number {
  return count(stage.services.all.payment, 'charge');
}

function count({ database }: Shop['all']['stock'], table: string): number {
  return (database.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;
}
