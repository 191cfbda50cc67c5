import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import * as activities from './fixtures/long-activities';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/long'), activities });
});
afterAll(async () => {
  await env.dispose();
});

/** The time-skipping server lets no run last longer than ten years. */
test('an instance waits nine years, and is reminded every month', async () => {
  const run = await env.client.start('wait', {});
  expect(await run.result()).toMatchObject({ n: 107 });
  const { startTime, closeTime, historyLength } = await run.handle.describe();
  expect(closeTime!.getUTCFullYear() - startTime.getUTCFullYear()).toBe(9);
  expect(historyLength).toBeLessThan(1000);
});
