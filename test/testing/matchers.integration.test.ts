import {
  bpmnError,
  createTestEnvironment,
  processMatchers,
  scenario,
  stub,
  type TestEnvironment,
} from 'batonflow/testing';
import * as contracts from '../client/fixtures/contracts';
import { purchase } from '../client/fixtures/contracts';

expect.extend(processMatchers);

const price = stub(contracts.price, { cents: 5 });
let environment: TestEnvironment;
beforeAll(async () => {
  environment = await createTestEnvironment({
    workflowsPath: require.resolve('../client/fixtures/workflows'),
    stubs: [price],
  });
});
afterAll(() => environment.dispose());
beforeEach(() => price.reset());

test('a scenario in TypeScript, and matchers for what came of it', async () => {
  const run = await scenario(environment, purchase, {
    given: { sku: 'lamp', approval: true },
    when: [
      { complete: { task: 'Task_Approve', variables: { approved: true } } },
      { message: { name: 'Delivered', key: 'lamp', variables: { quantity: 2 } } },
    ],
  });
  await expect(run).toHavePassed(['Task_Price', 'Task_Approve']);
  await expect(run).not.toHavePassed(['Task_Approve', 'Task_Price']);
  await expect(run).toHaveCompleted({ cents: 5, quantity: 2 });
  await expect(run).not.toHaveCompleted({ cents: 6 });
  await expect(expect(run).toHaveFailedWith('X')).rejects.toThrow(
    /to have failed with "X"\n {2}state: {5}completed/,
  );
});

test('where a run waits, failures, a cancellation, a step that cannot be done', async () => {
  const waiting = await scenario(environment, purchase, { given: { sku: 'lamp', approval: true } });
  await expect(waiting).toBeWaitingAt('Task_Approve');
  await expect(waiting).not.toBeWaitingAt(['Task_Approve', 'Task_Price']);

  price.answer(new Error('away'));
  const failed = await scenario(environment, purchase, { given: { sku: 'desk' } });
  await expect(failed).toHaveFailedWith({ message: 'away' });
  price.answer(bpmnError('SOLD_OUT'));
  const soldOut = await scenario(environment, purchase, { given: { sku: 'desk' } });
  await expect(soldOut).toHaveFailedWith('SOLD_OUT');

  await waiting.cancel();
  await environment.idle();
  await expect(waiting).toHaveBeenCancelled();
  const impossible = scenario(environment, purchase, {
    given: { sku: 'x' },
    when: [{ complete: { task: 'Nope' } }],
  });
  await expect(impossible).rejects.toThrow(
    /^Step 1 \(complete\) expected an open task Nope; what happened: /,
  );
});
