import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { computed, fourEyes, heard, review, strictReview } from './fixtures/human-task-contracts';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({
    workflowsPath: require.resolve('./fixtures/human-tasks'),
    activities: {},
  });
});
afterAll(async () => {
  await env.dispose();
});

const tasks = () => env.client.tasks;
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'it did not fail',
    (error: unknown) => error,
  );

/** What comes with the first step of a run comes before its tasks; an update that was done comes after them. */
async function isOpen(task: { readonly workflowId: string; readonly id: string }): Promise<void> {
  while ((await failure(tasks().assign(task))) !== 'it did not fail')
    await new Promise((resolve) => setTimeout(resolve, 50));
}

async function reviewed() {
  const run = await env.client.start(review, { amount: 40 });
  const task = { workflowId: run.id, id: 'Review#1' };
  await isOpen(task);
  return { run, task };
}

describe('who may do what', () => {
  it('candidates claim: by name, or by a group when the caller says the groups', async () => {
    const { task } = await reviewed();
    const refused = {
      code: 'task-not-allowed',
      message: expect.stringContaining('not among its candidates'),
    };
    expect(await failure(tasks().claim(task, 'mallory', { groups: ['it'] }))).toMatchObject(refused);
    expect(await tasks().claim(task, 'carol', { groups: ['it', 'finance'] })).toMatchObject({
      state: 'claimed',
      assignee: 'carol',
    });
    expect(await failure(tasks().claim(task, 'alice'))).toMatchObject({ code: 'task-not-allowed' });
    expect(await failure(tasks().unclaim(task, { user: 'alice' }))).toMatchObject({
      code: 'task-not-allowed',
    });
    expect(await tasks().unclaim(task, { user: 'carol' })).toMatchObject({ state: 'open' });
  });

  it('is advice where nobody says who acts, and no advice where the contract says onlyAssignee', async () => {
    const { run, task } = await reviewed();
    await tasks().claim(task, 'alice');
    await tasks().complete(task, { approved: true });
    expect(await run.result()).toEqual({ approved: true });

    const strict = await env.client.start(strictReview, {});
    const own = { workflowId: strict.id, id: 'Review#1' };
    await isOpen(own);
    const complete = (user?: string) =>
      failure(tasks().complete(own, { approved: true }, user === undefined ? {} : { user }));
    expect(await complete()).toMatchObject({ message: expect.stringContaining('nobody has claimed it') });
    await tasks().claim(own, 'alice');
    expect(await complete()).toMatchObject({ message: expect.stringContaining('only alice may') });
    expect(await complete('bob')).toMatchObject({ code: 'task-not-allowed' });
    expect(await failure(tasks().unclaim(own))).toMatchObject({ code: 'task-not-allowed' });
    await tasks().complete(own, { approved: true }, { user: 'alice' });
    expect(await strict.result()).toEqual({ approved: true });
  });

  it('whoever is excluded neither gets the task nor completes it', async () => {
    const run = await env.client.start(fourEyes, {});
    const first = { workflowId: run.id, id: 'First#1' };
    await isOpen(first);
    await tasks().complete(first, { approved: true }, { user: 'alice' });
    expect(await tasks().get(first)).toMatchObject({ assignee: 'alice', completedBy: 'alice' });

    const second = { workflowId: run.id, id: 'Second#1' };
    await isOpen(second);
    const excluded = {
      code: 'task-not-allowed',
      message: expect.stringContaining('alice is excluded from it'),
    };
    expect(await failure(tasks().claim(second, 'alice', { groups: ['risk'] }))).toMatchObject(excluded);
    expect(await failure(tasks().assign(second, 'alice'))).toMatchObject(excluded);
    expect(await failure(tasks().delegate(second, 'alice'))).toMatchObject(excluded);
    expect(await failure(tasks().complete(second, { approved: true }, { user: 'alice' }))).toMatchObject(
      excluded,
    );
    expect(await failure(tasks().complete(second, { approved: true }))).toMatchObject({
      code: 'task-not-allowed',
      message: expect.stringContaining('nobody says who completes it'),
    });
    const listed = (user: string) => tasks().list({ workflowId: run.id, user, groups: ['risk'] });
    expect(await listed('alice')).toEqual([]);
    expect(await listed('bob')).toMatchObject([{ element: 'Second', excludedUsers: ['alice'] }]);

    await tasks().complete(second, { approved: true }, { user: 'bob' });
    expect(await run.result()).toMatchObject({ first: 'alice' });
  });

  it('a delegated task goes back to its owner, who completes it', async () => {
    const { run, task } = await reviewed();
    await tasks().claim(task, 'alice');
    expect(await tasks().delegate(task, 'intern', { user: 'alice' })).toMatchObject({
      assignee: 'intern',
      owner: 'alice',
      delegation: 'pending',
    });
    const early = await failure(tasks().complete(task, { approved: true }, { user: 'intern' }));
    expect(early).toMatchObject({
      code: 'task-not-allowed',
      message: expect.stringContaining('must hand it back to alice'),
    });
    expect(await failure(tasks().resolve(task, { user: 'bob' }))).toMatchObject({ code: 'task-not-allowed' });
    expect(await tasks().resolve(task, { user: 'intern' })).toMatchObject({
      assignee: 'alice',
      delegation: 'resolved',
    });
    expect(await failure(tasks().resolve(task))).toMatchObject({ code: 'task-not-allowed' });
    await tasks().complete(task, { approved: true }, { user: 'alice' });
    expect(await run.result()).toEqual({ approved: true });
  });

  it('of 25 completions at the same time one wins, and the others are told that the task is gone', async () => {
    const { run, task } = await reviewed();
    const outcomes = await Promise.all(
      Array.from({ length: 25 }, (_, i) =>
        failure(tasks().complete(task, { approved: i % 2 === 0, reason: `number ${i}` })),
      ),
    );
    const lost = outcomes.filter((outcome) => outcome !== 'it did not fail');
    expect(lost).toHaveLength(24);
    for (const outcome of lost) expect(outcome).toMatchObject({ code: 'task-gone' });
    await run.result();
    expect(await tasks().get(task)).toMatchObject({ state: 'completed' });
  });
});

describe('what is refused changes nothing, and names each field', () => {
  it('of a completion', async () => {
    const { task } = await reviewed();
    const before = await tasks().get(task);
    expect(await failure(tasks().complete(task, { approved: 'yes', reason: 'x' }))).toMatchObject({
      code: 'invalid-input',
      problems: [{ path: 'approved' }, { path: 'reason' }],
    });
    expect(await failure(tasks().complete(task, 7))).toMatchObject({ code: 'invalid-input' });
    expect(await tasks().get(task)).toEqual(before);
  });

  it('of a change', async () => {
    const { task } = await reviewed();
    const bad = { dueAt: 'tomorrow', priority: 'high', candidateUsers: 'eve' } as never;
    expect(await failure(tasks().change(task, bad))).toMatchObject({
      code: 'invalid-input',
      problems: [{ path: 'dueAt' }, { path: 'priority' }, { path: 'candidateUsers' }],
    });
    expect(await failure(tasks().change(task, { priority: NaN }))).toMatchObject({
      code: 'invalid-input',
      problems: [{ path: 'priority', message: 'must be a number, not NaN' }],
    });
    const dueAt = '2030-05-01T10:00:00.000Z';
    expect(
      await tasks().change(task, { dueAt, followUpAt: 'P1D', priority: 10, candidateGroups: ['sales'] }),
    ).toMatchObject({ dueAt, priority: 10, candidateGroups: ['sales'] });
    const without = await tasks().change(task, { dueAt: null, priority: null });
    expect(without).not.toHaveProperty('dueAt');
    expect(without).not.toHaveProperty('priority');
    expect(without.followUpAt).toBeDefined();
  });

  it('of a comment; others are kept in order', async () => {
    const { task } = await reviewed();
    expect(await failure(tasks().comment(task, ' '))).toMatchObject({ problems: [{ path: 'text' }] });
    expect(await failure(tasks().comment(task, 'x'.repeat(4001)))).toMatchObject({
      problems: [{ path: 'text' }],
    });
    await tasks().comment(task, 'asked the customer', { user: 'eve' });
    expect(await tasks().comment(task, 'no answer yet')).toMatchObject({
      comments: [{ text: 'asked the customer', user: 'eve' }, { text: 'no answer yet' }],
    });
  });

  it.each(['claim', 'unclaim', 'assign', 'delegate', 'resolve', 'change', 'comment', 'complete'])(
    '%s of a task that is not there, or of nothing at all',
    async (act) => {
      const { run } = await reviewed();
      const update = (...args: unknown[]) =>
        failure(run.handle.executeUpdate(`baton.task.${act}`, { args: args as [unknown] }));
      for (const args of [[{ task: 'Other#1', user: 'eve' }], [{}], [null], ['Review#1'], []])
        expect(await update(...args)).toMatchObject({ cause: { type: 'TaskGone' } });
      expect(await run.tasks()).toMatchObject([{ state: 'open' }]);
    },
  );
});

test('a task says what completes it, with the labels of its form', async () => {
  const { run, task } = await reviewed();
  expect(await tasks().form(task)).toMatchObject({
    schema: { properties: { reason: { minLength: 3, title: 'Why' } }, required: ['approved'] },
  });
  expect(await failure(tasks().form({ workflowId: run.id, id: 'x' }))).toMatchObject({ code: 'task-gone' });
  expect(await failure(tasks().get({ workflowId: run.id, id: 'x' }))).toMatchObject({ code: 'task-gone' });
});

describe('listeners', () => {
  async function started(test: string) {
    const run = await env.client.start(heard, { test });
    await run.tasks();
    return { run, task: { workflowId: run.id, id: 'Review#1' } };
  }
  const notesOf = async (run: { result(): Promise<unknown> }) =>
    ((await run.result()) as { notes: string[] }).notes;

  it('hear what happens in order', async () => {
    const { run, task } = await started('all');
    await tasks().claim(task, 'eve');
    await tasks().change(task, { priority: 1 });
    await tasks().assign(task, 'bob');
    await tasks().unclaim(task);
    await tasks().complete(task, { approved: true });
    expect(await notesOf(run)).toEqual([
      'create',
      'update eve',
      'assignment eve',
      'update eve',
      'update bob',
      'assignment bob',
      'update',
      'complete',
    ]);
  });

  it('hear that the task is gone when it is interrupted', async () => {
    const { run } = await started('all');
    expect(await run.result()).toMatchObject({ outcome: 'Late', notes: ['create', 'delete'] });
    expect(await run.tasks()).toMatchObject([{ state: 'cancelled' }]);
  });

  it('run one at a time; nobody sees the task before it is created', async () => {
    const { run, task } = await started('in order');
    expect(await run.tasks()).toEqual([]);
    await env.advance('2 minutes');
    await tasks().claim(task, 'eve');
    await tasks().complete(task, { approved: true });
    expect(await notesOf(run)).toEqual([
      'create',
      'create over',
      'assignment eve',
      'assignment eve',
      'assignment over',
      'complete eve',
    ]);
  });

  it('name an assignee, who is heard of once', async () => {
    const { run, task } = await started('named by a listener');
    await tasks().complete(task, { approved: true }, { user: 'bob' });
    expect(await run.result()).toMatchObject({ notes: ['assignment eve'], state: { last: 'eve' } });
  });

  it('see the completion among the variables, and change it', async () => {
    const { run, task } = await started('changes of the completion');
    await tasks().complete(task, { approved: true });
    expect(await run.result()).toMatchObject({
      notes: ['true true null'],
      result: { approved: false },
      state: { checked: true },
    });
  });

  it('change dates, candidates and priority', async () => {
    const { run, task } = await started('changes');
    expect(await tasks().get(task)).toMatchObject({
      priority: 10,
      owner: 'ann',
      dueAt: '2030-01-01T00:00:00.000Z',
      followUpAt: expect.any(String),
      candidateUsers: ['x'],
      candidateGroups: ['sales'],
    });
    await tasks().complete(task, { approved: true });
    expect(await notesOf(run)).toEqual(['2030', 'ann']);
  });

  it('hear that time has come, as long as the task is open', async () => {
    const { run } = await started('timeouts');
    expect(await notesOf(run)).toEqual(['timeout', 'timeout', 'timeout over', 'timeout', 'timeout over']);
  });

  it('that fail fail the step, with the listener and the reason', async () => {
    const { run, task } = await started('fails');
    await tasks().claim(task, 'eve');
    expect(await failure(run.result())).toMatchObject({
      failureType: 'ExpressionFailed',
      message: expect.stringContaining('Review:assignment'),
    });
    expect(await run.tasks()).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('what expressions give', () => {
  test('null is nobody, no date and no priority; texts of numbers and numbers of people are taken', async () => {
    const options = {
      assignee: null,
      candidateUsers: [4711, 'eve ', null],
      candidateGroups: null,
      dueDate: null,
      followUpDate: 'P1D',
      priority: '70',
    };
    const run = await env.client.start(computed, { options });
    const task = { workflowId: run.id, id: 'Review#1' };
    await isOpen(task);
    const found = await tasks().get(task);
    expect(found).toMatchObject({
      state: 'open',
      candidateUsers: ['4711', 'eve'],
      candidateGroups: [],
      priority: 70,
      followUpAt: expect.any(String) as string,
    });
    expect(found).not.toHaveProperty('assignee');
    expect(found).not.toHaveProperty('dueAt');

    const rows = [{ amount: null, note: null }];
    await tasks().complete(task, { home: { city: null }, rows });
    expect(await run.result()).toEqual({ home: {}, rows: [{ note: null }] });
  });

  test.each([
    [{ priority: 'high' }, `Priority of 'Review': "high" is no number.`],
    [{ assignee: { name: 'eve' } }, `People of 'Review': {"name":"eve"} is no name.`],
    [{ dueDate: 'soon' }, "Date of 'Review': 'soon' is no ISO 8601 date or duration."],
  ])('%p fails the run', async (options, message) => {
    const run = await env.client.start(computed, { options });
    const failed = (await failure(run.result())) as Error;
    expect(failed).toMatchObject({ code: 'process-failed', failureType: 'ExpressionFailed' });
    expect(failed.message).toContain(message);
  });
});
