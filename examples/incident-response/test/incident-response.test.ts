import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStage, type TestStage } from '../../shared/testing/stage';
import { example } from '../example';
import type { startOperations } from '../services';
import { incidentResponse } from '../workflows/incident-response.process';
import { respondToIncident } from '../workflows/respond-to-incident.process';

type Process = typeof respondToIncident | typeof incidentResponse;
type Operations = Awaited<ReturnType<typeof startOperations>>;

/** The services, and a worker in a process of its own, as they run outside of tests. */
let stage: TestStage<Operations, Process>;
beforeAll(async () => {
  stage = await startStage(example, join(__dirname, '..'));
});
afterAll(() => stage.stop());
afterEach(() => stage.heal());

const failures = Object.keys(example.failures);

// By hand and from the diagram: the same services, the same outcome.
describe.each([respondToIncident, incidentResponse])('$name', (process: Process) => {
  it('ends as it should, and tells the other room of the major incident', async () => {
    expect(await stage.play(process)).toBe(example.ends);
    expect(posts().at(-1)).toMatchObject({
      room: expect.stringMatching(/^incident-search-too-/),
      text: expect.stringMatching(/^Major incident: checkout-/),
    });
  });
});

// How failures are dealt with is the same code for both.
it.each(failures)('ends as it should, failing: %s', async (failure) => {
  const { ends = example.ends } = example.failures[failure]!;
  expect(await stage.play(incidentResponse, failure)).toBe(ends);
});

it('pages nobody twice when the answer of the pager is lost', async () => {
  await stage.play(incidentResponse, 'lost');
  const seen = pages().map(({ fingerprint, level }) => `${fingerprint} ${level}`);
  expect(new Set(seen).size).toBe(seen.length);
});

it('starts one run for the same alert, and counts it', async () => {
  const { client } = stage;
  const alert = { service: 'checkout', summary: 'Fails', errorRate: 0.2, customers: 5000 };
  const fingerprint = `checkout-${randomUUID()}`;
  const raise = () =>
    client.publish(incidentResponse, 'Alert raised', { ...alert, fingerprint }, { key: fingerprint });
  await raise();
  const run = await theOnlyRun();
  await stage.opened({ workflowId: run.id }, 'Acknowledge');
  await raise();
  await raise();
  await client.publish(incidentResponse, 'Alert cleared', {}, { key: fingerprint });
  const task = await stage.opened({ workflowId: run.id }, 'Write post-mortem');
  await client.tasks.complete(task, { learnt: 'nothing' }, { user: 'alice' });
  expect(await run.result()).toMatchObject({ alerts: 3, severity: { level: 'P1' } });
});

it('goes on with another worker when one is killed', async () => {
  const { client } = stage;
  const fingerprint = `search-${randomUUID()}`;
  const run = await client.start(incidentResponse, {
    fingerprint,
    service: 'search',
    summary: 'Slow',
    errorRate: 0.02,
    customers: 5,
  });
  for await (const { name, state } of run.follow()) if (name === 'Acknowledge' && state === 'opened') break;
  await stage.worker.kill();
  await stage.startWorker();
  await client.publish(incidentResponse, 'Alert cleared', {}, { key: fingerprint });
  expect(await run.result()).toMatchObject({ severity: { level: 'P3' }, healthy: false });
  expect(pages().filter((page) => page.fingerprint === fingerprint)).toHaveLength(1);
});

function pages() {
  const { database } = stage.services.all.pager;
  return database.prepare('select fingerprint, level from page').all() as {
    fingerprint: string;
    level: number;
  }[];
}

function posts() {
  return stage.services.all.pager.database.prepare('select room, text from post').all() as object[];
}

/** The run that an alert has started here: others are over, or on other task queues. Lists lag behind. */
async function theOnlyRun() {
  for (;;) {
    const ids = new Set<string>();
    for await (const run of stage.client.list({ process: incidentResponse, status: 'RUNNING' })) {
      // Those that have just ended are still listed as running.
      const isOurs = run.taskQueue === stage.taskQueue;
      if (isOurs && (await stage.client.describe(run.id)).status === 'RUNNING') ids.add(run.id);
    }
    expect(ids.size).toBeLessThan(2);
    for (const id of ids) return stage.client.get(incidentResponse, id);
    await sleep(100);
  }
}
