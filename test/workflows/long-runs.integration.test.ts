import { Worker } from '@temporalio/worker';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { batonPlugin, bundleWorkflows, type WorkflowBundle } from 'batonflow/worker';
import { CONTINUE_AFTER_MEMO } from '../../src/shared/continuation';
import * as activities from './fixtures/long-activities';
import { collecting, counting, hearing, watching } from './fixtures/long-contracts';
import { eventually } from '../support/eventually';

let env: TestEnvironment;
let workflowBundle: WorkflowBundle;

beforeAll(async () => {
  workflowBundle = await bundleWorkflows({ workflowsPath: require.resolve('./fixtures/long') });
  env = await createTestEnvironment({
    workflowBundle,
    activities,
    server: 'dev',
  });
});
afterAll(async () => {
  await env.dispose();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A history is long enough after that many events. */
const after = (events: number) => ({ memo: { [CONTINUE_AFTER_MEMO]: events, mine: 'kept' } });

// Those that are slow rather than busy run side by side; the last one waits for a moment, and runs alone.
test.concurrent('a loop in the process goes on in new runs, with all that is known', async () => {
  const run = await env.client.start(
    counting,
    { limit: 40, messages: 30 },
    { businessKey: 'B-1', ...after(40) },
  );
  const sent: number[] = [];
  for (let i = 0; i < 30; i++) {
    await run.message('Told', i);
    expect(await run.update('add', i)).toBe(i + 1);
    sent.push(i);
  }
  const result = (await run.result()) as Record<string, unknown>;
  expect(result).toMatchObject({
    ...{ n: 40, told: sent, added: sent, undone: 1, isDate: true, continued: true },
    keys: ['Begin#1', 'Key#1', 'Key#2', 'Key#3', 'Key#4', 'Key#5'].map(
      (key) => `${String(result.firstRun)}/${key}`,
    ),
  });
  const { elements } = await run.progress();
  expect(elements.Count).toMatchObject({ entered: 40, completed: 40 });
  expect(elements.Begin).toMatchObject({ entered: 1 });
  expect(await run.describe()).toMatchObject({ businessKey: 'B-1' });
  const { memo, historyLength } = await run.handle.describe();
  expect(memo).toMatchObject({ mine: 'kept' });
  expect(historyLength).toBeLessThan(100);
});

test.concurrent('loops in branches go on in runs of their own', async () => {
  const run = await env.client.start(watching, { limit: 60 }, after(30));
  const result = (await run.result()) as Record<string, unknown>;
  expect(result).toMatchObject({ left: 60, begun: 1, stop: true });
  expect(Number(result.right)).toBeGreaterThan(0);
  expect((await run.handle.describe()).historyLength).toBeLessThan(120);
  const { elements } = await run.progress();
  expect(elements.Left).toMatchObject({ entered: 60, completed: 60 });
  expect(elements.Key).toMatchObject({ entered: 1 });

  let replayed = 0;
  const { workflow } = env.client.client;
  for await (const { workflowId, runId } of workflow.list({ query: `WorkflowId STARTS_WITH "${run.id}"` })) {
    const history = await workflow.getHandle(workflowId, runId).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle, plugins: [batonPlugin()] }, history, workflowId);
    replayed += 1;
  }
  expect(replayed).toBeGreaterThan(2);
});

test.concurrent(
  'messages and updates that come while a branch is handed over, and goes on again and again, are taken once',
  async () => {
    const key = `key-${Date.now()}`;
    const numbers = Array.from({ length: 40 }, (_, i) => i);
    const run = await env.client.start(collecting, { key, wanted: numbers.length }, after(15));
    for (const i of numbers) {
      await env.client.publish(collecting, 'Told', { i }, { key });
      expect(await run.update('add', i)).toBe(i + 1);
    }
    expect(await run.result()).toMatchObject({ taken: numbers, added: numbers });
    const runs = new Set<string>();
    for await (const one of env.client.client.workflow.list({ query: `WorkflowId STARTS_WITH "${run.id}"` }))
      runs.add(one.runId);
    expect(runs.size).toBeGreaterThan(3);
  },
);

test('event sub-processes hear of everything once, and timers keep their rhythm', async () => {
  const key = `key-${Date.now()}`;
  const began = Date.now();
  const run = await env.client.start(hearing, { key }, after(20));
  const entered = async (what: string) => (await run.progress()).elements[what]?.entered ?? 0;
  // Signals are not kept for those who do not listen yet.
  while ((await entered('Heard')) === 0) {
    await env.client.broadcast(`Heard ${key}`);
    await pause(1000);
  }
  const before = await entered('Heard');
  for (let i = 0; i < 10; i++) {
    await run.message('Sent', { i });
    await env.client.publish('Published', { i }, { key });
    await env.client.broadcast(`Heard ${key}`, { i });
    await pause(100);
  }
  const expected = { Sent: 10, Published: 10, Heard: 10 + before, Ticked: 4 };
  for (const [what, times] of Object.entries(expected))
    await eventually(
      () => entered(what),
      (count) => count >= times,
    );
  await run.message('Stop');
  const { notes, runs } = (await run.result()) as { notes: string[]; runs: string[] };
  const seconds = (Date.now() - began) / 1000;
  expect(runs.length).toBeGreaterThan(2);
  const count = (what: string) => notes.filter((note) => note === what).length;
  expect([count('sent'), count('published'), count('heard')]).toEqual([10, 10, expected.Heard]);
  // At most one a second, and not none: their rhythm does not begin anew in each run.
  expect(count('ticked')).toBeLessThanOrEqual(seconds);
});

test.concurrent('a timer of the process is due when it was due in the first run', async () => {
  const stop = Date.now() + 5_000;
  const run = await env.client.start(hearing, { stop: new Date(stop).toISOString() }, after(20));
  expect(await run.result()).toMatchObject({ stop: new Date(stop).toISOString() });
  expect(Date.now()).toBeGreaterThanOrEqual(stop);
  expect((await run.progress()).path.at(-1)).toBe('Stopped');
});
