import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { manager } from './fixtures/escalation-contracts';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/escalation-workflows') });
});
afterAll(async () => {
  await env.dispose();
});

describe('an escalation in a called process', () => {
  it.each([
    ['it goes on when the caller has accepted it', ['LATE', 'beside', 'went on']],
    ['it is cancelled when the caller ends the call', ['LATE', 'Late']],
    ['it goes on when nobody catches it', ['went on']],
    ['a caller passes it on to its own', ['LATE', 'Late']],
    ['it goes on when nobody could hear it', ['went on']],
  ])('%s', async (test, log) => expect(await env.client.execute(manager, { test })).toEqual(log));
});
