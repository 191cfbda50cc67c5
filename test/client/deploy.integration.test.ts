/** Timers that start processes, as schedules on a real server. */
import { deploy, isClientError, type BatonClient, type DeployedSchedule } from 'batonflow/client';
import { defineProcess } from 'batonflow/contract';
import { z } from 'zod';
import { serve, type Served } from '../support/served';
import { eventually } from '../support/eventually';

const taskQueue = `deploy-${crypto.randomUUID()}`;

let client: BatonClient;
let served: Served;
beforeAll(async () => {
  served = await serve({
    workflowsPath: require.resolve('./fixtures/started-by-timers'),
    taskQueue,
  });
  ({ client } = served);
});
afterAll(() => served.stop());

type Timers = Readonly<Record<string, string | readonly string[]>>;

/** A process of a deployment of its own, so that tests do not see each other's schedules. */
function deployments() {
  const deployment = `deployment-${crypto.randomUUID()}`;
  const withTimers = (timers: Timers, type = 'ticking') =>
    defineProcess({ type, deployment, name: 'Ticking', starts: { timers } });
  return { deployment, withTimers };
}

const outcomes = (schedules: readonly DeployedSchedule[]) =>
  schedules.map(({ startEvent, outcome }) => [startEvent, outcome]);
const remove = (schedules: readonly DeployedSchedule[]) =>
  Promise.all(schedules.map(({ id }) => client.schedules.get(id).delete()));

/** Lists lag behind; what is to be removed is found by them. */
async function listed(schedules: readonly DeployedSchedule[]): Promise<void> {
  const known = async () => {
    const ids = new Set<string>();
    for await (const { scheduleId } of client.schedules.list()) ids.add(scheduleId);
    return ids;
  };
  await eventually(known, (ids) => schedules.every(({ id }) => ids.has(id)));
}

async function startsOf(id: string): Promise<number> {
  const { info } = await client.schedules.get(id).describe();
  return info.numActionsTaken;
}

test('runs are started, each at its own start event', async () => {
  const { withTimers } = deployments();
  const schedules = await deploy(client, [withTimers({ Often: 'R/PT1S', Seldom: '*/2 * * * * *' })]);
  expect(outcomes(schedules)).toEqual([
    ['Often', 'created'],
    ['Seldom', 'created'],
  ]);
  for (const { id, startEvent } of schedules) {
    const { info } = await eventually(
      () => client.schedules.get(id).describe(),
      ({ info }) => info.recentActions.length >= 2,
    );
    const { workflowId } = info.recentActions[0]!.action.workflow;
    expect(workflowId).toContain(`ticking/`);
    expect(await client.result('ticking', workflowId)).toEqual({ startedAt: startEvent });
  }
  await remove(schedules);
});

test('R3 starts three runs, and deploying again does not begin anew', async () => {
  const { withTimers } = deployments();
  const process = withTimers({ Thrice: 'R3/PT1S' });
  const [schedule] = await deploy(client, [process]);
  const { id } = schedule!;
  await eventually(
    () => startsOf(id),
    (starts) => starts === 3,
  );
  expect(await deploy(client, [process])).toMatchObject([{ id, outcome: 'unchanged', next: undefined }]);
  const { info } = await client.schedules.get(id).describe();
  expect(info).toMatchObject({ numActionsTaken: 3, nextActionTimes: [] });
  await remove([schedule!]);
});

test('what is as it should be stays untouched, and the rest is changed', async () => {
  const { withTimers } = deployments();
  const before = withTimers({ Daily: '0 7 * * *', Hourly: 'R/PT1H', Old: 'R/P1D' });
  const created = await deploy(client, [before]);
  const again = await deploy(client, [before]);
  expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  // An interval goes on from where it began.
  expect(again[1]!.next).toEqual(created[1]!.next);

  await listed(created);
  const after = withTimers({
    Daily: 'CRON_TZ=Europe/Berlin 0 7 * * MON-FRI',
    Hourly: 'R/PT1H',
    New: 'R/P1W',
  });
  const planned = await deploy(client, [after], { dryRun: true });
  expect(outcomes(planned)).toEqual([
    ['Daily', 'updated'],
    ['Hourly', 'unchanged'],
    ['New', 'created'],
    ['Old', 'removed'],
  ]);
  expect(outcomes(await deploy(client, [before], { dryRun: true })).map(([, outcome]) => outcome)).toEqual([
    'unchanged',
    'unchanged',
    'unchanged',
  ]);
  const changed = await deploy(client, [after]);
  expect(outcomes(changed)).toEqual(outcomes(planned));
  const { spec, policies } = await client.schedules.get(changed[0]!.id).describe();
  expect(spec).toMatchObject({
    timezone: 'Europe/Berlin',
    calendars: [{ hour: [{ start: 7 }], dayOfWeek: [{ start: 'MONDAY', end: 'FRIDAY' }] }],
  });
  expect(policies).toMatchObject({ overlap: 'ALLOW_ALL', catchupWindow: 3_600_000 });
  expect(outcomes(await deploy(client, [after]))).toEqual([
    ['Daily', 'unchanged'],
    ['Hourly', 'unchanged'],
    ['New', 'unchanged'],
  ]);
  await remove(changed.filter(({ outcome }) => outcome !== 'removed'));
});

test('what a person has paused stays paused, also with another timer', async () => {
  const { withTimers } = deployments();
  const [schedule] = await deploy(client, [withTimers({ Start: 'R/PT1H' })]);
  await client.schedules.get(schedule!.id).pause('on holiday');
  expect(await deploy(client, [withTimers({ Start: 'R/PT2H' })])).toMatchObject([
    { outcome: 'updated', paused: true, next: undefined },
  ]);
  const { state, spec } = await client.schedules.get(schedule!.id).describe();
  expect(state).toMatchObject({ paused: true, note: 'on holiday' });
  expect(spec.intervals).toMatchObject([{ every: 7_200_000 }]);
  await remove([schedule!]);
});

test('another task queue: the schedule starts its runs there, and keeps its rhythm', async () => {
  const { withTimers } = deployments();
  const process = withTimers({ Start: 'R/PT1H' });
  const [schedule] = await deploy(client, [process]);
  const [moved] = await deploy(client, [process], { taskQueue: 'elsewhere' });
  expect(moved).toMatchObject({ outcome: 'updated', next: schedule!.next });
  const { action } = await client.schedules.get(schedule!.id).describe();
  expect(action).toMatchObject({ workflowType: 'ticking', taskQueue: 'elsewhere' });
  await remove([schedule!]);
});

test('schedules of other processes and deployments stay', async () => {
  const { deployment, withTimers } = deployments();
  const other = deployments();
  const mine = withTimers({ Start: 'R/PT1H' });
  const beside = withTimers({ Start: 'R/PT1H' }, 'beside');
  const schedules = await deploy(client, [mine, beside]);
  const theirs = await deploy(client, [other.withTimers({ Start: 'R/PT1H' })]);

  await listed([...schedules, ...theirs]);
  // Alone it says nothing of the others.
  expect(outcomes(await deploy(client, [mine]))).toEqual([['Start', 'unchanged']]);
  expect(await deploy(client, [mine], { deployment })).toMatchObject([
    { process: 'ticking', outcome: 'unchanged' },
    { process: 'beside', outcome: 'removed' },
  ]);
  expect(await deploy(client, [withTimers({})])).toMatchObject([{ process: 'ticking', outcome: 'removed' }]);
  await expect(client.schedules.get(theirs[0]!.id).describe()).resolves.toBeDefined();
  await expect(client.schedules.get(schedules[0]!.id).describe()).rejects.toThrow();
  await remove(theirs);
});

test('times that are over need no schedule', async () => {
  const { withTimers } = deployments();
  const process = withTimers({ Once: '2020-01-01T00:00:00Z', Thrice: 'R3/2020-01-01T00:00Z/PT1H' });
  expect(outcomes(await deploy(client, [process]))).toEqual([
    ['Once', 'over'],
    ['Thrice', 'over'],
  ]);
});

describe('refused, and nothing is changed', () => {
  test('a timer that is none', async () => {
    const { withTimers } = deployments();
    const error: unknown = await deploy(client, [withTimers({ Good: 'R/PT1H', Bad: 'tomorrow' })]).catch(
      (reason: unknown) => reason,
    );
    expect(isClientError(error, 'invalid-timer')).toBe(true);
    expect((error as Error).message).toContain("ticking, start event 'Bad': 'tomorrow' is no ISO 8601 date");
    expect(await deploy(client, [withTimers({ Good: 'R/PT1H' })], { dryRun: true })).toMatchObject([
      { outcome: 'created' },
    ]);
  });

  test('a process that cannot start without input', async () => {
    const { deployment } = deployments();
    const process = defineProcess({
      type: 'ticking',
      deployment,
      input: z.object({ orderId: z.string() }),
      starts: { timers: { Start: 'R/PT1H' } },
    });
    await expect(deploy(client, [process])).rejects.toThrow(
      "Input of ticking, empty as timer 'Start' starts it, does not fit, nothing was sent: orderId",
    );
  });

  test("somebody else's schedule", async () => {
    const { deployment, withTimers } = deployments();
    const id = `${deployment}/ticking/Start`;
    const spec = { intervals: [{ every: '30 days' }] };
    const action = { type: 'startWorkflow', workflowType: 'x', taskQueue, workflowId: id } as const;
    const theirs = await client.client.schedule.create({ scheduleId: id, spec, action });
    await expect(deploy(client, [withTimers({ Start: 'R/PT1H' })])).rejects.toMatchObject({
      code: 'refused',
    });
    await theirs.delete();
  });
});
