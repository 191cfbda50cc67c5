import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { batonPlugin, createWorker, isWorkerError } from 'batonflow/worker';
import { reservePort } from '../../examples/shared/services/reserve-address';
import * as activities from './fixtures/activities';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const workflowsPath = require.resolve('./fixtures/workflows');
const logger = new DefaultLogger('ERROR');

let connection: Connection;
let client: Client;
beforeAll(async () => {
  connection = await Connection.connect({ address });
  client = new Client({ connection });
});
afterAll(() => connection.close());

const options = (taskQueue: string) => ({
  workflowsPath,
  activities,
  taskQueue,
  connection: { address },
  logger,
});
const execute = (type: string, taskQueue: string, ...args: unknown[]): Promise<unknown> =>
  client.workflow.execute(type, { taskQueue, args, workflowId: `${taskQueue}-${crypto.randomUUID()}` });

describe('idempotency keys', () => {
  const check = (result: unknown) => {
    const { keys, firstRun, run } = result as { keys: string[]; firstRun: string; run: string };
    expect(firstRun).not.toBe(run);
    expect(keys).toEqual([`${firstRun}/1`, `${firstRun}/2`]);
  };

  test('are those of the first run, after a retry and continue-as-new, also in local activities', async () => {
    const taskQueue = `keys-${crypto.randomUUID()}`;
    const worker = await createWorker(options(taskQueue));
    check(await worker.runUntil(() => execute('keys', taskQueue)));
  });

  test('stay the same when the run is reset and the step runs again', async () => {
    const taskQueue = `keys-reset-${crypto.randomUUID()}`;
    const worker = await createWorker(options(taskQueue));
    await worker.runUntil(async () => {
      const handle = await client.workflow.start('keyAndWait', { taskQueue, workflowId: taskQueue });
      await untilCompleted(handle);
      const { runId } = await connection.workflowService.resetWorkflowExecution({
        namespace: 'default',
        workflowExecution: { workflowId: taskQueue, runId: handle.firstExecutionRunId },
        // The end of the first workflow task, which scheduled the activity. Typed as a Long; numbers are fine.
        workflowTaskFinishEventId: 4 as never,
        reason: 'test',
        requestId: crypto.randomUUID(),
      });
      expect(runId).not.toBe(handle.firstExecutionRunId);
      await client.workflow.getHandle(taskQueue, runId).signal('goOn');
      expect(await client.workflow.getHandle(taskQueue, runId).result()).toBe(
        `${handle.firstExecutionRunId}/1`,
      );
    });
  });

  test('work in a raw worker with the plugin', async () => {
    const taskQueue = `keys-raw-${crypto.randomUUID()}`;
    const native = await NativeConnection.connect({ address });
    const worker = await Worker.create({
      connection: native,
      workflowsPath,
      activities,
      taskQueue,
      plugins: [batonPlugin()],
      bundlerOptions: {},
    });
    check(await worker.runUntil(() => execute('keys', taskQueue)));
    await native.close();
  });
});

test("runs share Baton's library, and have their own code each", async () => {
  const taskQueue = `shared-library-${crypto.randomUUID()}`;
  const worker = await createWorker(options(taskQueue));
  expect(await worker.runUntil(() => execute('isShared', taskQueue))).toEqual({ library: true, own: false });
});

test('registers the search attributes', async () => {
  const taskQueue = `attributes-${crypto.randomUUID()}`;
  const worker = await createWorker(options(taskQueue));
  await worker.shutdown();
  const { customAttributes } = await connection.operatorService.listSearchAttributes({
    namespace: 'default',
  });
  expect(customAttributes).toMatchObject({
    BatonProcess: 2,
    BatonBusinessKey: 2,
    BatonOpenTasks: 7,
    BatonIncident: 7,
    BatonTaskAssignee: 2,
    BatonTaskState: 2,
    BatonTaskDue: 6,
  });
});

test('shares a connection and leaves it open', async () => {
  const native = await NativeConnection.connect({ address });
  const worker = await createWorker({ ...options('shared'), connection: native });
  await worker.shutdown();
  await worker.shutdown();
  await expect(native.workflowService.getSystemInfo({})).resolves.toBeDefined();
  await native.close();
});

test('a server that does not answer and a namespace that does not exist are told as such', async () => {
  const nobody = createWorker({ ...options('q'), connection: { address: '127.0.0.1:1' } });
  await expect(nobody).rejects.toMatchObject({ code: 'server-unreachable' });
  await expect(nobody).rejects.toThrow('127.0.0.1:1');
  const nowhere = createWorker({ ...options('q'), namespace: 'no-such-namespace' });
  await expect(nowhere).rejects.toMatchObject({ code: 'server-refused' });
  await expect(nowhere).rejects.toThrow('no-such-namespace');
});

test('two activities of one name are refused before anything is opened', async () => {
  const error: unknown = await createWorker({
    ...options('q'),
    activities: [activities, { idempotencyKey: async () => 'mine' }],
    connection: { address: '127.0.0.1:1' },
  }).catch((reason: unknown) => reason);
  expect(isWorkerError(error, 'duplicate-activity')).toBe(true);
});

describe('a worker process', () => {
  let child: ChildProcess;
  afterEach(() => {
    child.kill('SIGKILL');
  });

  test('runs in UTC wherever it is, serves metrics, and finishes its activities on SIGTERM', async () => {
    const taskQueue = `process-${crypto.randomUUID()}`;
    const port = String(await reservePort());
    const script = require.resolve('./fixtures/worker-process');
    child = spawn(process.execPath, ['--import', 'tsx', script, taskQueue, address, port], {
      env: { ...process.env, TZ: 'America/New_York' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    const { value } = await lines.next();
    expect(JSON.parse(String(value))).toEqual({ tz: 'UTC', hours: 12 });
    expect(await execute('timeZone', taskQueue)).toEqual({ hours: 12, zone: 'UTC' });
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toContain('temporal_workflow_completed');

    const handle = await client.workflow.start('untilSignal', { taskQueue, workflowId: taskQueue });
    await activityStarted(handle.workflowId);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await lines.next()).value).toBe('stopped');
    expect(await exit).toEqual([0, null]);
    const { events } = await handle.fetchHistory();
    expect(events?.some((event) => event.activityTaskCompletedEventAttributes)).toBe(true);
    await handle.terminate();
  });
});

async function untilCompleted(handle: WorkflowHandle): Promise<void> {
  for (;;) {
    const { events } = await handle.fetchHistory();
    if (events?.some((event) => event.activityTaskCompletedEventAttributes)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function activityStarted(workflowId: string): Promise<void> {
  for (;;) {
    const { raw } = await client.workflow.getHandle(workflowId).describe();
    // 2: started, as against scheduled.
    if (raw.pendingActivities?.some(({ state }) => state === 2)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
