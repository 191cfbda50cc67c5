import type { BatonClient, OpenTask } from 'batonflow/client';
import { stub } from 'batonflow/testing';
import { missingActivities } from 'batonflow/worker';
import * as contracts from './fixtures/contracts';
import type { countdown } from './fixtures/workflows';

const { purchase, shipment, signing } = contracts;

/**
 * Checked by the compiler (`npm run typecheck`): none of these functions is called. Each line marked as an error must
 * be one, and each annotation must fit.
 */
const checks = {
  async start(client: BatonClient) {
    const run = await client.start(
      purchase,
      { sku: 'lamp' },
      { businessKey: '1', workflowRunTimeout: '1 day' },
    );
    const result: { cents: number; quantity: number } = await run.result();
    await client.start(signing);
    // @ts-expect-error the input is required
    await client.start(purchase);
    // @ts-expect-error sku is missing
    await client.start(purchase, { approval: true });
    // @ts-expect-error sku is a string
    await client.execute(purchase, { sku: 5 });
    // @ts-expect-error a receipt is not in the output
    const receipt: string = (await client.execute(purchase, { sku: 'lamp' })).receipt;
    return [result, receipt];
  },

  async workflowFunction(client: BatonClient) {
    const text: string = await client.execute<typeof countdown>('countdown', 3);
    // @ts-expect-error it counts from a number
    await client.start<typeof countdown>('countdown', 'three');
    // @ts-expect-error nothing is known of its result
    const untyped: string = await client.execute('countdown', 3);
    return [text, untyped];
  },

  async messages(client: BatonClient) {
    const run = client.get(purchase, 'id');
    await run.message('Delivered', { quantity: 1 }, { key: 'k', id: 'i' });
    await run.message('Nudge');
    // @ts-expect-error no such message
    await run.message('Delivery', { quantity: 1 });
    // @ts-expect-error quantity is a number
    await client.message(purchase, 'id', 'Delivered', { quantity: 'one' });
    // @ts-expect-error the payload is required
    await run.message('Delivered');
    await client.message(undefined, 'id', 'Anything', { at: 'all' });
  },

  async toWhomItMayConcern(client: BatonClient) {
    await client.publish(shipment, 'Arrived', { quantity: 1 }, { key: 'k' });
    // @ts-expect-error no such message
    await client.publish(shipment, 'Arived', { quantity: 1 });
    // @ts-expect-error quantity is a number
    await client.publish(shipment, 'Arrived', { quantity: 'one' });
    await client.broadcast(shipment, 'Closed', { until: 'Monday' });
    // @ts-expect-error until is a text
    await client.broadcast(shipment, 'Closed', { until: 1 });
    await client.broadcast(shipment, 'Opened', 'whatever');
    await client.publish('Anything', { at: 'all' }, { key: 5 });
    await client.broadcast('Anything');
  },

  async signalsQueriesUpdates(client: BatonClient) {
    const run = client.get(purchase, 'id');
    await run.signal('note', { text: 'hello' });
    // @ts-expect-error text is a string
    await run.signal('note', { text: 1 });
    const notes: string[] = await run.query('notes');
    // @ts-expect-error notes takes nothing
    await run.query('notes', { since: 1 });
    const sku: string = await client.update(purchase, 'id', 'rename', { sku: 'table' });
    // @ts-expect-error it must be told the new name
    await run.update('rename');
    return [notes, sku];
  },

  async tasks(client: BatonClient) {
    const tasks: OpenTask<typeof purchase>[] = await client.tasks.list({ process: purchase });
    for (const task of tasks) {
      if (task.element === 'Task_Approve') {
        await client.tasks.complete(task, { approved: true });
        // @ts-expect-error that is the result of another task
        await client.tasks.complete(task, { folder: 'A' });
      } else {
        await client.tasks.complete(task, { folder: 'A' });
      }
      // @ts-expect-error no such element
      if (task.element === 'Task_Sign') return;
    }
    await client.tasks.complete({ workflowId: 'id', id: 'Task_Approve#1' }, { anything: true });
  },

  stubs() {
    const price = stub(contracts.price, ({ sku }) => ({ cents: sku.length }));
    const skus: string[] = price.calls.map(({ input }) => input.sku);
    // @ts-expect-error cents is a number
    price.once({ cents: 'five' });
    // @ts-expect-error the contract wants cents
    stub(contracts.price, { euros: 5 });
    return [skus, missingActivities(contracts, { price })];
  },
};

test('compiles', () => {
  expect(Object.values(checks)).toHaveLength(7);
});
