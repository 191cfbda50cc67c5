import type { BatonClient } from 'batonflow/client';
import * as activities from './fixtures/activities';
import { complaint, purchase, shipment, signing } from './fixtures/contracts';
import { startedShipment } from './fixtures/started-shipment';
import { serve, type Served } from '../support/served';
import { eventually } from '../support/eventually';
import { startedRunId } from '../../src/shared/delivery';

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

test('by the contract of a process that takes it, a message reaches the run that waits for it', async () => {
  const run = await startedShipment(client, 'lamp');
  await client.publish(shipment, 'Arrived', { quantity: 3 }, { key: 'lamp' });
  expect(await run.result()).toEqual({ id: 'Arrived', payload: { quantity: 3 } });
});

test('by the contract of a process that hears it, a signal reaches all who wait for it', async () => {
  const runs = await Promise.all(['sofa', 'desk'].map((sku) => startedShipment(client, sku)));
  await client.broadcast(shipment, 'Closed', { until: 'Monday' });
  for (const run of runs) expect(await run.result()).toEqual({ id: 'Closed', payload: { until: 'Monday' } });
});

test.each([
  [
    'message',
    'Complained',
    (clerk: string) => client.publish(complaint, 'Complained', { clerk }, { id: clerk }),
  ],
  ['signal', 'Scandal', (clerk: string) => client.broadcast(complaint, 'Scandal', { clerk }, { id: clerk })],
])('a run that a %s starts is found as others are: by its tasks, with its name', async (_, name, send) => {
  const clerk = `clerk-${crypto.randomUUID()}`;
  await send(clerk);
  const task = await assignedTo(clerk);
  const workflowId = startedRunId('complaint', { deployment: taskQueue, name }, clerk);
  expect(task).toMatchObject({ workflowId, name: 'Answer it' });
  const run = client.get(complaint, task.workflowId);
  expect(await run.describe()).toMatchObject({ type: 'complaint', summary: 'Complaint' });
  await client.tasks.complete(task, { answer: 'sorry' }, { user: clerk });
  expect(await run.result()).toEqual({ answer: 'sorry' });
});

/** The list lags by about a second. */
const assignedTo = (user: string) =>
  eventually(
    async () => (await client.tasks.list({ process: complaint, user, onUnanswered: () => undefined }))[0],
  );

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

test.each([
  ['a message', () => client.publish('Anything', [1, 2])],
  ['a signal', () => client.broadcast('Anything', 'text')],
  ['a start', () => client.start(signing, [1, 2] as never)],
])('%s without a schema brings an object, or nothing', async (_, send) => {
  await expect(send()).rejects.toMatchObject({
    code: 'invalid-input',
    problems: [{ path: '', message: expect.stringContaining('expected an object with fields') }],
  });
});

test('what does not fit and was sent by name is dropped where it arrives', async () => {
  const run = await startedShipment(client, 'vase');
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
