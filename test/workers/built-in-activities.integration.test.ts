import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Worker } from '@temporalio/worker';
import { BatonClient } from 'batonflow/client';
import { createWorker } from 'batonflow/worker';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';

test('a worker without activities leaves those of its task queue to others, and delivers messages', async () => {
  const taskQueue = `polyglot-${crypto.randomUUID()}`;
  const own = await createWorker({
    workflowsPath: require.resolve('./fixtures/polyglot'),
    taskQueue,
    connection: { address },
    logger: new DefaultLogger('ERROR'),
  });
  // Stands for a worker in another language: it knows nothing of Baton.
  const foreign = await Worker.create({
    connection: own.connection,
    taskQueue,
    activities: { foreign: (n: number) => Promise.resolve(n) },
  });
  const running = [own.run(), foreign.run()];
  const plain = await Connection.connect({ address });
  try {
    const client = new BatonClient({ client: new Client({ connection: plain }), taskQueue });
    const runs = await Promise.all([1, 2, 3].map(() => client.start('polyglot', {})));
    for (const bonus of [1, 1, 1]) await client.publish('Bonus', { bonus }, { key: 'k' });
    for (const run of runs) expect(await run.result()).toMatchObject({ sum: 211 });
  } finally {
    foreign.shutdown();
    await running[1];
    await own.shutdown();
    await Promise.all(running);
    await plain.close();
  }
});
