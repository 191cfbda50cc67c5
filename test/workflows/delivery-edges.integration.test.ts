/** Messages and signals at their edges, on the dev server. */
import { EventEmitter, once } from 'node:events';
import type { WorkflowStartInput } from '@temporalio/client';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import {
  DELIVERY_ACTIVITIES,
  DELIVERY_SIGNALS,
  mailboxId,
  runIdOfKey,
  TELL_OF_END_SIGNAL,
  type MessageAddress,
} from '../../src/shared/delivery';
import { eventsOf } from '../support/events-of';
import { eventually } from '../support/eventually';

let env: TestEnvironment;
/** Mailboxes hear of waits, but for those for notes, after this. */
let subscribing: Promise<unknown> = Promise.resolve();

beforeAll(async () => {
  env = await createTestEnvironment({
    workflowsPath: require.resolve('./fixtures/delivery-edges'),
    server: 'dev',
    interceptors: {
      activity: [
        ({ info }) => ({
          inbound: {
            execute: async (input, next) => {
              const [address] = input.args as Partial<MessageAddress>[];
              const isHeldUp =
                info.activityType === DELIVERY_ACTIVITIES.subscribe && address?.name !== 'Note';
              if (isHeldUp) await subscribing;
              return next(input);
            },
          },
        }),
      ],
      client: { workflow: [{ start: (input, next) => next(continuingAtOnce(input)) }] },
    },
  });
});
/** Runs that messages have started go on in new ones as soon as they can. */
const continuingAtOnce = (input: WorkflowStartInput): WorkflowStartInput => {
  const memo = { ...input.options.memo, 'baton.continueAfter': 1 };
  return input.workflowType === 'waitInLine' ? { ...input, options: { ...input.options, memo } } : input;
};
afterAll(async () => {
  await env.dispose();
});

test('a message with an id is taken once, though its receiver has continued as new meanwhile', async () => {
  const run = await env.client.start(
    'takeAgain',
    { sku: 'a', count: 3 },
    { memo: { 'baton.continueAfter': 1 } },
  );
  const send = (quantity: number, id: string) =>
    env.client.publish('Restocked', { quantity }, { key: 'a', id });
  await send(1, 'first');
  await eventually(async () => (await run.describe()).runId !== run.runId);
  await send(-1, 'first');
  await send(2, 'second');
  await send(-1, 'first');
  await send(-2, 'second');
  await send(3, 'third');
  expect(await run.result()).toMatchObject({ got: [{ quantity: 1 }, { quantity: 2 }, { quantity: 3 }] });
});

test('what comes while a run, about to continue as new, still tells others that it waits no more, is not lost', async () => {
  const gate = new EventEmitter();
  subscribing = once(gate, 'open');
  const run = await env.client.start('reopened', {}, { memo: { 'baton.continueAfter': 1 } });
  const has = async (
    what: 'activityTaskCompletedEventAttributes' | 'workflowExecutionUpdateCompletedEventAttributes',
  ) => (await run.history()).events?.some((event) => event[what]);
  await eventually(() => has('activityTaskCompletedEventAttributes')); // the mailbox of notes knows it
  await run.message('Opened');
  await env.client.publish('Note', { text: 'in between' });
  await eventually(() => has('workflowExecutionUpdateCompletedEventAttributes')); // it has taken the note
  await run.message('Closed');
  gate.emit('open');
  expect(await run.result()).toMatchObject({ noted: 'in between' });
  expect((await run.describe()).runId).not.toBe(run.runId);
});

test('a run that keeps others from starting tells their mailbox of its end from the last run of its chain', async () => {
  const address = { deployment: env.worker.taskQueue, name: 'Joined', key: crypto.randomUUID() };
  for (const number of [1, 2]) await env.client.publish('Joined', { number }, { key: address.key });
  const id = runIdOfKey('waitInLine', address);
  const first = env.client.get(undefined, id);
  const runIdNow = () =>
    first.describe().then(
      ({ runId }) => runId,
      () => undefined,
    );
  const signalled = async (workflowId: string, signal: string) =>
    (await eventsOf(env.client, workflowId)).filter(
      (event) => event.workflowExecutionSignaledEventAttributes?.signalName === signal,
    ).length;
  await eventually(runIdNow);
  await eventually(async () => (await signalled(id, TELL_OF_END_SIGNAL)) > 0);
  for (let turns = 0; turns < 2; turns++) {
    const before = await runIdNow();
    await first.message('Call', { goesOn: true });
    await eventually(async () => (await runIdNow()) !== before);
  }
  expect(await signalled(mailboxId(address), DELIVERY_SIGNALS.ended)).toBe(0);
  const last = await runIdNow();
  await first.message('Call', { goesOn: false });
  expect(await first.result()).toMatchObject({ number: 1 });
  expect(await signalled(mailboxId(address), DELIVERY_SIGNALS.ended)).toBe(1);
  await eventually(runIdNow, (now) => now !== undefined && now !== last);
  const second = env.client.get(undefined, id);
  await second.message('Call', { goesOn: false });
  expect(await second.result()).toMatchObject({ number: 2 });
});

test('the signal that starts a run is not the one that it waits for next', async () => {
  const started = async () => {
    for await (const { id, status } of env.client.list({ process: 'startedAndWaiting' }))
      return { id, status };
    return undefined;
  };
  await env.client.broadcast('Dawn', { day: 1 });
  const { id } = await eventually(started);
  const run = env.client.get(undefined, id);
  const entered = (history: Awaited<ReturnType<typeof run.history>>) =>
    history.events?.some((event) => event.activityTaskCompletedEventAttributes);
  await eventually(async () => entered(await run.history()));
  expect((await run.describe()).status).toBe('RUNNING');
  await env.client.broadcast('Dawn', { day: 2 });
  expect(await run.result()).toMatchObject({ started: 1, caught: { day: 2 } });
});

test('a run hears each of its own broadcasts once', async () => {
  const run = await env.client.start('hearItself', {});
  expect(await run.result()).toMatchObject({ caught: { n: 1 }, heard: 2 });
});

test('of two messages that are waited for together, one that comes too early is taken the next time', async () => {
  const run = await env.client.start('collectPairs', {});
  const mailboxOf = (name: string) => mailboxId({ deployment: env.worker.taskQueue, name, key: 'pair' });
  const offers = async (name: string) =>
    (await eventsOf(env.client, mailboxOf(name))).filter(
      (event) => event.activityTaskCompletedEventAttributes,
    ).length;
  const send = (name: string, payload: object) => env.client.publish(name, payload, { key: 'pair' });
  await send('Left', { left: 1 });
  await eventually(
    () => offers('Left'),
    (count) => count === 1,
  );
  await send('Left', { left: 2 });
  await send('Right', { right: 1 });
  await send('Right', { right: 2 });
  expect(await run.result()).toMatchObject({
    pairs: [
      [1, 1],
      [2, 2],
    ],
  });
});

describe('messages with the same id are different ones if their names are', () => {
  const id = crypto.randomUUID();

  test('to one run', async () => {
    const run = await env.client.start('orderedAndPaid', {});
    await env.client.publish('Order placed', { number: 1 }, { key: 'twice', id });
    await env.client.publish('Order paid', { number: 2 }, { key: 'twice', id });
    expect(await run.result()).toMatchObject({ ordered: { number: 1 }, paid: { number: 2 } });
  });

  test('that start runs of one process', async () => {
    for (const name of ['Case opened', 'Case opened', 'Case reopened'])
      await env.client.publish(name, { name }, { id });
    const started = async () => {
      const runs = [];
      for await (const run of env.client.list({ process: 'openedCase', status: 'COMPLETED' })) runs.push(run);
      return runs;
    };
    const runs = await eventually(started, ({ length }) => length >= 2);
    const results = await Promise.all(runs.map((run) => env.client.result(undefined, run.id)));
    expect(new Set(results.map((result) => JSON.stringify(result)))).toEqual(
      new Set([
        JSON.stringify({ name: 'Case opened', at: 'Start_Opened' }),
        JSON.stringify({ name: 'Case reopened', at: 'Start_Reopened' }),
      ]),
    );
    expect(runs).toHaveLength(2);
  });
});
