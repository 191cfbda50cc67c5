/** Incidents on the dev server: lists by search attributes, and a worker that is another one when they are resolved. */
import { Connection } from '@temporalio/client';
import { DefaultLogger } from '@temporalio/worker';
import { connect, type BatonClient } from 'batonflow/client';
import { createWorker } from 'batonflow/worker';
import * as activities from '../workflows/fixtures/incident-activities';
import { stopping } from '../workflows/fixtures/incident-contracts';
import { eventually } from '../support/eventually';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const { charge, decline, unknownCards } = activities;
const input = { test: 'activity', card: 'lost' };

beforeAll(() => unknownCards.add('lost'));

function workerFor(module: string, options: { taskQueue: string; namespace?: string }) {
  return createWorker({
    ...options,
    workflowsPath: require.resolve(`../workflows/fixtures/${module}`),
    activities: { charge, decline },
    connection: { address },
    registerSearchAttributes: options.namespace === undefined,
    logger: new DefaultLogger('ERROR'),
  });
}

/** The incident of a run, as the list over all runs has it. */
function listed(client: BatonClient, workflowId: string) {
  return eventually(async () =>
    // Other files' runs may be in the same namespace, and their workers come and go.
    (await client.incidents.list({ process: stopping, onUnanswered: () => undefined })).find(
      (one) => one.workflowId === workflowId,
    ),
  );
}

test('runs are found by the search attribute; another worker with another setting goes on with them', async () => {
  const taskQueue = `incidents-${crypto.randomUUID()}`;
  const client = await connect({ address, taskQueue });
  const first = await workerFor('incident-workflows', { taskQueue });
  const run = await first.runUntil(async () => {
    const started = await client.start(stopping, input);
    expect(await listed(client, started.id)).toMatchObject({ id: 'Charge#1', process: 'stopping' });
    const { incidents } = await eventually(async () => {
      const description = await started.describe();
      return description.incidents.length > 0 ? description : undefined;
    });
    expect(incidents).toEqual(['Charge']);
    return started;
  });

  const second = await workerFor('incident-workflows-changed', { taskQueue });
  await second.runUntil(async () => {
    const incident = await listed(client, run.id);
    await client.incidents.retry(incident, { input: { card: 'visa' } });
    expect(await run.result()).toMatchObject({ receipt: 'visa 10' });
    await eventually(async () => (await run.describe()).incidents.length === 0);
  });
  await client.close();
});

test('where the attributes are not registered, runs are found all the same', async () => {
  const namespace = `bare-${crypto.randomUUID()}`;
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  await connection.close();
  const client = await eventually(async () => {
    const one = await connect({ address, namespace, taskQueue: 'bare' });
    const runs = one.list()[Symbol.asyncIterator]();
    return runs.next().then(
      () => one,
      () => undefined,
    );
  });
  const worker = await workerFor('incident-workflows', { taskQueue: 'bare', namespace });
  await worker.runUntil(async () => {
    const run = await client.start(stopping, input);
    const incident = await listed(client, run.id);
    await client.incidents.skip(incident, { receipt: 'cash', key: '' });
    expect(await run.result()).toMatchObject({ receipt: 'cash' });
  });
  await client.close();
});
