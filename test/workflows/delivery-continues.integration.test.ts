import { setTimeout as sleep } from 'node:timers/promises';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { mailboxId, shardOf, signalRegistryId } from '../../src/shared/delivery';
import { startShortHistoryServer } from '../support/short-history-server';

/*
 * Mailboxes and registries continue as new: here after a few messages, so that it happens in every test.
 */

let server: Awaited<ReturnType<typeof startShortHistoryServer>>;
let env: TestEnvironment;

beforeAll(async () => {
  server = await startShortHistoryServer(30);
  env = await createTestEnvironment({
    workflowsPath: require.resolve('./fixtures/delivery'),
    server: { address: server.address },
    registerSearchAttributes: false,
  });
});
afterAll(async () => {
  await env.dispose();
  await server.stop();
});

const mailboxOf = (key: string) => mailboxId({ deployment: env.worker.taskQueue, name: 'Restocked', key });
const runOf = async (id: string) => (await env.client.describe(id)).runId;

/** Publishes one after the other until the mailbox has continued as new so many times; gives how many it took. */
async function publishUntilContinued(key: string, times = 1): Promise<number> {
  const runs = new Set<string>();
  let quantity = 0;
  while (runs.size <= times) {
    quantity += 1;
    await env.client.publish('Restocked', { quantity }, { key, id: `${key}-${quantity}` });
    runs.add(await runOf(mailboxOf(key)));
  }
  return quantity;
}

test('a mailbox continues as new with its messages, in order', async () => {
  const sent = await publishUntilContinued('a', 2);
  const { got } = (await env.client.execute('receive', { sku: 'a', count: sent })) as { got: unknown };
  expect(got).toEqual(Array.from({ length: sent }, (_, i) => ({ quantity: i + 1 })));
});

test('it remembers the ids of messages, those that were taken as well', async () => {
  const receiver = await env.client.start('receive', { sku: 'b', count: 1 });
  await env.client.publish('Restocked', { quantity: 0 }, { key: 'b', id: 'first' });
  await receiver.result();
  const sent = await publishUntilContinued('b');
  for (const id of ['first', 'b-1'])
    await env.client.publish('Restocked', { quantity: -1 }, { key: 'b', id });
  await env.client.publish('Restocked', { quantity: 100 }, { key: 'b' });
  const { got } = (await env.client.execute('receive', { sku: 'b', count: sent + 1 })) as { got: unknown[] };
  expect(got.at(-1)).toEqual({ quantity: 100 });
  expect(got).not.toContainEqual({ quantity: -1 });
});

test('it remembers when messages expire', async () => {
  await env.client.publish('Restocked', { quantity: -1 }, { key: 'c', timeToLive: 5_000 });
  await env.client.publish('Restocked', { quantity: 0 }, { key: 'c' });
  await publishUntilContinued('c');
  await sleep(5_000);
  expect(await env.client.execute('receive', { sku: 'c', count: 1 })).toMatchObject({
    got: [{ quantity: 0 }],
  });
});

test('it continues as new with those who wait', async () => {
  const runs = await Promise.all(
    Array.from({ length: 20 }, () => env.client.start('receive', { sku: 'd', count: 1 })),
  );
  for (const quantity of runs.keys()) await env.client.publish('Restocked', { quantity }, { key: 'd' });
  const results = (await Promise.all(runs.map((run) => run.result()))) as { got: { quantity: number }[] }[];
  const quantities = results.flatMap(({ got }) => got.map(({ quantity }) => quantity));
  expect(quantities.sort((a, b) => a - b)).toEqual([...runs.keys()]);
});

test('the registry of a signal continues as new with those who wait, and each hears every signal once', async () => {
  const ids = Array.from({ length: 400 }, () => crypto.randomUUID()).filter(
    (workflowId) => shardOf({ workflowId, firstRunId: '' }) === 1,
  );
  const registry = signalRegistryId({ deployment: env.worker.taskQueue, name: 'Prices changed' }, 1);
  const chain = new Set<string>();
  const runs = [];
  for (const id of ids.slice(0, 20)) {
    runs.push(await env.client.start('count', {}, { id }));
    while ((await listensSince(id)) === undefined) await sleep(20);
    chain.add(await runOf(registry));
  }
  const signals = 10;
  for (let i = 0; i < signals; i++) {
    await env.client.broadcast('Prices changed', { i });
    chain.add(await runOf(registry));
  }
  for (const run of runs) while ((await heardBy(run.id)) < signals) await sleep(50);
  for (const run of runs) await run.message('Stop');
  for (const run of runs) expect(await run.result()).toMatchObject({ heard: signals });
  expect(chain.size).toBeGreaterThan(1);
});

test('large broadcasts at the same time, which together fit into no message and no new run, reach everyone', async () => {
  const runs = await Promise.all([1, 2, 3].map(() => env.client.start('count', {})));
  for (const { id } of runs) while ((await listensSince(id)) === undefined) await sleep(20);
  const text = 'x'.repeat(1_500_000);
  const signals = 4;
  await Promise.all(
    Array.from({ length: signals }, (_, i) => env.client.broadcast('Prices changed', { i, text })),
  );
  for (const run of runs) while ((await heardBy(run.id)) < signals) await sleep(50);
  for (const run of runs) await run.message('Stop');
  for (const run of runs) expect(await run.result()).toMatchObject({ heard: signals });
});

async function listensSince(id: string): Promise<unknown> {
  const { events } = await env.client.history(id);
  return events?.find((event) => event.activityTaskCompletedEventAttributes);
}

async function heardBy(id: string): Promise<number> {
  return (await env.client.progress(id)).elements['Heard']?.entered ?? 0;
}
