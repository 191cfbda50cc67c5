import { setTimeout as sleep } from 'node:timers/promises';
import type { BatonClient } from 'batonflow/client';
import { runIdOfKey, startedRunId, TELL_OF_END_SIGNAL } from '../../src/shared/delivery';
import { mortalWorkers } from '../support/mortal-workers';
import { serve, type Served } from '../support/served';

/*
 * Messages that start one run at a time for each correlation key, as Camunda 8's do.
 */

const workflowsPath = require.resolve('./fixtures/one-run-per-key');
const taskQueue = `one-run-per-key-${crypto.randomUUID()}`;

let served: Served;
let client: BatonClient;
const { survive, end } = mortalWorkers({ workflowsPath });
beforeAll(async () => {
  served = await serve({ workflowsPath, activities: {}, taskQueue });
  ({ client } = served);
});
afterAll(async () => {
  await served.stop();
  await end();
});

/** The run of a key, once there is one, or another one than before. */
async function runOf(key: string, before?: string, of = client, deployment = taskQueue): Promise<Run> {
  const id = runIdOfKey('drive', { deployment, name: 'Parcel', key });
  for (;;) {
    const runId = await of.describe(id).then(
      (run) => run.runId,
      () => undefined,
    );
    if (runId !== undefined && runId !== before) return { id, runId, client: of };
    await sleep(50);
  }
}

interface Run {
  readonly id: string;
  readonly runId: string;
  readonly client: BatonClient;
}

/** Until a mailbox that holds the next message has asked the run to tell it of its end. */
async function isWaitedFor({ id, runId }: Run): Promise<void> {
  for (;;) {
    const { events } = await client.history(id, runId);
    const signals = events?.map((event) => event.workflowExecutionSignaledEventAttributes?.signalName);
    if (signals?.includes(TELL_OF_END_SIGNAL)) return;
    await sleep(50);
  }
}

const driven = async ({ id, client: of }: Run): Promise<unknown> => {
  const run = of.get(undefined, id);
  await run.message('Drive');
  return run.result();
};
const parcel = (number: number, more: object = {}) => ({ number, ...more });

test('the next one starts when the run has ended that the first one has started, in order', async () => {
  for (const number of [1, 2, 3]) await client.publish('Parcel', parcel(number), { key: 'in order' });
  let before: string | undefined;
  for (const number of [1, 2, 3]) {
    const run = await runOf('in order', before);
    expect(await driven(run)).toMatchObject({ number, at: 'Start_Parcel' });
    before = run.runId;
  }
});

test('so does another message that starts the process', async () => {
  await client.publish('Parcel', parcel(1), { key: 'both' });
  const first = await runOf('both');
  await client.publish('Crate', parcel(2), { key: 'both' });
  await isWaitedFor(first);
  expect(await driven(first)).toMatchObject({ number: 1, at: 'Start_Parcel' });
  const second = await runOf('both', first.runId);
  expect(await driven(second)).toMatchObject({ number: 2, at: 'Start_Crate' });
});

test('a wait of the run itself takes the next one', async () => {
  await client.publish('Parcel', parcel(1, { waitsFor: 'same van' }), { key: 'same van' });
  await client.publish('Parcel', parcel(2), { key: 'same van' });
  expect(await driven(await runOf('same van'))).toMatchObject({ number: 1, next: { number: 2 } });
});

test('the next one starts when the run was terminated, which cannot say so', async () => {
  await client.publish('Parcel', parcel(1), { key: 'terminated' });
  const first = await runOf('terminated');
  await client.publish('Parcel', parcel(2), { key: 'terminated' });
  await isWaitedFor(first);
  await client.get(undefined, first.id).terminate();
  expect(await driven(await runOf('terminated', first.runId))).toMatchObject({ number: 2 });
});

test('one whose time has passed meanwhile starts nothing', async () => {
  const key = crypto.randomUUID();
  await client.publish('Parcel', parcel(1), { key });
  const first = await runOf(key);
  // The mailbox may have dropped it before it asks the run to tell of its end: it asks for the third one as well.
  await client.publish('Parcel', parcel(2), { key, timeToLive: 1 });
  await client.publish('Parcel', parcel(3), { key });
  await isWaitedFor(first);
  await driven(first);
  expect(await driven(await runOf(key, first.runId))).toMatchObject({ number: 3 });
});

test('a message that comes twice starts one run, also when that has ended', async () => {
  for (const id of ['same', 'same']) await client.publish('Parcel', parcel(1), { key: 'twice', id });
  const first = await runOf('twice');
  await driven(first);
  await client.publish('Parcel', parcel(1), { key: 'twice', id: 'same' });
  await client.publish('Parcel', parcel(2), { key: 'twice' });
  expect(await driven(await runOf('twice', first.runId))).toMatchObject({ number: 2 });
});

test('other keys, and messages without one, start runs of their own', async () => {
  for (const key of ['north', 'south']) await client.publish('Parcel', parcel(1), { key });
  expect(await driven(await runOf('north'))).toMatchObject({ number: 1 });
  expect(await driven(await runOf('south'))).toMatchObject({ number: 1 });
  const sent = ['a', 'b'].map((id) => client.publish('Parcel', parcel(2), { id }));
  await Promise.all(sent);
  for (const id of ['a', 'b']) {
    const run = {
      id: startedRunId('drive', { deployment: taskQueue, name: 'Parcel' }, id),
      runId: '',
      client,
    };
    while (!(await client.describe(run.id).then(Boolean, () => false))) await sleep(50);
    expect(await driven(run)).toMatchObject({ number: 2 });
  }
});

test('each starts one run when a worker is killed after it has started it', async () => {
  const death = { activity: 'baton.startInTurn', moment: 'after', signal: 'SIGKILL' } as const;
  const numbers = await survive(death, async (mortal, deployment) => {
    for (const number of [1, 2]) await mortal.publish('Parcel', parcel(number), { key: 'k' });
    const first = await runOf('k', undefined, mortal, deployment);
    const results = [await driven(first)];
    results.push(await driven(await runOf('k', first.runId, mortal, deployment)));
    return results;
  });
  expect(numbers).toMatchObject([{ number: 1 }, { number: 2 }]);
});
