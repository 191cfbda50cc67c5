import { isClientError } from 'batonflow/client';
import { bpmnError, createTestEnvironment, stub, type TestEnvironment } from 'batonflow/testing';
import { isWorkerError } from 'batonflow/worker';
import * as activities from '../client/fixtures/activities';
import * as contracts from '../client/fixtures/contracts';
import { purchase } from '../client/fixtures/contracts';
import type { countdown } from '../client/fixtures/workflows';

const workflowsPath = require.resolve('../client/fixtures/workflows');

describe('on the time-skipping server', () => {
  const price = stub(contracts.price, { cents: 5 });
  let environment: TestEnvironment;
  beforeAll(async () => {
    environment = await createTestEnvironment({ workflowsPath, activities, stubs: [price] });
  });
  afterAll(() => environment.dispose());
  beforeEach(() => price.reset());

  test('a stub takes the place of the real activity, and records its calls', async () => {
    const run = await environment.client.start(purchase, { sku: 'lamp' });
    await run.message('Delivered', { quantity: 2 }, { key: 'lamp' });
    expect(await run.result()).toEqual({ cents: 5, quantity: 2 });
    expect(price.calls).toEqual([
      {
        input: { sku: 'lamp' },
        attempt: 1,
        idempotencyKey: `${run.runId}/Task_Price#1`,
        workflowId: run.id,
      },
    ]);
  });

  test('successive answers: an error that is retried, then a function of the input', async () => {
    price.once(new Error('away')).once(({ sku }) => ({ cents: sku.length }));
    const run = await environment.client.start(purchase, { sku: 'table' });
    await run.message('Delivered', { quantity: 1 }, { key: 'table' });
    expect(await run.result()).toEqual({ cents: 5, quantity: 1 });
    expect(price.calls.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  test('a stub can throw a BPMN error, and its answers are checked by the contract', async () => {
    price.answer(bpmnError('SOLD_OUT'));
    const soldOut = environment.client.execute(purchase, { sku: 'lamp' });
    await expect(soldOut).rejects.toMatchObject({ code: 'process-failed', bpmnError: { code: 'SOLD_OUT' } });
    price.answer({ cents: 'five' } as never);
    const misfit = environment.client.execute(purchase, { sku: 'lamp' });
    await expect(misfit).rejects.toThrow('activity price: output does not fit: cents: ');
  });

  test('days pass in a moment', async () => {
    const before = await environment.now();
    const run = await environment.client.start(contracts.failing, { how: 'wait' });
    await environment.advance('PT23H');
    expect(await run.describe()).toMatchObject({ status: 'RUNNING' });
    await environment.advance('61 minutes');
    await expect(run.result()).rejects.toMatchObject({ outcome: 'failed', failureType: 'Printer' });
    expect((await environment.now()).getTime() - before.getTime()).toBeGreaterThanOrEqual(24 * 3_600_000);
  });

  test('steps can be followed and human tasks worked on', async () => {
    const { client } = environment;
    const run = await client.start(purchase, { sku: 'lamp', approval: true });
    const seen: string[] = [];
    for await (const { kind, state, name } of run.follow()) {
      seen.push(`${kind} ${state} ${name}`);
      if (kind === 'activity' && state === 'completed') break;
    }
    expect(seen).toEqual([
      'process started purchase',
      'activity started Look up the price',
      'activity completed Look up the price',
    ]);
    const [task] = await client.tasks.list({ workflowId: run.id, process: purchase });
    expect(task).toMatchObject({ element: 'Task_Approve', state: 'open' });
    await client.tasks.complete(task!, { approved: false } as never);
    await expect(run.result()).rejects.toMatchObject({ bpmnError: { code: 'NOT_APPROVED' } });
  });

  test('what the server lacks is told', async () => {
    const { client } = environment;
    const listing = client.list()[Symbol.asyncIterator]().next();
    await expect(listing).rejects.toMatchObject({ code: 'unsupported' });
    const tasks: unknown = await client.tasks.list().catch((error: unknown) => error);
    expect(isClientError(tasks, 'unsupported')).toBe(true);
    const options = { id: 's', spec: { intervals: [{ every: '1 day' }] }, input: { sku: 'lamp' } };
    await expect(client.schedules.create(purchase, options)).rejects.toMatchObject({ code: 'unsupported' });
  });
});

test('on a server that runs already, time cannot be advanced, and everything else is there', async () => {
  const address = process.env['BATON_TEST_ADDRESS'] ?? '';
  const environment = await createTestEnvironment({ workflowsPath, activities, server: { address } });
  try {
    const { client } = environment;
    expect(await client.execute<typeof countdown>('countdown', 0)).toBe('liftoff');
    await expect(environment.advance('1 day')).rejects.toThrow('Time passes by itself on this server');
    const first = await client.list()[Symbol.asyncIterator]().next();
    expect(first.done).toBe(false);
  } finally {
    await environment.dispose();
    await environment.dispose();
  }
});

test('on a dev server of its own, lists and links are there', async () => {
  const environment = await createTestEnvironment({ workflowsPath, activities, server: 'dev' });
  try {
    const { client } = environment;
    const run = await client.start(purchase, { sku: 'lamp', approval: true });
    expect(run.uiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/namespaces\/default\/workflows\/purchase%2F/);
    let tasks = await client.tasks.list();
    while (tasks.length === 0) tasks = await client.tasks.list();
    expect(tasks).toMatchObject([{ element: 'Task_Approve', workflowId: run.id }]);
  } finally {
    await environment.dispose();
  }
});

test('mistakes are told before a server is started', async () => {
  const missing = createTestEnvironment({ workflowsPath: '/nowhere' });
  await expect(missing).rejects.toMatchObject({ code: 'bundle-failed' });
  const twice: unknown = await createTestEnvironment({
    workflowsPath,
    stubs: [stub('price', 1), stub('price', 2)],
  }).catch((error: unknown) => error);
  expect(isWorkerError(twice, 'duplicate-activity')).toBe(true);
});
