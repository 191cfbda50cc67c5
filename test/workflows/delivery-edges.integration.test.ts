/** Messages and signals at their edges, on the dev server. */
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { eventually } from '../support/eventually';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({
    workflowsPath: require.resolve('./fixtures/delivery-edges'),
    server: 'dev',
  });
});
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
