import { appendFileSync } from 'node:fs';
import { WorkflowFailedError } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { locateTestServer } from 'batonflow/temporal';
import { approve, order, type Order } from './order';

/** The same checks as one writes them with jest and Temporal's own test package: a worker with mocks for each test. */
export function testByHand(rounds: readonly number[]): void {
  let environment: TestWorkflowEnvironment;
  let workflowBundle: WorkflowBundle;
  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    // The same server; where there is a network the package would find it by itself.
    const { path } = await locateTestServer();
    const executable = { type: 'existing-path', path } as const;
    environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
    workflowBundle = await bundleWorkflowCode({
      workflowsPath: require.resolve('./order'),
      logger: new DefaultLogger('ERROR'),
    });
  }, 60_000);
  afterAll(() => environment.teardown());
  afterEach(() => appendFileSync(process.env['BENCH_TIMES'] ?? '', `${Date.now()}\n`));

  const mocks = () => ({
    checkStock: jest.fn().mockResolvedValue({ inStock: true }),
    chargeCard: jest.fn().mockResolvedValue({ receipt: 'r' }),
    ship: jest.fn().mockResolvedValue({ trackingNumber: 't' }),
  });
  const workerFor = (activities: ReturnType<typeof mocks>) =>
    Worker.create({
      connection: environment.nativeConnection,
      taskQueue: 'test',
      workflowBundle,
      activities,
    });
  const start = (input: Order) => ({
    taskQueue: 'test',
    workflowId: crypto.randomUUID(),
    args: [input] as [Order],
  });

  describe.each(rounds)('round %d', (i) => {
    test('shipped', async () => {
      const activities = mocks();
      const worker = await workerFor(activities);
      const input = { orderId: `o${i}`, amount: 40 };
      const result = await worker.runUntil(environment.client.workflow.execute(order, start(input)));
      expect(result).toEqual({ status: 'shipped', receipt: 'r', trackingNumber: 't' });
      expect(activities.ship).toHaveBeenCalledTimes(1);
    });

    test('after two days', async () => {
      const activities = mocks();
      activities.checkStock
        .mockResolvedValueOnce({ inStock: false })
        .mockResolvedValueOnce({ inStock: false });
      const worker = await workerFor(activities);
      const input = { orderId: `o${i}`, amount: 40 };
      const result = await worker.runUntil(environment.client.workflow.execute(order, start(input)));
      expect(result).toMatchObject({ status: 'shipped' });
      expect(activities.checkStock).toHaveBeenCalledTimes(3);
    });

    test('never in stock', async () => {
      const activities = mocks();
      activities.checkStock.mockResolvedValue({ inStock: false });
      const worker = await workerFor(activities);
      const input = { orderId: `o${i}`, amount: 40 };
      const result = await worker.runUntil(environment.client.workflow.execute(order, start(input)));
      expect(result).toMatchObject({ status: 'cancelled' });
      expect(activities.chargeCard).toHaveBeenCalledTimes(0);
    });

    test('approved', async () => {
      const activities = mocks();
      const worker = await workerFor(activities);
      const input = { orderId: `o${i}`, amount: 4000 };
      const result = await worker.runUntil(async () => {
        const handle = await environment.client.workflow.start(order, start(input));
        await handle.signal(approve, { approved: true });
        return handle.result();
      });
      expect(result).toMatchObject({ status: 'shipped' });
      expect(activities.chargeCard).toHaveBeenCalledTimes(1);
    });

    test('the printer is on fire', async () => {
      const activities = mocks();
      activities.ship.mockRejectedValue(new Error('printer on fire'));
      const worker = await workerFor(activities);
      const input = { orderId: `o${i}`, amount: 40 };
      const result = worker.runUntil(environment.client.workflow.execute(order, start(input)));
      const failure = await result.catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(WorkflowFailedError);
      expect((failure as WorkflowFailedError).cause).toMatchObject({ cause: { message: 'printer on fire' } });
      expect(activities.ship).toHaveBeenCalledTimes(3);
    });
  });
}
