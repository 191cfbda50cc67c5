import { setTimeout as sleep } from 'node:timers/promises';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { eventually } from '../support/eventually';
import { desk } from './fixtures/busy';

/*
 * Whatever comes at whatever moment, while a run goes on in a new one as often as it can, is taken once.
 */

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/busy'), server: 'dev' });
});
afterAll(async () => {
  await env.dispose();
});

const EACH = 6;
const numbers = Array.from({ length: EACH }, (_, n) => n);
const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);

test('messages, signals and completed tasks', async () => {
  const name = crypto.randomUUID();
  const run = await env.client.start(desk, { desk: name }, { memo: { 'baton.continueAfter': 1 } });
  const { client } = env;
  const told = async () =>
    3 === (await run.history()).events?.filter((e) => e.activityTaskCompletedEventAttributes).length;
  await eventually(told);
  const key = { key: name };
  await Promise.all([
    each((n) => run.message('Sent', { n })),
    each((n) => client.publish(desk, 'Published', { n: EACH + n }, key)),
    each((n) => client.publish(desk, 'Noted', { n }, key)),
    each((n) => client.broadcast(`Heard ${name}`, { n })),
    each((n) => client.publish(desk, 'Withdrawn', { n }, key)),
    // Somebody else may have taken the task back; then there will be another one.
    each((n) => eventually(() => complete(n))),
  ]);
  const entered = async (element: string) => (await run.progress()).elements[element]?.entered ?? 0;
  await eventually(async () => (await entered('Sent')) + (await entered('Published')) === 2 * EACH);
  for (const element of ['Start_Noted', 'Start_Heard'])
    await eventually(async () => (await entered(element)) === EACH);
  await run.message('Close');
  const result = await run.result();
  expect({
    received: sorted(result.received),
    done: sorted([...result.completed, ...result.withdrawn.map((n) => n + EACH)]),
    noted: sorted(result.noted),
    heard: result.heard,
  }).toEqual({
    received: sorted([...numbers, ...numbers.map((n) => n + EACH)]),
    done: sorted([...numbers, ...numbers.map((n) => n + EACH)]),
    noted: numbers,
    heard: numbers,
  });

  async function complete(n: number): Promise<boolean> {
    const [open] = await client.tasks.list({ workflowId: run.id });
    if (!open) return false;
    return client.tasks.complete(open, { n }).then(
      () => true,
      () => false,
    );
  }
});

/** One after the other, with pauses of all lengths between them. */
async function each(send: (n: number) => Promise<unknown>): Promise<void> {
  for (const n of numbers) {
    await send(n);
    await sleep(Math.random() * 150);
  }
}
