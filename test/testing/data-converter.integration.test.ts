import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import * as activities from '../client/fixtures/activities';
import { purchase } from '../client/fixtures/contracts';
import { dataConverter, legible } from '../support/reversed';

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await createTestEnvironment({
    workflowsPath: require.resolve('../client/fixtures/workflows'),
    activities,
    dataConverter,
  });
});
afterAll(() => environment.dispose());

test("the user's codec is that of worker and client: nothing legible reaches the server", async () => {
  const run = await environment.client.start(purchase, { sku: 'secret lamp', approval: true });
  await environment.idle();
  const [task] = await run.tasks();
  await environment.client.tasks.complete({ workflowId: run.id, id: task!.id }, { approved: true });
  await run.message('Delivered', { quantity: 2 }, { key: 'secret lamp' });
  expect(await run.result()).toMatchObject({ quantity: 2 });
  const history = await run.history();
  expect(legible(history)).toContain('pmal terces');
  expect(legible(history)).not.toContain('secret lamp');
});
