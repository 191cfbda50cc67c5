import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { planning } from './fixtures/contracts';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/ad-hoc'), activities: {} });
});
afterAll(async () => {
  await env.dispose();
});

async function begun(options: { asks: boolean; sequential: boolean }) {
  const run = await env.client.start(planning, options);
  const handle = env.client.client.workflow.getHandle(run.id);
  const start = (activity: string, adHoc = 'Plan#1') =>
    handle.executeUpdate<object, [object]>('baton.adHoc.start', { args: [{ adHoc, activity }] });
  const states = () => handle.query<readonly object[]>('baton.adHoc');
  const finish = async (ready: boolean) => {
    const [task] = (await run.tasks()).filter(({ state }) => state === 'open');
    await env.client.tasks.complete({ workflowId: run.id, id: task!.id }, { ready });
  };
  while ((await run.progress()).path.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return { run, start, states, finish };
}

const plan = { id: 'Plan#1', element: 'Plan', name: 'Plan the garden' };
const all = ['Sketch', 'Count', 'Break'];

test('people start what is enabled, again and again, until the condition holds', async () => {
  const { run, start, states, finish } = await begun({ asks: true, sequential: false });
  expect(await states()).toEqual([{ ...plan, enabled: all, active: [] }]);
  await start('Count');
  await start('Sketch');
  expect(await start('Sketch')).toEqual({ ...plan, enabled: all, active: ['Sketch', 'Sketch'] });
  await finish(false);
  expect(await states()).toEqual([{ ...plan, enabled: all, active: ['Sketch'] }]);
  await finish(true);
  expect(await run.result()).toMatchObject({ ready: true });
  expect((await run.progress()).path).toEqual(['Plan', 'Count', 'Sketch', 'Sketch', 'End']);
  expect(await states()).toEqual([]);
});

test('one at a time: nothing is enabled while an activity is under way', async () => {
  const { run, start, states, finish } = await begun({ asks: true, sequential: true });
  await start('Sketch');
  expect(await states()).toEqual([{ ...plan, enabled: [], active: ['Sketch'] }]);
  await expect(start('Count')).rejects.toMatchObject({
    cause: { type: 'NotEnabled', message: "'Count' cannot be started in 'Plan' now: enabled is nothing." },
  });
  await finish(false);
  await start('Count');
  await start('Sketch');
  await finish(true);
  await run.result();
  const { events } = await run.history();
  const refused = (events ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes);
  // three that were started, two human tasks that were completed; what was refused is not in the history
  expect(refused).toHaveLength(5);
});

test('without a condition it is done when nothing is under way any more', async () => {
  const { run, start } = await begun({ asks: false, sequential: false });
  await start('Count');
  await run.result();
  expect((await run.progress()).path).toEqual(['Plan', 'Count', 'End']);
});

test('what is not there cannot be started', async () => {
  const { start } = await begun({ asks: true, sequential: false });
  await expect(start('Dig')).rejects.toMatchObject({
    cause: { message: "'Dig' cannot be started in 'Plan' now: enabled are Sketch, Count, Break." },
  });
  await expect(start('Count', 'Plan#2')).rejects.toMatchObject({
    cause: { type: 'NotEnabled', message: "There is no ad-hoc sub-process 'Plan#2' under way." },
  });
});

test('variables are set meanwhile; what does not fit the schema of the process is refused, and nothing is changed', async () => {
  const { run } = await begun({ asks: true, sequential: false });
  const handle = env.client.client.workflow.getHandle(run.id);
  const set = (variables: unknown) =>
    handle.executeUpdate<unknown, [unknown]>('baton.variables.set', { args: [variables] });
  const variables = () => handle.query<object>('baton.variables');
  const refused = (message: string) => ({
    cause: { type: 'InvalidInput', message: expect.stringContaining(message) as string },
  });
  await expect(set({ asks: false, ready: 'soon' })).rejects.toMatchObject(refused('ready: '));
  await expect(set({ raedy: true })).rejects.toMatchObject(refused('raedy: there is no such variable'));
  await expect(set([true])).rejects.toMatchObject(refused('must be an object'));
  expect(await variables()).toEqual({ asks: true, sequential: false, ready: false });
  await set({ asks: false });
  expect(await variables()).toEqual({ asks: false, sequential: false, ready: false });
  await run.terminate('the test is over');
});
