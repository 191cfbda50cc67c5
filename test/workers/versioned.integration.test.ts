/** Worker Versioning of Temporal: each run ends with the code it began with. */
import { DefaultLogger } from '@temporalio/worker';
import { connect, type BatonClient } from 'batonflow/client';
import { createWorker, type BatonWorker } from 'batonflow/worker';
import { shipment } from '../client/fixtures/contracts';
import { eventually } from '../support/eventually';
import { address } from '../support/served';

const taskQueue = `versioned-${crypto.randomUUID()}`;
const deploymentName = taskQueue;
const workers: BatonWorker[] = [];
let client: BatonClient;

beforeAll(async () => {
  client = await connect({ address, taskQueue });
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.shutdown()));
  await client.close();
});

async function startWorker(buildId: string): Promise<void> {
  const worker = await createWorker({
    workflowsPath: require.resolve('../client/fixtures/workflows'),
    connection: { address },
    taskQueue,
    logger: new DefaultLogger('ERROR'),
    workerDeploymentOptions: {
      version: { deploymentName, buildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'PINNED',
    },
  });
  workers.push(worker);
  void worker.run();
  const current = { namespace: 'default', deploymentName, buildId, ignoreMissingTaskQueues: true };
  await eventually(() =>
    client.client.workflowService.setWorkerDeploymentCurrentVersion(current).then(
      () => true,
      () => false,
    ),
  );
}

/** The version that a run is pinned to. */
async function versionOf(id: string): Promise<string | undefined> {
  const { raw } = await client.client.workflow.getHandle(id).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? undefined;
}

test('a run ends with the code it began with, and a message reaches it by built-in activities of any version', async () => {
  await startWorker('one');
  const run = await client.start(shipment, { sku: 'lamp' }, { id: `${taskQueue}/one` });
  await eventually(async () => (await run.progress()).active.length > 0);
  await startWorker('two');
  await client.publish('Arrived', { quantity: 2 }, { key: 'lamp' });
  expect(await run.result()).toMatchObject({ id: 'Arrived', payload: { quantity: 2 } });
  expect(await versionOf(run.id)).toBe('one');
  const next = await client.start(shipment, { sku: 'chair' }, { id: `${taskQueue}/two` });
  await eventually(async () => (await versionOf(next.id)) === 'two');
  await next.terminate();
});
