/** Which changes of a process its open runs can go on with: docs/production.md says the same. */
import { defineActivity } from 'batonflow/activity';
import type { ProcessRun } from 'batonflow/client';
import { replayHistories, replayRuns, type ReplayedRun } from 'batonflow/testing';
import { bundleWorkflows, type WorkflowBundle } from 'batonflow/worker';
import { eventually } from '../support/eventually';
import { serve, type Served } from '../support/served';
import { pack, process as contract } from './fixtures/replayed';

type Delivery = ProcessRun<typeof contract>;
type Events = NonNullable<Awaited<ReturnType<Delivery['history']>>['events']>;

const workflowsPath = require.resolve('./fixtures/replayed');
let served: Served;
let workflowBundle: WorkflowBundle;
let run: Delivery;

beforeAll(async () => {
  const activities = [defineActivity(pack, () => undefined)];
  served = await serve({ taskQueue: `replay-${crypto.randomUUID()}`, workflowsPath, activities });
  workflowBundle = await bundleWorkflows({ workflowsPath });
  run = await served.client.start(contract, { order: 'o-1' });
  await eventually(async () => (await run.tasks()).length > 0);
});
afterAll(async () => {
  await run.terminate();
  await served.stop();
});

/** The history of the run, as if another workflow function had begun it. */
async function historyOf(type: string) {
  const { events } = (await run.history()) as { events: Events };
  const started = events[0]!.workflowExecutionStartedEventAttributes!;
  started.workflowType = { name: type };
  return { workflowId: run.id, history: { events } };
}

async function replayed(type: string) {
  const [result] = await all(replayHistories([await historyOf(type)], { workflowBundle }));
  return result;
}

async function all(runs: AsyncIterable<ReplayedRun>): Promise<ReplayedRun[]> {
  const found: ReplayedRun[] = [];
  for await (const one of runs) found.push(one);
  return found;
}

test.each(['delivery', 'moreBehind', 'moreAround', 'timerFirst', 'otherTimes', 'otherOptions'])(
  'goes on with %s',
  async (type) => {
    expect(await replayed(type)).toEqual({ workflowId: run.id, type });
  },
);

test.each([
  ['moreBefore', /^\[TMPRL1100\] Nondeterminism error: .*'Pack#1'.*'Ship#1'$/],
  ['otherActivity', /ship/],
  ['otherId', /PackAll/],
  ['lessAround', /[Tt]imer/],
])('does not go on with %s', async (type, why) => {
  expect((await replayed(type))?.error?.message).toMatch(why);
});

test('runs of the server, of each process the latest', async () => {
  const other = await served.client.start(contract, { order: 'o-2' });
  const query = `TaskQueue = '${served.worker.taskQueue}'`;
  const ask = (options: { limit?: number }) =>
    all(replayRuns(served.client, { workflowBundle, runs: { status: 'RUNNING', query }, ...options }));
  const both = await eventually(
    () => ask({}),
    (runs) => runs.length === 2,
  );
  expect(both).toEqual(expect.arrayContaining([{ workflowId: other.id, type: 'delivery' }]));
  expect(await ask({ limit: 1 })).toHaveLength(1);
  await other.terminate();
});
