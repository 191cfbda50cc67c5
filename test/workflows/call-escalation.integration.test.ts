import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { manager } from './fixtures/escalation-contracts';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/escalation-workflows') });
});
afterAll(async () => {
  await env.dispose();
});

/** Awaiting the result lets time skip, also while a cancellation is on its way to the called process. */
async function outcome(test: string): Promise<unknown> {
  const run = await env.client.start(manager, { test });
  while ((await run.describe()).status === 'RUNNING') {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return run.result();
}

describe('an escalation in a called process', () => {
  it.each([
    ['it goes on when the caller has accepted it', ['LATE', 'beside', 'went on']],
    ['it is cancelled when the caller ends the call', ['LATE', 'Late']],
    ['it goes on when nobody catches it', ['went on']],
    ['a caller passes it on to its own', ['LATE', 'Late']],
    ['it goes on when nobody could hear it', ['went on']],
  ])('%s', async (test, log) => expect(await outcome(test)).toEqual(log));
});
