import type { BatonClient } from 'batonflow/client';
import * as activities from './fixtures/activities';
import { purchase, shipment } from './fixtures/contracts';
import { serve, type Served } from '../support/served';

const taskQueue = `publish-${crypto.randomUUID()}`;
const huge = 'x'.repeat(1_700_000);

let client: BatonClient;
let served: Served;
beforeAll(async () => {
  served = await serve({
    workflowsPath: require.resolve('./fixtures/workflows'),
    activities,
    taskQueue,
  });
  ({ client } = served);
});
afterAll(() => served.stop());

/** Until both of its waits are entered outside. */
async function startedShipment(sku: string) {
  const run = await client.start(shipment, { sku });
  for (;;) {
    const events = (await run.history()).events ?? [];
    if (events.filter((event) => event.activityTaskCompletedEventAttributes).length >= 2) return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('by the contract of a process that takes it, a message reaches the run that waits for it', async () => {
  const run = await startedShipment('lamp');
  await client.publish(shipment, 'Arrived', { quantity: 3 }, { key: 'lamp' });
  expect(await run.result()).toEqual({ id: 'Arrived', payload: { quantity: 3 } });
});

test('by the contract of a process that hears it, a signal reaches all who wait for it', async () => {
  const runs = await Promise.all(['sofa', 'desk'].map(startedShipment));
  await client.broadcast(shipment, 'Closed', { until: 'Monday' });
  for (const run of runs) expect(await run.result()).toEqual({ id: 'Closed', payload: { until: 'Monday' } });
});

test('what does not fit is refused, and nothing is sent', async () => {
  await expect(client.publish(shipment, 'Arived' as never, { quantity: 3 } as never)).rejects.toMatchObject({
    code: 'invalid-input',
    message: 'Message "Arived" is not in the contract, which has: Arrived. Did you mean "Arrived"?',
  });
  await expect(client.publish(shipment, 'Arrived', { quantity: 'three' } as never)).rejects.toMatchObject({
    code: 'invalid-input',
    problems: [{ path: 'quantity' }],
  });
  await expect(client.broadcast(shipment, 'Closed', {} as never)).rejects.toMatchObject({
    code: 'invalid-input',
    problems: [{ path: 'until' }],
  });
});

test('what does not fit and was sent by name is dropped where it arrives', async () => {
  const run = await startedShipment('vase');
  await client.broadcast('Closed', { until: 5 });
  await client.publish('Arrived', { quantity: 'many' }, { key: 'vase' });
  await client.publish('Arrived', { quantity: 1 }, { key: 'other' });
  await client.publish('Arrived', { quantity: 2 }, { key: 'vase' });
  expect(await run.result()).toEqual({ id: 'Arrived', payload: { quantity: 2 } });
});

test.each([
  ['publish', () => client.publish('Arrived', huge)],
  ['broadcast', () => client.broadcast('Closed', huge)],
  ['start', () => client.start(shipment, { sku: huge })],
  ['message', () => client.get(undefined, 'any').message('Arrived', huge)],
  ['signal', () => client.get(undefined, 'any').signal('note', huge)],
  ['update', () => client.get(undefined, 'any').update('rename', huge)],
])('%s: what Temporal would not take is not sent', async (_, send) => {
  await expect(send()).rejects.toMatchObject({ name: 'ClientError', code: 'too-large' });
});

test('a run that has ended takes no message', async () => {
  const run = await client.start(purchase, { sku: 'lamp' });
  await run.terminate();
  await expect(run.message('Delivered', { quantity: 1 })).rejects.toMatchObject({ code: 'not-found' });
});
