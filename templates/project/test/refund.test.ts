import { createTestEnvironment, stub, type TestEnvironment } from 'batonflow/testing';
import * as contracts from '../src/activities/contracts';
import { refund } from '../src/workflows/refund.process';

const payRefund = stub(contracts.payRefund, ({ orderId }) => ({ receipt: `R-${orderId}` }));
let environment: TestEnvironment;

beforeAll(async () => {
  environment = await createTestEnvironment({
    workflowsPath: require.resolve('../src/workflows'),
    stubs: [payRefund],
  });
});
afterAll(() => environment.dispose());
beforeEach(() => payRefund.reset());

test('a small refund is paid at once', async () => {
  const result = await environment.client.execute(refund, { orderId: '1', amount: 42 });
  expect(result).toMatchObject({ receipt: 'R-1' });
});

test.each([true, false])('a large one waits for a person, who decides: %s', async (approved) => {
  const run = await environment.client.start(refund, { orderId: '2', amount: 500 });
  const task = await untilAsked(run.id);
  await environment.client.tasks.complete(task, { approved }, { user: 'eve' });
  expect(await run.result()).toMatchObject({ approved });
  expect(payRefund.calls).toHaveLength(approved ? 1 : 0);
});

/** The human task of a run, as soon as the run has reached it. */
async function untilAsked(workflowId: string) {
  for (;;) {
    const [task] = await environment.client.tasks.list({ process: refund, workflowId });
    if (task) return task;
  }
}
