import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { echo } from './fixtures/activities';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({
    workflowsPath: require.resolve('./fixtures/costs'),
    activities: { echo },
  });
});
afterAll(async () => {
  await env.dispose();
});

/** Types of the events in a run's history, each as often as it is there; how the work fell into tasks is chance. */
async function eventsOf(run: Awaited<ReturnType<typeof env.client.start>>): Promise<string[]> {
  const { events } = await run.history();
  const types = (events ?? []).map((event) =>
    Object.keys(event).find((key) => key.endsWith('EventAttributes') && event[key as keyof typeof event]),
  );
  return types
    .map(String)
    .filter((type) => !type.startsWith('workflowTask'))
    .sort();
}

it('progress, incidents and human tasks add nothing to the history, also when they are asked for', async () => {
  const bare = await env.client.start('bare', {});
  await bare.result();
  const run = await env.client.start('withBaton', {});
  await run.progress();
  await run.result();
  const { elements, path, active, incidents } = await run.progress();
  expect(path).toEqual(['Start', 'Echo', 'Pause', 'Sub', 'Echo', 'End']);
  expect(elements).toMatchObject({ Echo: { entered: 2, completed: 2 }, Sub: { entered: 1, completed: 1 } });
  expect({ active, incidents }).toEqual({ active: [], incidents: [] });
  expect(await run.incidents()).toEqual([]);
  expect(await run.tasks()).toEqual([]);
  expect(await eventsOf(run)).toEqual(await eventsOf(bare));
});
