import { Client, Connection } from '@temporalio/client';
import { BatonClient, connect, isClientError, type Step } from 'batonflow/client';
import * as activities from './fixtures/activities';
import { failing, purchase, sign, signing } from './fixtures/contracts';
import type { countdown } from './fixtures/workflows';
import { errorOf } from '../support/error-of';
import { address, serve, type Served } from '../support/served';
import { eventually } from '../support/eventually';

const taskQueue = `client-${crypto.randomUUID()}`;
const deliver = { key: 'lamp' };

let client: BatonClient;
let served: Served;
beforeAll(async () => {
  served = await serve({
    workflowsPath: require.resolve('./fixtures/workflows'),
    activities,
    taskQueue,
    uiUrl: 'http://127.0.0.1:8233/',
  });
  ({ client } = served);
});
afterAll(() => served.stop());

describe('starting', () => {
  test('names and describes the run, by contract and business key', async () => {
    const businessKey = crypto.randomUUID();
    const run = await client.start(purchase, { sku: 'lamp' }, { businessKey });
    expect(run.id).toBe(`purchase/${businessKey}`);
    expect(run.uiUrl).toBe(
      `http://127.0.0.1:8233/namespaces/default/workflows/purchase%2F${businessKey}/${run.runId}/history`,
    );
    const description = await run.describe();
    expect(description).toMatchObject({
      id: run.id,
      runId: run.runId,
      type: 'purchase',
      status: 'RUNNING',
      businessKey,
      summary: `Purchase · ${businessKey}`,
      details: 'Buys **one** thing.',
      taskQueue,
      closedAt: undefined,
    });
    const found = await eventually(
      () => collect(client.list({ process: purchase, businessKey, status: 'RUNNING' })),
      (runs) => runs.length > 0,
    );
    expect(found.map(({ id }) => id)).toEqual([run.id]);
    await run.message('Delivered', { quantity: 2 }, deliver);
    expect(await run.result()).toEqual({ cents: 400, quantity: 2 });
  });

  test('refuses bad input before anything is sent', async () => {
    const id = crypto.randomUUID();
    const error = await errorOf(client.start(purchase, { sku: 5 } as never, { id }));
    expect(isClientError(error, 'invalid-input') && error.problems).toEqual([
      { path: 'sku', message: expect.stringContaining('string') as string },
    ]);
    expect(error.message).toMatch(/^Input of purchase does not fit, nothing was sent: sku: /);
    expect(await errorOf(client.describe(id))).toMatchObject({ code: 'not-found' });
  });

  test('a business key that search attributes cannot hold is refused', async () => {
    const error = await errorOf(client.start(purchase, { sku: 'lamp' }, { businessKey: 'x'.repeat(1001) }));
    expect(error).toMatchObject({ code: 'invalid-input' });
  });

  test('an id that is taken is told', async () => {
    const run = await client.start(purchase, { sku: 'lamp' });
    const error = await errorOf(client.start(purchase, { sku: 'lamp' }, { id: run.id }));
    expect(error).toMatchObject({ code: 'already-started' });
    expect(error.message).toContain(run.id);
    await run.terminate('test');
  });

  test('on the connection of a worker it is eager', async () => {
    const shared = new BatonClient({
      client: new Client({ connection: served.worker.connection }),
      taskQueue,
    });
    const run = await shared.start<typeof countdown>('countdown', 0);
    expect(run.eagerlyStarted).toBe(true);
    expect(await run.result()).toBe('liftoff');
  });

  test('a workflow by its type, with types from the function, through continue-as-new', async () => {
    expect(await client.execute<typeof countdown>('countdown', 2)).toBe('liftoff');
  });
});

describe('talking to a run', () => {
  test('messages, signals, queries and updates are checked on both sides', async () => {
    const run = await client.start(purchase, { sku: 'lamp' });
    await client.signal(purchase, run.id, 'note', { text: 'hello' });
    expect(await client.query(purchase, run.id, 'notes')).toEqual(['hello']);
    expect(await client.update(purchase, run.id, 'rename', { sku: 'table' })).toBe('table');

    expect(await errorOf(run.message('Delivered', { quantity: -1 }))).toMatchObject({
      code: 'invalid-input',
      problems: [{ path: 'quantity' }],
    });
    expect((await errorOf(run.message('Delivery' as 'Delivered', { quantity: 1 }))).message).toContain(
      'Delivered, Nudge',
    );
    expect(await errorOf(run.signal('note', { text: 5 } as never))).toMatchObject({ code: 'invalid-input' });
    expect(await errorOf(run.update('rename', { sku: 'ab' }))).toMatchObject({ code: 'invalid-input' });
    // Without the contract nothing is checked here; the run refuses.
    expect(await errorOf(client.update(undefined, run.id, 'rename', { sku: 'ab' }))).toMatchObject({
      code: 'invalid-input',
      problems: [{ path: 'sku' }],
    });

    expect(await errorOf(client.query(undefined, run.id, 'nothing'))).toMatchObject({ code: 'no-answer' });
    expect(await errorOf(client.update(undefined, run.id, 'nothing'))).toMatchObject({ code: 'refused' });
    await run.terminate();
  });

  test('a message sent twice with one id arrives once', async () => {
    const run = await client.start(purchase, { sku: 'lamp' });
    await run.message('Nudge', undefined, { id: 'n1' });
    await run.message('Nudge', undefined, { id: 'n1' });
    await client.message(purchase, run.id, 'Delivered', { quantity: 1 }, deliver);
    expect(await client.result(purchase, run.id)).toEqual({ cents: 400, quantity: 1 });
  });

  test('progress tells where it is', async () => {
    const run = await client.start(purchase, { sku: 'lamp' });
    const progress = await eventually(
      () => client.progress(run.id),
      ({ active }) => active.includes('Event_Delivered'),
    );
    expect(progress.path).toEqual(['Task_Price', 'Event_Delivered']);
    await client.terminate(run.id);
  });

  test('a run that is not there, and one that has no worker, are told as such', async () => {
    expect(await errorOf(client.cancel('no-such-run'))).toMatchObject({ code: 'not-found' });
    expect((await errorOf(client.query(undefined, 'no-such-run', 'q'))).message).toContain('"no-such-run"');
    expect(await errorOf(collect(client.follow('no-such-run')))).toMatchObject({ code: 'not-found' });
    const impatient = await connect({ address, taskQueue: 'nobody-works-here', answerTimeout: 500 });
    const run = await impatient.start(purchase, { sku: 'lamp' });
    expect(await errorOf(run.progress())).toMatchObject({ code: 'no-answer' });
    await run.terminate();
    await impatient.close();
  });

  test('a run that the server does not let answer yet is told as such', async () => {
    const run = await client.start(purchase, { sku: 'lamp' }, { startDelay: '1 hour' });
    const error = await errorOf(client.tasks.list({ workflowId: run.id }));
    expect(error).toMatchObject({ code: 'no-answer' });
    expect(error.message).toContain(`The run "${run.id}" cannot answer its human tasks now: `);
    await run.terminate();
  });
});

describe('results', () => {
  test('a BPMN error that nothing caught', async () => {
    const error = await errorOf(client.execute(failing, { how: 'bpmn' }));
    expect(error).toMatchObject({
      code: 'process-failed',
      outcome: 'failed',
      failureType: 'BpmnError',
      bpmnError: { code: 'NO_MONEY' },
    });
    expect(error.message).toMatch(/^failing \(.*\) failed: BPMN error NO_MONEY: the account is empty$/);
  });

  test('a failure, a cancellation, a termination', async () => {
    const failed = await errorOf(client.execute(failing, { how: 'technical' }));
    expect(failed).toMatchObject({ outcome: 'failed', failureType: 'Printer', bpmnError: undefined });
    expect(failed.message).toContain('printer on fire');

    const cancelled = await client.start(failing, { how: 'wait' });
    await cancelled.cancel();
    expect(await errorOf(cancelled.result())).toMatchObject({ outcome: 'cancelled' });

    const terminated = await client.start(failing, { how: 'wait' });
    await terminated.terminate('no longer needed');
    const error = await errorOf(terminated.result());
    expect(error).toMatchObject({ outcome: 'terminated' });
    expect(error.message).toContain('no longer needed');
  });
});

describe('human tasks', () => {
  test('are found, claimed and completed; two completions make one', async () => {
    const run = await client.start(purchase, { sku: 'lamp', approval: true });
    const [task] = await eventually(
      async () =>
        // Other files' purchases are in the same namespace, and their workers come and go.
        (await client.tasks.list({ process: purchase, onUnanswered: () => undefined })).filter(
          ({ workflowId }) => workflowId === run.id,
        ),
      (tasks) => tasks.length > 0,
    );
    expect(task).toMatchObject({
      element: 'Task_Approve',
      name: 'Approve',
      process: 'purchase',
      input: { cents: 400 },
    });
    if (task?.element !== 'Task_Approve') throw new Error('expected the approval');

    expect(await client.tasks.list({ workflowId: run.id, group: 'accounting' })).toHaveLength(1);
    expect(await client.tasks.list({ workflowId: run.id, group: 'sales' })).toEqual([]);
    expect(await client.tasks.list({ workflowId: run.id, user: 'eve' })).toEqual([]);

    expect(await client.tasks.claim(task, 'eve')).toMatchObject({ state: 'claimed', assignee: 'eve' });
    expect(await client.tasks.list({ workflowId: run.id, user: 'eve' })).toHaveLength(1);
    expect(await errorOf(client.tasks.claim(task, 'bob'))).toMatchObject({ code: 'task-not-allowed' });
    expect(await client.tasks.unclaim(task)).toMatchObject({ state: 'open' });
    expect(await client.tasks.assign(task, 'bob')).toMatchObject({ assignee: 'bob' });
    expect(await client.tasks.assign(task)).toMatchObject({ state: 'open' });

    expect(await errorOf(client.tasks.complete(task, { approved: 'yes' } as never))).toMatchObject({
      code: 'invalid-input',
      problems: [{ path: 'approved' }],
    });
    const both = await Promise.allSettled([
      client.tasks.complete(task, { approved: true }, { user: 'eve' }),
      client.tasks.complete(task, { approved: true }, { user: 'bob' }),
    ]);
    const lost = both.filter((outcome) => outcome.status === 'rejected');
    expect(lost.map(({ reason }) => (reason as { code: string }).code)).toEqual(['task-gone']);
    await run.message('Delivered', { quantity: 1 }, deliver);
    expect(await run.result()).toEqual({ cents: 400, quantity: 1 });
    expect(await client.tasks.list({ workflowId: run.id })).toEqual([]);
  });

  test('a run whose worker does not answer fails the list, or is told', async () => {
    const impatient = await connect({ address, taskQueue: 'nobody-works-here', answerTimeout: 500 });
    const run = await impatient.start(purchase, { sku: 'lamp' });
    const { workflowId } = run.handle;
    expect(await errorOf(impatient.tasks.list({ workflowId }))).toMatchObject({ code: 'no-answer' });
    const told: string[] = [];
    expect(await impatient.tasks.list({ workflowId, onUnanswered: (id) => told.push(id) })).toEqual([]);
    expect(told).toEqual([workflowId]);
    await run.terminate();
    await impatient.close();
  });
});

describe('following', () => {
  const shown = ({ kind, state, name, attempt }: Step) =>
    [kind, state, name, ...(attempt === undefined ? [] : [attempt])].join(' ');

  test('tells every step as it happens, by its name', async () => {
    const run = await client.start(purchase, { sku: 'flaky', approval: true });
    const steps: string[] = [];
    for await (const step of run.follow()) {
      steps.push(shown(step));
      expect(step.runId).toBe(run.runId);
      // What happens next depends on what has been told: so it was told at once.
      if (step.kind === 'task' && step.state === 'opened') {
        expect(step.element).toBe('Task_Approve');
        await client.tasks.complete({ workflowId: run.id, id: `${step.id}#1` }, { approved: true });
      }
      if (step.kind === 'task' && step.state === 'completed') {
        expect(step).toMatchObject({ id: 'Task_Approve#1', element: 'Task_Approve' });
        await run.message('Delivered', { quantity: 1 }, { key: 'flaky' });
      }
    }
    expect(steps).toEqual([
      'process started purchase',
      'activity started Look up the price',
      'activity retried Look up the price 2',
      'activity completed Look up the price 2',
      'task opened Approve',
      'task completed Approve',
      'message received Delivered',
      'process completed purchase',
    ]);
  });

  test('without a contract, names a human task as the run does once somebody works on it', async () => {
    const { id } = await client.start(purchase, { sku: 'lamp', approval: true });
    const steps: string[] = [];
    for await (const step of client.get(undefined, id).follow()) {
      if (step.kind !== 'task') continue;
      steps.push(shown(step));
      const task = { workflowId: id, id: 'Task_Approve#1' };
      if (step.state === 'opened') await client.tasks.claim(task, 'eve');
      else break;
    }
    expect(steps).toEqual(['task opened Task_Approve', 'task claimed Approve']);
    await client.terminate(id);
  });

  test('goes on through continue-as-new and tells timers', async () => {
    const run = await client.start<typeof countdown>('countdown', 1);
    const steps = await collect(run.follow());
    expect(steps.map(shown)).toEqual([
      'process started countdown',
      'timer started timer 1',
      'timer completed timer 1',
      'process continued countdown',
      'process started countdown',
      'timer started timer 1',
      'timer completed timer 1',
      'process completed countdown',
    ]);
    expect(new Set(steps.map(({ runId }) => runId)).size).toBe(2);
  });

  test('stops when it is told to', async () => {
    const run = await client.start(failing, { how: 'wait' });
    const abort = new AbortController();
    const following = errorOf(
      (async () => {
        for await (const { kind } of run.follow({ signal: abort.signal })) {
          if (kind === 'timer') setTimeout(() => abort.abort(new Error('enough')), 50);
        }
      })(),
    );
    expect(await following).toMatchObject({ message: 'enough' });
    await run.terminate();
  });
});

test('an activity is completed from outside', async () => {
  const run = await client.start(signing);
  const token = await eventually(
    async () => activities.tokens.get('contract'),
    (value) => value !== undefined,
  );
  expect(await errorOf(client.activities.complete(sign, token!, { signed: 'no' } as never))).toMatchObject({
    code: 'invalid-input',
  });
  await client.activities.heartbeat(token!);
  await client.activities.complete(sign, token!, { signed: true });
  expect(await run.result()).toEqual({ signed: true });
  expect(await errorOf(client.activities.complete(sign, token!, { signed: true }))).toMatchObject({
    code: 'not-found',
  });
});

test('a history is as replay takes it', async () => {
  const run = await client.start<typeof countdown>('countdown', 0);
  await run.result();
  const { events } = await client.history(run.id);
  expect(events?.at(0)?.workflowExecutionStartedEventAttributes).toBeTruthy();
  expect(events?.at(-1)?.workflowExecutionCompletedEventAttributes).toBeTruthy();
});

test('schedules start processes with checked input', async () => {
  const id = `schedule-${crypto.randomUUID()}`;
  const spec = { intervals: [{ every: '30 days' }] };
  expect(
    await errorOf(client.schedules.create(purchase, { id, spec, input: { sku: 1 } as never })),
  ).toMatchObject({ code: 'invalid-input' });
  const schedule = await client.schedules.create(purchase, { id, spec, input: { sku: 'lamp' } });
  const { policies, action } = await schedule.describe();
  expect(policies.overlap).toBe('ALLOW_ALL');
  expect(action).toMatchObject({ workflowType: 'purchase', taskQueue, args: [{ sku: 'lamp' }] });
  await schedule.trigger();
  const runs = await eventually(
    () => collect(client.list({ query: `TemporalScheduledById = '${id}'` })),
    (found) => found.length > 0,
  );
  expect(runs[0]?.id).toContain(`purchase/${id}`);
  await client.terminate(runs[0]!.id);
  await eventually(
    () => collect(client.schedules.list()),
    (all) => all.some(({ scheduleId }) => scheduleId === id),
  );
  await client.schedules.get(id).delete();
});

describe('servers', () => {
  test('one that does not answer, and a namespace that does not exist', async () => {
    expect(await errorOf(connect({ address: '127.0.0.1:1' }))).toMatchObject({ code: 'server-unreachable' });
    const error = await errorOf(connect({ address, namespace: 'nowhere' }));
    expect(error).toMatchObject({ code: 'server-refused' });
    expect(error.message).toContain('"nowhere"');
  });

  test('a raw client is enough', async () => {
    const connection = await Connection.connect({ address });
    const raw = new BatonClient({ client: new Client({ connection }), taskQueue });
    expect(await raw.execute<typeof countdown>('countdown', 0)).toBe('liftoff');
    await raw.close();
    // Who opened it closes it.
    await expect(connection.workflowService.getSystemInfo({})).resolves.toBeDefined();
    await connection.close();
  });
});

async function collect<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of iterable) all.push(item);
  return all;
}
