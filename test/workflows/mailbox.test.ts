import { DELIVERY_SIGNALS } from '../../src/shared/delivery';
import { remembered } from '../../src/workflows/built-in/remembered';
import { createSandbox } from '../support/sandbox';
import { WorkflowRun } from '../support/workflow-run';

const sandbox = createSandbox();
const file = require.resolve('../../src/workflows/built-in/mailbox.ts');

test('many messages at once go on their way as earlier ones arrive', () => {
  const many = 1_700;
  const subscriptions = Array.from({ length: many }, (_, n) => ({
    id: 'Paid#1',
    workflowId: `run ${n}`,
    firstRunId: 'first',
  }));
  const mailbox = new WorkflowRun(
    sandbox,
    { module: file, type: 'batonMailbox' },
    { deployment: 'shop', name: 'Paid' },
    { intercepted: true, heldUp: /baton\.offer/, earlier: { subscriptions, messages: [], seen: [] } },
  );
  for (let n = 0; n < many; n++) mailbox.signal(DELIVERY_SIGNALS.publish, { id: `message ${n}` });
  const offers = () => mailbox.open.filter(({ kind }) => kind === 'activity');
  let taken = 0;
  for (let [offer] = offers(); offer; [offer] = offers()) {
    expect(offers().length).toBeLessThanOrEqual(500);
    mailbox.complete(offer, 'taken');
    taken += 1;
  }
  expect(taken).toBe(many);
  expect(mailbox.outcome).toBeUndefined();
});

test('ids of the latest messages are remembered, and those of messages that wait', () => {
  const seen = Array.from({ length: 20_000 }, (_, n) => [`${n}`, 1] as const);
  expect(remembered(seen, [{ id: '7' }]).map(([id]) => Number(id))).toEqual([
    7,
    ...Array.from({ length: 10_000 }, (_, n) => 10_000 + n),
  ]);
});
