import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type BatonClient } from 'batonflow/client';
import { bundleWorkflows } from 'batonflow/worker';
import { DELIVERY_SIGNALS, shardOf, signalRegistryId } from '../../src/shared/delivery';

/*
 * Workers are processes here, and die in the middle of a delivery. Nothing may be lost, and nothing come twice.
 */

// Each waits ten seconds for an activity whose worker is dead, and starts two processes.
jest.setTimeout(180_000);

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'baton-crashes-'));
const bundle = join(folder, 'workflows.js');
const children: ChildProcess[] = [];

// By the first test that needs it: hooks do not run before concurrent ones.
let bundling: Promise<void> | undefined;
async function bundleOnce(): Promise<void> {
  const { code } = await bundleWorkflows({ workflowsPath: require.resolve('./fixtures/delivery') });
  writeFileSync(bundle, code);
}

afterAll(async () => {
  for (const child of children.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true });
});

/** @param death - built-in activity and moment */
async function startWorker(taskQueue: string, ...death: string[]): Promise<ChildProcess> {
  await (bundling ??= bundleOnce());
  const program = require.resolve('./programs/mortal-worker');
  const child = spawn(process.execPath, ['--import', 'tsx', program, bundle, taskQueue, address, ...death], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout!, 'data');
  return child;
}

/** Work that begins with a worker that dies in it, and is done by the next one. */
async function survive<T>(
  [activity, moment]: readonly [string, string],
  work: (client: BatonClient, taskQueue: string) => Promise<T>,
): Promise<T> {
  const taskQueue = `crashes-${crypto.randomUUID()}`;
  await using client = await connect({ address, taskQueue });
  const mortal = await startWorker(taskQueue, activity, moment);
  const death = once(mortal, 'exit');
  const working = work(client, taskQueue);
  expect(await death).toEqual([null, 'SIGKILL']);
  await startWorker(taskQueue);
  return await working;
}

const listening = async (client: BatonClient, id: string) => {
  for (;;) {
    const { events } = await client.history(id);
    if (events?.some((event) => event.activityTaskCompletedEventAttributes)) return;
    await sleep(50);
  }
};

describe('each message is taken exactly once when a worker dies', () => {
  test.concurrent.each([
    ['baton.subscribe', 'after'],
    ['baton.publish', 'after'],
    ['baton.offer', 'before'],
    ['baton.offer', 'after'],
  ])('in %s, %s its work', async (...death) => {
    const got = await survive(death, async (client) => {
      const receivers = [1, 2, 3].map(() => client.start('receive', { sku: 'a', count: 1 }));
      const runs = await Promise.all(receivers);
      for (const quantity of [1, 2, 3]) await client.start('send', { sku: 'a', quantity });
      const results = await Promise.all(runs.map((run) => run.result()));
      // One that has come twice would be waiting for this one.
      await client.start('send', { sku: 'a', quantity: 4 });
      return [...results, await client.execute('receive', { sku: 'a', count: 1 })];
    });
    const quantities = got.flatMap((result) => (result as { got: { quantity: number }[] }).got);
    expect(
      quantities
        .slice(0, 3)
        .map(({ quantity }) => quantity)
        .sort(),
    ).toEqual([1, 2, 3]);
    expect(quantities[3]).toEqual({ quantity: 4 });
  });

  test.concurrent.each([['baton.start', 'after']])('in %s, %s its work', async (...death) => {
    const started = await survive(death, async (client, taskQueue) => {
      const { runId } = await client.start('send', { message: 'Order', quantity: 7 });
      const count = await countOf(client, 'startedByEvents', taskQueue);
      const id = `startedByEvents/${String(runId)}/Throw#1.0`;
      return { result: await client.result(undefined, id), count };
    });
    expect(started).toMatchObject({ result: { quantity: 7 }, count: 1 });
  });
});

test.concurrent('a message goes to the next one when its receiver was terminated', async () => {
  const taskQueue = `crashes-${crypto.randomUUID()}`;
  await using client = await connect({ address, taskQueue });
  await startWorker(taskQueue);
  const closed = await client.start('receive', { sku: 'a', count: 1 });
  await listening(client, closed.id);
  await closed.terminate();
  const next = await client.start('receive', { sku: 'a', count: 1 });
  await client.start('send', { sku: 'a', quantity: 5 });
  expect(await next.result()).toMatchObject({ got: [{ quantity: 5 }] });
});

describe('everyone hears each signal once when a worker dies', () => {
  test.concurrent.each([
    ['baton.listen', 'after'],
    ['baton.broadcast', 'after'],
    ['baton.spread', 'amid'],
    ['baton.spread', 'after'],
  ])('in %s, %s its work', async (...death) => {
    const heard = await survive(death, async (client, taskQueue) => {
      // All in one part of the registry, and more than are told at a time.
      const ids = Array.from({ length: 400 }, () => crypto.randomUUID()).filter(
        (workflowId) => shardOf({ workflowId, firstRunId: '' }) === 0,
      );
      const runs = await Promise.all(ids.slice(0, 30).map((id) => client.start('count', {}, { id })));
      await Promise.all(runs.map(({ id }) => listening(client, id)));
      const sent = await client.start('send', { signal: 'Prices changed' });
      await sent.result();
      await allIsTold(client, signalRegistryId({ deployment: taskQueue, name: 'Prices changed' }, 0));
      for (const run of runs) await run.message('Stop');
      return Promise.all(runs.map((run) => run.result()));
    });
    expect(heard.map((result) => (result as { heard: number }).heard)).toEqual(heard.map(() => 1));
  });
});

/** Until a part of the registry has passed on all that was broadcast to it. */
async function allIsTold(client: BatonClient, registry: string): Promise<void> {
  for (;;) {
    const events = (await client.history(registry)).events ?? [];
    const told = events.filter((event) => event.activityTaskCompletedEventAttributes);
    const broadcast = events.filter(
      (event) => event.workflowExecutionSignaledEventAttributes?.signalName === DELIVERY_SIGNALS.broadcast,
    );
    if (broadcast.length > 0 && told.length >= broadcast.length) return;
    await sleep(100);
  }
}

/** How many runs of a type there are, once there is one: lists are late. */
async function countOf(client: BatonClient, process: string, taskQueue: string): Promise<number> {
  for (;;) {
    let count = 0;
    for await (const run of client.list({ process })) if (run.taskQueue === taskQueue) count += 1;
    if (count > 0) return count;
    await sleep(100);
  }
}
