import { FailureType } from 'batonflow/contract';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import * as activities from './fixtures/activities';
import { contact, control, people, steps } from './fixtures/contracts';
import { rootOf } from '../support/error-of';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/workflows'), activities });
});
afterAll(async () => {
  await env.dispose();
});

describe('steps', () => {
  it('calls contracts and plain functions, and returns the checked result', async () => {
    expect(await env.client.execute(steps, { text: 'hello' })).toEqual({ text: 'HELLO!' });
  });

  it('sends only the fields of the contract, under the name of the step', async () => {
    const run = await env.client.start(steps, { text: 'hello' });
    await run.result();
    const { events } = await run.history();
    const scheduled = (events ?? []).filter((event) => event.activityTaskScheduledEventAttributes);
    const sent = scheduled.map((event) => event.activityTaskScheduledEventAttributes!);
    expect(JSON.parse(Buffer.from(sent[0]!.input!.payloads![0]!.data!).toString())).toEqual({
      text: 'hello',
    });
    expect(sent.map((attributes) => attributes.activityId)).toEqual(['Task_Echo#1', 'plain#1']);
    const summaries = scheduled.map(
      (event) => JSON.parse(Buffer.from(event.userMetadata!.summary!.data!).toString()) as string,
    );
    expect(summaries).toEqual(['Echo the text', 'Shout it']);
  });

  it('fails a raw start with bad input, naming the problem', async () => {
    const raw = env.client.client.workflow.execute('steps', {
      workflowId: `steps/${crypto.randomUUID()}`,
      taskQueue: env.worker.taskQueue,
      args: [{ text: 7 }],
    });
    const root = await rootOf(raw);
    expect(root.type).toBe(FailureType.InvalidInput);
    expect(root.message).toContain('process steps: input does not fit: text:');
  });
});

describe('control flow', () => {
  const run = (test: string) => env.client.execute(control, { test });

  it.each<[string, unknown]>([
    ['a failing branch cancels its siblings and awaits them', ['cancelled', 'Activity task failed']],
    ['an error boundary catches its code', 'Own'],
    ['an error boundary without a code catches any BPMN error', 'Any'],
    ['an inner guard wins', ['Inner', 'done']],
    ['a timer interrupts', 'Late'],
    ['a timer that is not reached changes nothing', 'done'],
    ['work that fails when it is interrupted is interrupted all the same', 'Late'],
    ['interruption waits for the activity and keeps its compensation', ['Late', 'undone']],
    [
      'side branches run beside, once per firing, and the scope waits',
      ['reminded', 'reminded', 'done', 'done', 'done'],
    ],
    ['a condition is an event', 'Done'],
    ['compensation runs latest first, tries all, and tells the first failure', ['three', 'one', 'TWO']],
  ])('%s', async (test, expected) => expect(await run(test)).toEqual(expected));

  it('no error boundary catches a technical failure', async () =>
    expect(await rootOf(run('no error boundary catches a technical failure'))).toMatchObject({
      type: 'Printer',
    }));

  it('a wrong timer fails the run', async () =>
    expect(await rootOf(run('a wrong timer fails the run'))).toMatchObject({
      type: FailureType.ExpressionFailed,
      message:
        "Timer of 'Event_Wrong': 'next week' is no ISO 8601 date, duration or cycle, and no cron expression.",
    }));

  it('no flow taken fails the run', async () =>
    expect(await rootOf(run('no flow taken fails the run'))).toMatchObject({
      type: FailureType.NoFlowTaken,
    }));

  it('scopes name the steps in them', async () => {
    const keys = (await run('scopes name the steps in them')) as unknown as string[];
    const firstRun = keys[0]!.split('/')[0]!;
    expect(keys).toEqual([`${firstRun}/Sub#1/key#1`, `${firstRun}/Sub#2/key#1`]);
  });

  it('the first event wins and the others consume nothing', async () => {
    const started = await env.client.start(control, {
      test: 'the first event wins and the others consume nothing',
    });
    const send = (key: string, quantity: number, id: string) =>
      started.message('Restocked', { quantity }, { key, id });
    await env.advance('2 days');
    await send('b', 7, 'm-1');
    await send('b', 8, 'm-1'); // the same message again: dropped
    expect(await started.result()).toEqual(['GiveUp', 7]);
  });

  it('a message that comes before its wait is kept, and one that does not fit is dropped', async () => {
    const started = await env.client.start(control, {
      test: 'the first event wins and the others consume nothing',
    });
    await started.handle.signal('baton.message', {
      name: 'Restocked',
      key: 'b',
      payload: { quantity: 'many' },
    });
    expect((await started.progress()).active).toEqual(['Restocked', 'GiveUp']);
    await started.message('Restocked', { quantity: 5 }, { key: 'b' });
    await started.message('Restocked', { quantity: 1 }, { key: 'a' });
    expect(await started.result()).toEqual(['Restocked', 5]);
    const { path, active } = await started.progress();
    expect({ path, active }).toEqual({ path: ['Restocked', 'later'], active: [] });
  });
});

describe('human tasks', () => {
  it('are claimed, refused to others, and completed once', async () => {
    const run = await env.client.start(people, {});
    const [task] = await env.client.tasks.list({ workflowId: run.id });
    expect(task).toMatchObject({
      id: 'Task_Approve#1',
      name: 'Approve the order',
      state: 'open',
      candidateUsers: ['alice', 'bob'],
      priority: 50,
      input: { amount: 40 },
    });
    expect(await rootOf(env.client.tasks.claim(task!, 'mallory'))).toMatchObject({
      type: FailureType.TaskNotAllowed,
    });
    expect(await env.client.tasks.claim(task!, 'alice')).toMatchObject({
      state: 'claimed',
      assignee: 'alice',
    });
    expect(await rootOf(env.client.tasks.claim(task!, 'bob'))).toMatchObject({
      type: FailureType.TaskNotAllowed,
    });
    expect(
      await rootOf(env.client.tasks.complete(task!, { approved: 'yes' } as never, { user: 'alice' })),
    ).toMatchObject({
      type: FailureType.InvalidInput,
    });
    const both = await Promise.allSettled([
      env.client.tasks.complete(task!, { approved: true }, { user: 'alice' }),
      env.client.tasks.complete(task!, { approved: false }, { user: 'alice' }),
    ]);
    expect(both.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = both.findIndex((outcome) => outcome.status === 'fulfilled');
    expect(await run.result()).toMatchObject({ approved: winner === 0, outcome: 'done' });
  });

  it('are cancelled with what they were for', async () => {
    const run = await env.client.start(people, {});
    await env.advance('31 days');
    expect(await run.result()).toMatchObject({ outcome: 'Expired' });
    expect(await run.tasks()).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('signals, queries and updates of a contract', () => {
  it('are typed, checked and refused', async () => {
    const run = await env.client.start(contact, {});
    await run.signal('pause', { reason: 'lunch' });
    await run.handle.signal('pause', { reason: 7 }); // dropped
    expect(await run.query('state')).toEqual({ paused: 'lunch', address: '' });
    expect(await rootOf(run.handle.executeUpdate('changeAddress', { args: [{ street: 7 }] }))).toMatchObject({
      type: FailureType.InvalidInput,
    });
    expect(await rootOf(run.update('changeAddress', { street: 'nowhere' }))).toMatchObject({
      message: 'NOWHERE',
    });
    expect(await run.update('changeAddress', { street: 'Main' })).toBe(true);
    expect(await run.result()).toEqual({ address: 'Main' });
  });
});
