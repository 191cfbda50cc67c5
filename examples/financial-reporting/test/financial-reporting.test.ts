import { join } from 'node:path';
import { startStage, type TestStage } from '../../shared/testing/stage';
import { monthBefore } from '../activities/month-before';
import { example } from '../example';
import type { Group } from '../services';
import { closeMonth } from '../workflows/close-month.process';
import { monthEndClose } from '../workflows/financial-reporting.process';

type Process = typeof closeMonth | typeof monthEndClose;

/** The services, and a worker in a process of its own, as they run outside of tests. */
let stage: TestStage<Group, Process>;
beforeAll(async () => {
  stage = await startStage(example, join(__dirname, '..'));
});
afterAll(() => stage.stop());
afterEach(() => stage.heal());

const failures = Object.keys(example.failures);

// By hand and from the diagram: the same services, the same outcome.
describe.each([closeMonth, monthEndClose])('$name', (process: Process) => {
  it('closes a month over 10,000 accounts', async () => {
    expect(await stage.play(process)).toBe(example.ends);
  });
});

// How failures are dealt with is the same code for both.
it.each(failures)('ends as it should, failing: %s', async (failure) => {
  const { ends = example.ends } = example.failures[failure]!;
  expect(await stage.play(monthEndClose, failure)).toBe(ends);
});

it('publishes once when the answer is lost', async () => {
  const before = count('report');
  await stage.play(monthEndClose, 'lost');
  expect(count('report')).toBe(before + 1);
});

it('goes on with another worker when one is killed among the ledgers, and has each account once', async () => {
  const { consolidation } = stage.services.all;
  const period = '1999-12';
  const run = await stage.client.start(monthEndClose, { period, reviewers: [] });
  for await (const { name, state } of run.follow())
    if (name === 'Collect a ledger' && state === 'completed') break;
  await stage.worker.kill();
  await stage.startWorker();
  expect(await run.result()).toMatchObject({ period, reconciled: true });
  const balances = consolidation.database
    .prepare('select count(*) as n from balance where period = ?')
    .get(period);
  expect(balances).toMatchObject({ n: 10_000 });
});

it.each([
  ['2026-11-21T00:00:00Z', '2026-10'],
  ['2026-01-01T06:00:00Z', '2025-12'],
])('at %s the month before is %s', (moment, month) => {
  expect(monthBefore(new Date(moment))).toBe(month);
});

function count(table: string): number {
  const { database } = stage.services.all.filing;
  return (database.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;
}
