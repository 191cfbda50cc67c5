/** What clients must not send, and what becomes of it: a typed error, and nothing is changed. See docs/errors.md. */
import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import type { BatonClient, ProcessRun } from 'batonflow/client';
import { MESSAGE_SIGNAL, TASK_UPDATES } from '../../src/shared/names';
import * as activities from './fixtures/activities';
import { failing, purchase, reception, shipment } from './fixtures/contracts';
import { serve, type Served } from '../support/served';

const taskQueue = `bad-input-${crypto.randomUUID()}`;
const huge = 'x'.repeat(1_700_000);

let client: BatonClient;
let served: Served;
beforeAll(async () => {
  served = await serve({ workflowsPath: require.resolve('./fixtures/workflows'), activities, taskQueue });
  ({ client } = served);
});
afterAll(() => served.stop());

type Purchase = ProcessRun<typeof purchase>;
type Act = (run: Purchase, task: { workflowId: string; id: string }) => Promise<unknown>;
type Row = readonly [what: string, error: object, act: Act];

/** A purchase that waits for its approval. */
async function waiting(): Promise<Purchase> {
  const run = await client.start(purchase, { sku: 'lamp', approval: true });
  while ((await run.tasks()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return run;
}

async function stateOf(run: Purchase) {
  return {
    progress: await run.progress(),
    tasks: await run.tasks(),
    notes: await run.query('notes'),
    events: (await run.history()).events?.length,
  };
}

const invalid = (path: string) => ({ code: 'invalid-input', problems: [{ path }] });
const unknown = (message: string) => ({ code: 'invalid-input', message: expect.stringContaining(message) });
const raw =
  (act: (run: ProcessRun) => Promise<unknown>): Act =>
  (run) =>
    act(run as unknown as ProcessRun);

const refused: readonly Row[] = [
  // Names that nobody knows
  [
    'a message of another name',
    unknown('"Deliverd" is not in the contract, which has: Delivered, Nudge. Did you mean "Delivered"?'),
    raw((run) => run.message('Deliverd', { quantity: 1 })),
  ],
  [
    'a published message of another name',
    unknown('has: Delivered, Nudge'),
    () => client.publish(purchase, 'Other' as never, {} as never),
  ],
  ['a signal of another name', unknown('which has: note'), raw((run) => run.signal('nope'))],
  [
    'a broadcast of another name',
    unknown('has: Closed, Opened'),
    () => client.broadcast(shipment, 'Shut' as never, {} as never),
  ],
  ['a query of another name', unknown('which has: notes'), raw((run) => run.query('note'))],
  [
    'an update of another name',
    unknown('which has: rename'),
    raw((run) => run.update('renam', { sku: 'sofa' })),
  ],
  [
    'a start event that there is not',
    unknown('Start event'),
    () => client.start(purchase, { sku: 'x' }, { startEvent: 'Nowhere' }),
  ],
  // Payloads that do not fit
  [
    'a message that does not fit',
    invalid('quantity'),
    raw((run) => run.message('Delivered', { quantity: 0 })),
  ],
  [
    'a published message that does not fit',
    invalid('quantity'),
    () => client.publish(purchase, 'Delivered', { quantity: -1 }),
  ],
  [
    'a broadcast that does not fit',
    invalid('until'),
    () => client.broadcast(shipment, 'Closed', { until: 5 } as never),
  ],
  ['a signal that does not fit', invalid('text'), raw((run) => run.signal('note', {}))],
  ['an update that does not fit', invalid('sku'), (run) => run.update('rename', { sku: 'x' })],
  [
    'an input that does not fit the form of the start',
    invalid('visitor'),
    () => client.start(reception, { visitor: 7 } as never),
  ],
  ['an input that does not fit', invalid('sku'), () => client.start(purchase, { sku: 5 } as never)],
  [
    'a completion that does not fit',
    invalid('approved'),
    (_, task) => client.tasks.complete(task, { approved: 'yes' }),
  ],
  ['a completion without a result', { code: 'invalid-input' }, (_, task) => client.tasks.complete(task)],
  [
    'a change that makes no sense',
    invalid('dueAt'),
    (_, task) => client.tasks.change(task, { dueAt: 'soon' }),
  ],
  // Too much
  ['a message that is too large', { code: 'too-large' }, raw((run) => run.message('Nudge', huge))],
  ['a signal that is too large', { code: 'too-large' }, (run) => run.signal('note', { text: huge })],
  ['an update that is too large', { code: 'too-large' }, (run) => run.update('rename', { sku: huge })],
  ['an input that is too large', { code: 'too-large' }, () => client.start(purchase, { sku: huge })],
  [
    'a completion that is too large',
    { code: 'too-large' },
    (_, task) => client.tasks.complete(task, { approved: true, huge }),
  ],
  // Wrong addresses
  ['a run that is not there', { code: 'not-found' }, () => client.message(purchase, 'nobody', 'Nudge')],
  [
    'a task that is not there',
    { code: 'task-gone' },
    ({ id }) => client.tasks.complete({ workflowId: id, id: 'Task_Approve#2' }, { approved: true }),
  ],
  [
    'a task of another run',
    { code: 'not-found' },
    (_, { id }) => client.tasks.claim({ workflowId: 'nobody', id }, 'eve'),
  ],
  [
    'an incident that is not there',
    { code: 'incident-gone' },
    ({ id }) => client.incidents.retry({ workflowId: id, id: 'Task_Price#1' }),
  ],
  [
    'an activity that is not there',
    { code: 'not-found' },
    ({ id }) => client.activities.complete(undefined, { workflowId: id, activityId: 'Task_Sign#1' }, {}),
  ],
  [
    'a run that is open already',
    { code: 'already-started' },
    ({ id }) => client.start(purchase, { sku: 'lamp' }, { id }),
  ],
  [
    'somebody who is no candidate',
    { code: 'task-not-allowed' },
    (_, task) => client.tasks.claim(task, 'eve', { groups: ['it'] }),
  ],
];

describe('is refused, and changes nothing:', () => {
  let run: Purchase;
  beforeAll(async () => {
    run = await waiting();
  });

  test.each(refused)('%s', async (_, error, act) => {
    const before = await stateOf(run);
    await expect(act(run, { workflowId: run.id, id: 'Task_Approve#1' })).rejects.toMatchObject({
      name: 'ClientError',
      ...error,
    });
    expect(await stateOf(run)).toEqual(before);
  });
});

const closed: readonly Row[] = [
  ['a message', { code: 'not-found' }, (run) => run.message('Delivered', { quantity: 1 })],
  ['a signal', { code: 'not-found' }, (run) => run.signal('note', { text: 'late' })],
  ['an update', { code: 'not-found' }, (run) => run.update('rename', { sku: 'sofa' })],
  ['a completion', { code: 'not-found' }, (_, task) => client.tasks.complete(task, { approved: true })],
  ['a claim', { code: 'not-found' }, (_, task) => client.tasks.claim(task, 'eve')],
  [
    'a resolved incident',
    { code: 'not-found' },
    ({ id }) => client.incidents.retry({ workflowId: id, id: 'Task_Price#1' }),
  ],
  ['a termination', { code: 'not-found' }, (run) => run.terminate()],
];

describe('a run that has ended takes no more:', () => {
  let run: Purchase;
  beforeAll(async () => {
    run = await waiting();
    await client.tasks.complete({ workflowId: run.id, id: 'Task_Approve#1' }, { approved: true });
    await run.message('Delivered', { quantity: 2 }, { key: 'lamp' });
    await run.result();
  });

  test.each(closed)('%s', async (_, error, act) => {
    const before = await stateOf(run);
    await expect(act(run, { workflowId: run.id, id: 'Task_Approve#1' })).rejects.toMatchObject({
      name: 'ClientError',
      ...error,
    });
    expect(await stateOf(run)).toEqual(before);
  });
});

test('a cancellation of a run that has ended does nothing', async () => {
  const run = await waiting();
  await run.terminate();
  const before = (await run.history()).events?.length;
  await run.cancel();
  expect((await run.history()).events).toHaveLength(before ?? 0);
});

test.each([
  ['bpmn', 'BpmnError'],
  ['activity', 'Broken'],
])('the error of a run that failed says of which type the failure was: %s', async (how, failureType) => {
  const run = await client.start(failing, { how });
  await expect(run.result()).rejects.toMatchObject({
    code: 'process-failed',
    outcome: 'failed',
    failureType,
  });
});

test('a task is completed once: who comes later is told that it is gone, and changes nothing', async () => {
  const run = await waiting();
  const task = { workflowId: run.id, id: 'Task_Approve#1' };
  await client.tasks.complete(task, { approved: true }, { user: 'eve' });
  const before = await stateOf(run);
  for (const act of [
    () => client.tasks.complete(task, { approved: false }, { user: 'bob' }),
    () => client.tasks.claim(task, 'bob'),
    () => client.tasks.comment(task, 'too late'),
  ])
    await expect(act()).rejects.toMatchObject({
      code: 'task-gone',
      message: "Task 'Task_Approve#1' is completed already. Open tasks: none.",
    });
  expect(await stateOf(run)).toEqual(before);
});

describe('what comes together with the start of a run', () => {
  const startedBy = (id: string, command: object) => {
    const operation = new WithStartWorkflowOperation('reception', {
      workflowId: `reception/${crypto.randomUUID()}`,
      taskQueue,
      workflowIdConflictPolicy: 'FAIL',
      args: [{}],
    });
    const update = client.client.workflow.executeUpdateWithStart(TASK_UPDATES.complete, {
      startWorkflowOperation: operation,
      args: [{ task: id, ...command }],
    });
    return { operation, update };
  };

  test('is for the tasks that the run opens at once', async () => {
    const { operation, update } = startedBy('Task_Greet#1', { result: { badge: 5 } });
    expect(await update).toMatchObject({ state: 'completed' });
    expect(await (await operation.workflowHandle()).result()).toEqual({ badge: 5 });
  });

  test('is refused if there is no such task then, and changes nothing', async () => {
    for (const [id, command, type] of [
      ['Task_Greet#2', { result: { badge: 5 } }, 'TaskGone'],
      ['Task_Greet#1', { result: { badge: 'five' } }, 'InvalidInput'],
    ] as const) {
      const { operation, update } = startedBy(id, command);
      await expect(update).rejects.toMatchObject({ cause: { type } });
      const { workflowId } = await operation.workflowHandle();
      expect(await client.get('reception', workflowId).tasks()).toMatchObject([{ state: 'open' }]);
    }
  });
});

test("a message with another key is no one else's: the wait goes on", async () => {
  const run = await waiting();
  await client.tasks.complete({ workflowId: run.id, id: 'Task_Approve#1' }, { approved: true });
  await run.message('Delivered', { quantity: 1 }, { key: 'sofa' });
  const { active } = await run.progress();
  expect(active).toEqual(['Event_Delivered']);
  await run.message('Delivered', { quantity: 2 }, { key: 'lamp' });
  expect(await run.result()).toMatchObject({ quantity: 2 });
});

describe('what comes past the client is checked where it arrives:', () => {
  test.each([
    ['a message of another name', MESSAGE_SIGNAL, [{ name: 'Other' }]],
    ['a message that does not fit', MESSAGE_SIGNAL, [{ name: 'Delivered', payload: { quantity: 'many' } }]],
    ['a message that is none', MESSAGE_SIGNAL, ['Delivered']],
    ['nothing at all', MESSAGE_SIGNAL, []],
    ['a signal that does not fit', 'note', [{ text: 5 }]],
    ['a signal that nobody handles', 'other', [{}]],
  ] as const)('%s is dropped, and the run goes on', async (_, signal, args) => {
    const run = await waiting();
    const { events: __, ...before } = await stateOf(run);
    await run.handle.signal<unknown[]>(signal, ...args);
    const { events: ___, ...after } = await stateOf(run);
    expect(after).toEqual(before);
    await client.tasks.complete({ workflowId: run.id, id: 'Task_Approve#1' }, { approved: true });
    await run.message('Delivered', { quantity: 2 }, { key: 'lamp' });
    expect(await run.result()).toMatchObject({ quantity: 2 });
  });

  test('an input that does not fit fails the run', async () => {
    const run = await client.start('purchase', { sku: 7 });
    await expect(run.result()).rejects.toMatchObject({
      code: 'process-failed',
      outcome: 'failed',
      failureType: 'InvalidInput',
    });
  });

  test('so does what the form of the start does not give, and other data is taken as it is', async () => {
    const run = await client.start('reception', { visitor: 7 });
    await expect(run.result()).rejects.toMatchObject({ failureType: 'InvalidInput' });
    const other = await client.start('reception', { visitor: 'Ann', car: 'red' });
    await client.tasks.complete({ workflowId: other.id, id: 'Task_Greet#1' }, { badge: 1 });
    expect(await other.result()).toEqual({ badge: 1 });
  });

  test('updates that do not fit are refused before they reach the history', async () => {
    const run = await waiting();
    const before = await stateOf(run);
    const send = run.handle.executeUpdate('rename', { args: [{ sku: '' }] });
    await expect(send).rejects.toBeInstanceOf(WorkflowUpdateFailedError);
    await expect(send).rejects.toMatchObject({ cause: { type: 'InvalidInput' } });
    expect(await stateOf(run)).toEqual(before);
  });
});
