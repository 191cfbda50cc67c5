import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { CONTINUE_AFTER_MEMO } from '../../src/shared/continuation';
import * as activities from './fixtures/long-activities';
import { counting, watching } from './fixtures/long-contracts';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({
    workflowsPath: require.resolve('./fixtures/long'),
    activities,
    server: 'dev',
  });
});
afterAll(async () => {
  await env.dispose();
});

/** A history is long enough after that many events. */
const after = (events: number) => ({ memo: { [CONTINUE_AFTER_MEMO]: events, mine: 'kept' } });

test('a loop in the process goes on in new runs, with all that is known', async () => {
  const run = await env.client.start(
    counting,
    { limit: 40, messages: 30 },
    { businessKey: 'B-1', ...after(40) },
  );
  const sent: number[] = [];
  for (let i = 0; i < 30; i++) {
    await run.message('Told', i);
    expect(await run.update('add', i)).toBe(i + 1);
    sent.push(i);
  }
  const result = (await run.result()) as Record<string, unknown>;
  expect(result).toMatchObject({
    ...{ n: 40, told: sent, added: sent, undone: 1, isDate: true, continued: true },
    keys: ['Begin#1', 'Key#1', 'Key#2', 'Key#3', 'Key#4', 'Key#5'].map(
      (key) => `${String(result.firstRun)}/${key}`,
    ),
  });
  const { elements } = await run.progress();
  expect(elements.Count).toMatchObject({ entered: 40, completed: 40 });
  expect(elements.Begin).toMatchObject({ entered: 1 });
  expect(await run.describe()).toMatchObject({ businessKey: 'B-1' });
  const { memo, historyLength } = await run.handle.describe();
  expect(memo).toMatchObject({ mine: 'kept' });
  expect(historyLength).toBeLessThan(100);
});

test('loops in branches go on in runs of their own', async () => {
  const run = await env.client.start(watching, { limit: 60 }, after(30));
  const result = (await run.result()) as Record<string, unknown>;
  expect(result).toMatchObject({ left: 60, begun: 1, stop: true });
  expect(Number(result.right)).toBeGreaterThan(0);
  expect((await run.handle.describe()).historyLength).toBeLessThan(120);
  const { elements } = await run.progress();
  expect(elements.Left).toMatchObject({ entered: 60, completed: 60 });
  expect(elements.Key).toMatchObject({ entered: 1 });
});
