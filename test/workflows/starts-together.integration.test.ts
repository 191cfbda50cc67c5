/*
 * Start events of several events that start a process together, on a real server.
 */
import { deploy, type BatonClient } from 'batonflow/client';
import { runIdOfKey, startedRunId } from '../../src/shared/delivery';
import { inspection } from '../samples/starts-together/starts-together.process';
import { eventually } from '../support/eventually';
import { serve, type Served } from '../support/served';

const taskQueue = `starts-together-${crypto.randomUUID()}`;

let client: BatonClient;
let served: Served;
beforeAll(async () => {
  served = await serve({
    workflowsPath: require.resolve('../samples/starts-together/starts-together.workflow'),
    activities: { sendBook: () => Promise.resolve({}), sail: () => Promise.resolve({}) },
    taskQueue,
  });
  ({ client } = served);
});
afterAll(() => served.stop());

/** The run with this id, once it is there. */
async function started(id: string) {
  await eventually(() => client.describe(id).catch(() => undefined));
  return client.get(undefined, id);
}

const tripOf = (id: string, name = 'Boat booked') =>
  startedRunId('boatTrip', { deployment: taskQueue, name }, id);

/** Once it has entered its wait outside. */
async function waiting(id: string) {
  const run = await started(id);
  await eventually(async () => {
    const { events } = await run.history();
    return events?.some((event) => event.activityTaskCompletedEventAttributes);
  });
  return run;
}

/** The ids of all runs of a type. */
async function runsOf(type: string): Promise<readonly string[]> {
  const ids: string[] = [];
  const query = `WorkflowType = '${type}' AND TaskQueue = '${taskQueue}'`;
  for await (const { workflowId } of client.client.workflow.list({ query })) ids.push(workflowId);
  return ids.sort();
}

test.each([
  ['one after the other', true],
  ['at once', false],
])('two messages with a key, %s, start one run', async (key, isInTurn) => {
  const id = runIdOfKey('bookSale', { deployment: taskQueue, name: 'Book ordered', key });
  await client.publish('Book paid', { order: key, discount: 1 }, { key });
  if (isInTurn) await waiting(id);
  // At once, this one may be the first to arrive: either brings the key.
  await client.publish('Book ordered', { order: key, price: 10 }, { key });
  const run = await started(id);
  expect(await run.result()).toEqual({ order: key, discount: 1, price: 10, total: 9 });
  expect((await run.progress()).elements['Start_Sale']).toMatchObject({ entered: 1, completed: 1 });
});

test('a message starts a run, which the signal completes that starts no other', async () => {
  const [first, second] = ['first', 'second'].map((id) => `${id}-${crypto.randomUUID()}`) as [string, string];
  for (const id of [first, second]) await client.publish('Boat booked', { people: 4 }, { id });
  const runs = await Promise.all([first, second].map((id) => waiting(tripOf(id))));
  await client.broadcast('Season begins', { year: 2030 });
  for (const run of runs) expect(await run.result()).toEqual({ people: 4, year: 2030 });

  // Whatever the signal has started would be there now: a message that comes to it would start no run.
  const third = `third-${crypto.randomUUID()}`;
  await client.publish('Boat booked', { people: 5 }, { id: third });
  await (await waiting(tripOf(third))).terminate();
  await eventually(
    () => runsOf('boatTrip'),
    (ids) => ids.length === 3,
  );
});

test('a signal starts a run, which a message completes', async () => {
  const id = `signal-${crypto.randomUUID()}`;
  await client.broadcast('Season begins', { year: 2031 }, { id });
  const run = await waiting(tripOf(id, 'Season begins'));
  await client.publish('Boat booked', { people: 6 });
  expect(await run.result()).toEqual({ people: 6, year: 2031 });
});

test('a schedule starts a run, which waits for the signal', async () => {
  const [schedule] = await deploy(client, [inspection]);
  expect(schedule).toMatchObject({ startEvent: 'Start_Due', timer: 'R/P1D', outcome: 'created' });
  const handle = client.schedules.get(schedule?.id ?? '');
  try {
    await handle.trigger();
    const id = await eventually(async () => {
      const [action] = (await handle.describe()).info.recentActions;
      return action?.action.workflow.workflowId;
    });
    const run = await waiting(id);
    await client.broadcast('Inspection asked for');
    await run.result();
    expect((await run.progress()).path).toEqual(['Start_Due', 'End_Inspected']);
  } finally {
    await handle.delete();
  }
});
