import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/delivery') });
});
afterAll(async () => {
  await env.dispose();
});

const send = (input: object) => env.client.execute('send', input);

/** Until the run has entered its wait outside. */
async function waits(run: { history(): ReturnType<TestEnvironment['client']['history']> }): Promise<void> {
  for (;;) {
    const { events } = await run.history();
    if (events?.some((event) => event.activityTaskCompletedEventAttributes)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function settled(id: string): Promise<{ readonly type?: string | null; readonly input: unknown }> {
  for (;;) {
    const found = await env.client.client.workflow
      .getHandle(id)
      .describe()
      .catch(() => undefined);
    if (found) return { type: found.type, input: await env.client.get(undefined, id).result() };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a message', () => {
  test('reaches the run that waits for its key, and nobody else', async () => {
    const meant = await env.client.start('receive', { sku: 'a', count: 1 });
    const other = await env.client.start('receive', { sku: 'b', count: 1 });
    await Promise.all([waits(meant), waits(other)]);
    await send({ sku: 'a', quantity: 1 });
    expect(await meant.result()).toMatchObject({ got: [{ quantity: 1 }] });
    expect((await other.describe()).status).toBe('RUNNING');
    await send({ sku: 'b', quantity: 2 });
    expect(await other.result()).toMatchObject({ got: [{ quantity: 2 }] });
  });

  test('is kept when it comes first, in order', async () => {
    await send({ sku: 'c', quantity: 1 });
    await send({ sku: 'c', quantity: 2 });
    expect(await env.client.execute('receive', { sku: 'c', count: 2 })).toMatchObject({
      got: [{ quantity: 1 }, { quantity: 2 }],
    });
  });

  test('goes to one of two that wait: to the older one', async () => {
    const first = await env.client.start('receive', { sku: 'd', count: 1 });
    await waits(first);
    const second = await env.client.start('receive', { sku: 'd', count: 1 });
    await waits(second);
    await send({ sku: 'd', quantity: 1 });
    await send({ sku: 'd', quantity: 2 });
    expect(await first.result()).toMatchObject({ got: [{ quantity: 1 }] });
    expect(await second.result()).toMatchObject({ got: [{ quantity: 2 }] });
  });

  test('goes to the next one when its receiver is closed', async () => {
    const closed = await env.client.start('receive', { sku: 'e', count: 1 });
    await waits(closed);
    await closed.terminate();
    await send({ sku: 'e', quantity: 5 });
    expect(await env.client.execute('receive', { sku: 'e', count: 1 })).toMatchObject({
      got: [{ quantity: 5 }],
    });
  });

  test('of a client is kept for its wait as well, once for each id', async () => {
    for (const quantity of [1, 2]) {
      await env.client.publish('Restocked', { quantity }, { key: 'f', id: 'same' });
    }
    await env.client.publish('Restocked', { quantity: 3 }, { key: 'f' });
    expect(await env.client.execute('receive', { sku: 'f', count: 2 })).toMatchObject({
      got: [{ quantity: 1 }, { quantity: 3 }],
    });
  });

  test('starts a process, once', async () => {
    const run = await env.client.start('send', { message: 'Order', quantity: 7 });
    await run.result();
    const id = `startedByEvents/${run.runId}/Throw#1.0`;
    expect(await settled(id)).toMatchObject({
      type: 'startedByEvents',
      input: { quantity: 7, at: 'Start_Order' },
    });
  });
});

describe('a signal', () => {
  test('reaches everyone who waits', async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => env.client.start('hear', {})));
    await Promise.all(runs.map(waits));
    await send({ signal: 'Prices changed' });
    for (const run of runs) expect(await run.result()).toMatchObject({ heard: true, since: 'today' });
  });

  test('of a client reaches those who wait', async () => {
    const run = await env.client.start('hear', {});
    await waits(run);
    await env.client.broadcast('Prices changed');
    expect(await run.result()).toMatchObject({ heard: true });
  });

  test('starts processes', async () => {
    const run = await env.client.start('send', { signal: 'Dawn' });
    await run.result();
    const id = `startedByEvents/${run.runId}/Throw#1.0`;
    expect(await settled(id)).toMatchObject({
      type: 'startedByEvents',
      input: { since: 'today', at: 'Start_Dawn' },
    });
  });
});
