import { Connection } from '@temporalio/client';
import { DefaultLogger } from '@temporalio/worker';
import { connect, type BatonClient } from 'batonflow/client';
import { createWorker } from 'batonflow/worker';
import * as activities from './fixtures/activities';
import { purchase } from './fixtures/contracts';
import { eventually } from '../support/eventually';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const namespace = `bare-${crypto.randomUUID()}`;
const taskQueue = 'bare';

/** A namespace as an administrator leaves it: without Baton's search attributes. */
beforeAll(async () => {
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  await connection.close();
});

/** The server takes some seconds to take note of a namespace. */
async function connectToNew(): Promise<BatonClient> {
  for (let tries = 0; ; tries++) {
    try {
      const client = await connect({ address, namespace, taskQueue });
      await client.list()[Symbol.asyncIterator]().next();
      return client;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

test('without the attributes everything works but lists of tasks; a worker registers them', async () => {
  const client = await connectToNew();
  const without = await client.start(purchase, { sku: 'lamp', approval: true }, { businessKey: 'a' });
  const lists: unknown = await client.tasks.list().catch((error: unknown) => error);
  expect(lists).toMatchObject({ code: 'unsupported' });
  expect((lists as Error).message).toContain(
    `temporal operator search-attribute create --namespace ${namespace} --name BatonOpenTasks --type KeywordList`,
  );

  const worker = await createWorker({
    workflowsPath: require.resolve('./fixtures/workflows'),
    activities,
    taskQueue,
    namespace,
    connection: { address },
    logger: new DefaultLogger('ERROR'),
  });
  await worker.runUntil(async () => {
    // Started before there were attributes: it goes on without them, and its tasks are found by its id.
    const task = { workflowId: without.id, id: 'Task_Approve#1' };
    await without.message('Delivered', { quantity: 1 }, { key: 'lamp' });
    await eventually(async () => (await client.tasks.list({ workflowId: without.id })).length === 1);
    await client.tasks.complete(task, { approved: true });
    expect(await without.result()).toEqual({ cents: 400, quantity: 1 });

    const fresh = await connect({ address, namespace, taskQueue });
    const run = await fresh.start(purchase, { sku: 'lamp', approval: true }, { businessKey: 'b' });
    expect(await run.describe()).toMatchObject({ businessKey: 'b' });
    await eventually(async () => (await fresh.tasks.list()).some(({ workflowId }) => workflowId === run.id));
    await run.terminate();
    await fresh.close();
  });
  await client.close();
});
