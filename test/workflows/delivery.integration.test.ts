import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { mailboxId, startedRunId } from '../../src/shared/delivery';
import { publishMessage } from '../../src/shared/send';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/delivery') });
});
afterAll(async () => {
  await env.dispose();
});

type Run = Awaited<ReturnType<TestEnvironment['client']['start']>>;

/** Without waiting for its result, which lets time pass: messages would expire before their receiver is there. */
async function send(input: object): Promise<void> {
  const run = await env.client.start('send', input);
  await until(async () => (await run.describe()).status === 'COMPLETED');
}

/** Until the run has entered so many waits outside, and rests. */
async function waits(run: Run, times = 1): Promise<void> {
  await until(async () => {
    const events = (await run.history()).events ?? [];
    const entered = events.filter((event) => event.activityTaskCompletedEventAttributes);
    return entered.length >= times && Boolean(events.at(-1)?.workflowTaskCompletedEventAttributes);
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Id of the run that something thrown by a run starts. */
function startedBy(name: string, { runId }: Run): string {
  return startedRunId(
    'startedByEvents',
    { deployment: env.worker.taskQueue, name },
    `${String(runId)}/Throw#1.0`,
  );
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

  test('goes to the next one when its receiver waits no more', async () => {
    const late = await env.client.start('receiveInTime', { sku: 'e' });
    await waits(late);
    await env.advance('P2D');
    expect(await late.result()).toMatchObject({ won: 'GiveUp' });
    await send({ sku: 'e', quantity: 5 });
    expect(await env.client.execute('receive', { sku: 'e', count: 1 })).toMatchObject({
      got: [{ quantity: 5 }],
    });
  });

  test('has no mailbox any more when the only wait for it is over', async () => {
    const run = await env.client.start('receiveInTime', { sku: 'none' });
    await waits(run);
    await env.advance('P2D');
    expect(await run.result()).toMatchObject({ won: 'GiveUp' });
    const mailbox = mailboxId({ deployment: env.worker.taskQueue, name: 'Restocked', key: 'none' });
    await until(async () => (await env.client.describe(mailbox)).status === 'COMPLETED');
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

  test('that is a list, sent by something that knows no better, is dropped', async () => {
    const run = await env.client.start('receive', { sku: 'list', count: 1 });
    await waits(run);
    const address = { deployment: env.worker.taskQueue, name: 'Restocked', key: 'list' };
    for (const payload of [[1, 2], { quantity: 3 }])
      await publishMessage(env.client.client, env.worker.taskQueue, address, {
        id: JSON.stringify(payload),
        payload,
      });
    expect(await run.result()).toMatchObject({ got: [{ quantity: 3 }] });
  });

  test('starts a process, once', async () => {
    const run = await env.client.start('send', { message: 'Order', quantity: 7 });
    await run.result();
    const id = startedBy('Order', run);
    expect(await settled(id)).toMatchObject({
      type: 'startedByEvents',
      input: { quantity: 7, at: 'Start_Order' },
    });
  });
});

describe('a signal', () => {
  test('reaches everyone who waits', async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => env.client.start('hear', {})));
    await Promise.all(runs.map((run) => waits(run)));
    await send({ signal: 'Prices changed' });
    for (const run of runs) expect(await run.result()).toMatchObject({ heard: true, since: 'today' });
  });

  test('reaches one that waits again after it had given up', async () => {
    const run = await env.client.start('hearAtLast', {});
    await waits(run);
    await env.advance('P2D');
    await waits(run, 2);
    await send({ signal: 'Prices changed' });
    expect(await run.result()).toMatchObject({ first: 'GiveUp', heard: true });
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
    const id = startedBy('Dawn', run);
    expect(await settled(id)).toMatchObject({
      type: 'startedByEvents',
      input: { since: 'today', at: 'Start_Dawn' },
    });
  });
});
