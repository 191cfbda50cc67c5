import { createTestEnvironment, stub, type TestEnvironment } from 'batonflow/testing';
import * as contracts from '../src/activities/contracts';
import { welcome } from '../src/workflows/welcome.process';

/** A real Temporal server on which a week passes at once; only the mail is not sent. */
const sendMail = stub(contracts.sendMail, undefined);
let environment: TestEnvironment;

beforeAll(async () => {
  environment = await createTestEnvironment({
    workflowsPath: require.resolve('../src/workflows'),
    stubs: [sendMail],
  });
});
afterAll(() => environment.dispose());
beforeEach(() => sendMail.reset());

test('a customer who confirms is not reminded', async () => {
  const run = await environment.client.start(welcome, { mail: 'mira@example.com' });
  await run.message('Confirmed', {});
  expect(await run.result()).toEqual({ confirmed: true });
  expect(sendMail.calls).toHaveLength(1);
});

test('after three days comes a reminder, after a week it is over', async () => {
  const run = await environment.client.start(welcome, { mail: 'mira@example.com' });
  expect(await run.result()).toEqual({ confirmed: false });
  expect(sendMail.calls.map(({ input }) => input.subject)).toEqual([
    'Welcome! Please confirm',
    'Are you still there?',
  ]);
});
