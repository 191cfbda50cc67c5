import type { BatonClient, TaskFilter } from 'batonflow/client';
import { deniable, desk } from '../workflows/fixtures/human-task-contracts';
import { serve, type Served } from '../support/served';
import { eventually } from '../support/eventually';

const taskQueue = `inbox-${crypto.randomUUID()}`;

let client: BatonClient;
let served: Served;
beforeAll(async () => {
  served = await serve({
    workflowsPath: require.resolve('../workflows/fixtures/human-tasks'),
    activities: {},
    taskQueue,
  });
  ({ client } = served);
});
afterAll(() => served.stop());

/** A run with its two tasks, in a group of its own. */
async function started() {
  const group = `g-${crypto.randomUUID()}`;
  const run = await client.start(desk, { group });
  const list = (filter: TaskFilter<string>) => client.tasks.list({ process: 'desk', ...filter });
  const [sign] = await eventually(
    () => list({ group }),
    (found) => found.length === 1,
  );
  const children = () => childrenOf(run.id);
  // A run that ends before it has started the second one never does.
  await eventually(children, (found) => found.length === 2);
  return { run, group, list, sign: sign!, children };
}

interface Child {
  readonly id: string;
  readonly status: string;
}

async function childrenOf(parent: string): Promise<Child[]> {
  const found: Child[] = [];
  for await (const { execution } of client.list({ query: `WorkflowType = 'batonTask'` })) {
    if (execution.parentExecution?.workflowId === parent)
      found.push({ id: execution.workflowId, status: execution.status.name });
  }
  return found.sort((a, b) => a.id.localeCompare(b.id));
}

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'it did not fail',
    (error: unknown) => error,
  );

test('one list finds tasks by group, person, state and due date, and has them without asking the run', async () => {
  const { run, group, list, sign } = await started();
  expect(sign).toMatchObject({
    workflowId: run.id,
    runId: run.runId,
    process: 'desk',
    id: 'Sign#1',
    name: 'Sign it',
    state: 'open',
    candidateGroups: [group],
    input: { page: 1 },
  });
  expect(await list({ group: 'others' })).toEqual([]);
  const soon = new Date(Date.now() + 3 * 24 * 3600 * 1000);
  expect(await list({ group, dueBefore: soon })).toHaveLength(1);
  expect(await list({ group, dueBefore: new Date() })).toEqual([]);
  expect(await list({ group, element: 'File' })).toEqual([]);
  expect(await list({ user: 'eve', groups: [group] })).toHaveLength(1);

  const [file] = (
    await eventually(
      () => list({ user: 'alice', element: 'File' }),
      (found) => found.some(({ workflowId }) => workflowId === run.id),
    )
  ).filter(({ workflowId }) => workflowId === run.id);
  expect(file).not.toHaveProperty('input'); // too long for a list
  expect((await client.tasks.get(file!)).input).toHaveLength(10_000);

  const eve = `eve-${group}`;
  await client.tasks.claim(sign, eve);
  const claimed = await eventually(
    () => list({ assignee: eve }),
    (found) => found.length === 1,
  );
  expect(claimed).toMatchObject([{ id: 'Sign#1', state: 'claimed', assignee: eve }]);
  expect(await list({ group, claimed: false })).toEqual([]);
  expect(await list({ user: eve })).toContainEqual(expect.objectContaining({ assignee: eve }));
  await run.terminate();
});

test('a task is worked on through the run or through its own workflow, with the same errors', async () => {
  const { run, sign, children } = await started();
  const [child] = (await children()).filter(({ id }) => id.includes('Sign'));
  const own = { workflowId: child!.id, id: 'Sign#1' };
  expect(await client.tasks.claim(own, 'bob')).toMatchObject({ assignee: 'bob' });
  expect(await failure(client.tasks.claim(sign, 'eve'))).toMatchObject({ code: 'task-not-allowed' });
  expect(await failure(client.tasks.claim(own, 'eve'))).toMatchObject({ code: 'task-not-allowed' });
  expect(await failure(client.tasks.complete(own, { signed: 'yes' }))).toMatchObject({
    code: 'invalid-input',
    problems: [{ path: 'signed' }],
  });
  expect(await client.tasks.list({ workflowId: own.workflowId })).toMatchObject([{ assignee: 'bob' }]);

  // Some by the one, some by the other; a workflow takes ten updates at a time.
  const outcomes = await Promise.all(
    Array.from({ length: 25 }, (_, i) =>
      failure(client.tasks.complete(i < 5 ? own : sign, { signed: true }, { user: 'bob' })),
    ),
  );
  const lost = outcomes.filter((outcome) => outcome !== 'it did not fail');
  expect(lost).toHaveLength(24);
  for (const outcome of lost)
    expect(['task-gone', 'not-found']).toContain((outcome as { code: string }).code);

  await client.tasks.complete({ workflowId: run.id, id: 'File#1' }, {});
  expect(await run.result()).toEqual({ outcome: 'done' });
  await eventually(children, (all) => all.length === 2 && all.every(({ status }) => status === 'COMPLETED'));
});

test('interrupting a task ends its workflow; so do cancelling and terminating the run', async () => {
  const [withdrawn, cancelled, terminated] = await Promise.all([started(), started(), started()]);
  await withdrawn.run.message('Withdrawn', {});
  expect(await withdrawn.run.result()).toEqual({ outcome: 'Withdrawn' });
  await cancelled.run.cancel();
  expect(await failure(cancelled.run.result())).toMatchObject({ outcome: 'cancelled' });
  await terminated.run.terminate();

  const all = (status: string) => (found: readonly Child[]) =>
    found.length === 2 && found.every((child) => child.status === status);
  await eventually(withdrawn.children, all('COMPLETED'));
  await eventually(cancelled.children, all('COMPLETED'));
  await eventually(terminated.children, all('TERMINATED'));
});

test('a task that was completed while a listener was about to deny its change is in the list again', async () => {
  const group = `g-${crypto.randomUUID()}`;
  const run = await client.start(deniable, { group });
  const list = () => client.tasks.list({ process: 'deniable', group });
  const [task] = await eventually(list, (found) => found.length === 1);
  await client.tasks.claim(task!, 'eve');
  await client.tasks.complete(task!, { signed: false });
  await eventually(
    () => childrenOf(run.id),
    (found) => found.length === 1 && found[0]?.status === 'COMPLETED',
  );
  await run.message('Deny', {});
  const [again] = await eventually(list, (found) => found.length === 1);
  expect(again).toMatchObject({ id: task!.id, state: 'open' });
  await client.tasks.complete(again!, { signed: true });
  expect(await run.result()).toEqual({ signed: true });
});
