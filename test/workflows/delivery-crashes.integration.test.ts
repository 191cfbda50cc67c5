import { setTimeout as sleep } from 'node:timers/promises';
import type { BatonClient } from 'batonflow/client';
import { DELIVERY_SIGNALS, shardOf, signalRegistryId, startedRunId } from '../../src/shared/delivery';
import { eventsOf } from '../support/events-of';
import { mortalWorkers, type Death } from '../support/mortal-workers';
import { serve } from '../support/served';

/*
 * Workers are processes here, and end in the middle of a delivery. Nothing may be lost, and nothing come twice.
 */

// Each waits ten seconds for an activity whose worker was killed, and starts a process.

const workflowsPath = require.resolve('./fixtures/delivery');
const { survive, end } = mortalWorkers({ workflowsPath });
afterAll(end);

const title = '$activity, $moment its work, by $signal';

const listening = async (client: BatonClient, id: string) => {
  for (;;) {
    const { events } = await client.history(id);
    if (events?.some((event) => event.activityTaskCompletedEventAttributes)) return;
    await sleep(50);
  }
};

describe('each message is taken exactly once when a worker ends in', () => {
  test.concurrent.each<Death>([
    { activity: 'baton.subscribe', moment: 'after', signal: 'SIGKILL' },
    { activity: 'baton.publish', moment: 'after', signal: 'SIGKILL' },
    { activity: 'baton.offer', moment: 'before', signal: 'SIGKILL' },
    { activity: 'baton.offer', moment: 'after', signal: 'SIGKILL' },
    { activity: 'baton.offer', moment: 'before', signal: 'SIGTERM' },
  ])(title, async (death) => {
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

  test.concurrent.each<Death>([{ activity: 'baton.start', moment: 'after', signal: 'SIGKILL' }])(
    title,
    async (death) => {
      const started = await survive(death, async (client, taskQueue) => {
        const { runId } = await client.start('send', { message: 'Order', quantity: 7 });
        const count = await countOf(client, 'startedByEvents', taskQueue);
        const address = { deployment: taskQueue, name: 'Order' };
        const id = startedRunId('startedByEvents', address, `${String(runId)}/Throw#1.0`);
        return { result: await client.result(undefined, id), count };
      });
      expect(started).toMatchObject({ result: { quantity: 7 }, count: 1 });
    },
  );
});

test.concurrent('a message goes to the next one when its receiver was terminated', async () => {
  const taskQueue = `crashes-${crypto.randomUUID()}`;
  const { client, stop } = await serve({ workflowsPath, activities: {}, taskQueue });
  const closed = await client.start('receive', { sku: 'a', count: 1 });
  await listening(client, closed.id);
  await closed.terminate();
  const next = await client.start('receive', { sku: 'a', count: 1 });
  await client.start('send', { sku: 'a', quantity: 5 });
  expect(await next.result()).toMatchObject({ got: [{ quantity: 5 }] });
  await stop();
});

describe('everyone hears each signal once when a worker ends in', () => {
  test.concurrent.each<Death & { readonly runs: number }>([
    { activity: 'baton.listen', moment: 'after', signal: 'SIGKILL', runs: 20 },
    { activity: 'baton.broadcast', moment: 'after', signal: 'SIGKILL', runs: 20 },
    { activity: 'baton.spread', moment: 'after', signal: 'SIGKILL', runs: 20 },
    // In all parts of the registry more than are told at a time: some have been told everybody, others nobody.
    { activity: 'baton.spread', moment: 'amid', nth: 9, signal: 'SIGKILL', runs: 200 },
    { activity: 'baton.spread', moment: 'amid', nth: 2, signal: 'SIGTERM', runs: 60 },
  ])(title, async ({ runs: many, ...death }) => {
    const heard = await survive(death, async (client, taskQueue) => {
      const ids = Array.from({ length: many }, (_, n) => `${taskQueue}/${n}`);
      const runs = await Promise.all(ids.map((id) => client.start('count', {}, { id })));
      for (const { id } of runs) await listening(client, id);
      const sent = await client.start('send', { signal: 'Prices changed' });
      await sent.result();
      const parts = new Set(runs.map(({ id: workflowId }) => shardOf({ workflowId, firstRunId: '' })));
      for (const part of parts)
        await allIsTold(client, signalRegistryId({ deployment: taskQueue, name: 'Prices changed' }, part));
      for (const run of runs) await run.message('Stop');
      return Promise.all(runs.map((run) => run.result()));
    });
    expect(heard.map((result) => (result as { heard: number }).heard)).toEqual(heard.map(() => 1));
  });
});

/** Until a part of the registry has passed on all that was broadcast to it. It may have continued as new meanwhile. */
async function allIsTold(client: BatonClient, registry: string): Promise<void> {
  for (;;) {
    const events = await eventsOf(client, registry);
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
