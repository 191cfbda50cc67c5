/** One view over the processes of a server, with runs that end in all ways. */
import { DefaultLogger } from '@temporalio/worker';
import { connect, type ProcessFigures } from 'batonflow/client';
import { createWorker } from 'batonflow/worker';
import { eventually } from '../support/eventually';
import { measuredProcess } from './fixtures/overview';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const processes = [measuredProcess];

const worker = (taskQueue: string) =>
  createWorker({
    workflowsPath: require.resolve('./fixtures/overview'),
    taskQueue,
    connection: { address },
    logger: new DefaultLogger('ERROR'),
    workerHeartbeatInterval: '1 second',
  });

test('counts open runs and those that have ended, with cycle times over all runs of a chain', async () => {
  const since = new Date();
  const businessKey = crypto.randomUUID();
  const ours = { processes, query: `BatonBusinessKey = '${businessKey}'` };
  const taskQueue = `overview-${businessKey}`;
  await using client = await connect({ address, taskQueue });
  /** Lists lag behind. */
  const figures = (isThere: (figures: ProcessFigures) => boolean): Promise<ProcessFigures> =>
    eventually(
      async () => (await client.overview(ours)).processes[0],
      (one) => one !== undefined && isThere(one),
    );
  await (
    await worker(taskQueue)
  ).runUntil(async () => {
    const start = (does: 'end' | 'fail' | 'ask' | 'stop') =>
      client.start(measuredProcess, { does }, { businessKey, id: crypto.randomUUID() });
    const [asking] = await Promise.all([start('ask'), start('ask'), start('stop')]);
    for (const does of ['end', 'end', 'fail'] as const)
      await (await start(does)).result().catch(() => undefined);
    await asking.terminate();
    const quick = await figures(
      ({ open, atTasks, atIncidents, ended }) =>
        open === 2 && atTasks === 1 && atIncidents === 1 && ended.completed === 2 && ended.terminated === 1,
    );
    expect(quick).toMatchObject({
      process: 'measured',
      ended: { completed: 2, failed: 1, timedOut: 0, cancelled: 0, terminated: 1 },
      completionRate: 0.5,
      errorRate: 0.25,
    });

    const memo = { 'baton.continueAfter': 1 };
    const long = await client.start(measuredProcess, { does: 'turn' }, { businessKey, memo });
    await long.result();
    const { cycleTime } = await figures((one) => one.ended.completed === 3);
    // Three pauses of a second, of which its last run had one.
    expect((cycleTime?.mean ?? 0) * 3).toBeGreaterThan(2900);
    expect((await client.get(undefined, long.id).describe()).runId).not.toBe(long.runId);

    const before = await client.overview({ ...ours, until: since });
    expect(before.processes).toMatchObject([{ process: 'measured', open: 2, completionRate: undefined }]);
    expect(await client.overview({ ...ours, limit: 2 })).toMatchObject({ isComplete: false });
  });
});

test('says how busy workers are, as they say it themselves', async () => {
  const taskQueue = `overview-${crypto.randomUUID()}`;
  await using client = await connect({ address, taskQueue });
  const ofOurs = async () => {
    const { taskQueues } = await client.overview({ processes });
    return taskQueues.find((one) => one.taskQueue === taskQueue);
  };
  await (
    await worker(taskQueue)
  ).runUntil(async () => {
    expect(await eventually(ofOurs, (one) => one?.utilisation !== undefined)).toMatchObject({
      workers: 1,
      backlog: 0,
      utilisation: 0,
      processor: expect.any(Number) as number,
      memory: expect.any(Number) as number,
    });
  });
  await client.start(measuredProcess, { does: 'end' });
  // Nobody is there any more to say how busy they are.
  await eventually(ofOurs, (one) => one?.backlog === 1 && one.utilisation === undefined);
});
