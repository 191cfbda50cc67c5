import { Worker } from '@temporalio/worker';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { batonPlugin, bundleWorkflows, type WorkflowBundle } from 'batonflow/worker';
import * as activities from './fixtures/incident-activities';
import { failing, stopping } from './fixtures/incident-contracts';
import { eventually } from '../support/eventually';

const { charge, decline, unknownCards } = activities;
const workflowsPath = require.resolve('./fixtures/incident-workflows');
const changedPath = require.resolve('./fixtures/incident-workflows-changed');
/** The code as it was run, the same for a worker that asks for incidents, and with other contracts. */
let same: WorkflowBundle, asking: WorkflowBundle, changed: WorkflowBundle;
let env: TestEnvironment;

beforeAll(async () => {
  unknownCards.add('lost');
  same = await bundleWorkflows({ workflowsPath });
  asking = await bundleWorkflows({ workflowsPath, incidents: true });
  changed = await bundleWorkflows({ workflowsPath: changedPath });
  env = await createTestEnvironment({ workflowBundle: same, activities: { charge, decline } });
});
afterAll(async () => {
  await env.dispose();
});

type Started = Awaited<ReturnType<typeof env.client.start>>;

async function replay(run: Started, workflowBundle: WorkflowBundle): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle, plugins: [batonPlugin()] }, await run.history(), run.id);
}

const incidentOf = (run: Started) =>
  eventually(async () => (await env.client.incidents.list({ workflowId: run.id }))[0]);

it('a run that stopped replays the same when nobody asks for incidents any more', async () => {
  const run = (await env.client.start(stopping, { test: 'activity', card: 'lost' })) as unknown as Started;
  const incident = await incidentOf(run);
  await replay(run, same);
  await replay(run, changed);
  await env.client.incidents.retry(incident, { input: { card: 'visa' } });
  await run.result();
  await replay(run, same);
  await replay(run, changed);
});

it('a run that failed, or dealt with its failure, replays the same when somebody asks for incidents', async () => {
  const failed = await env.client.start(failing, { test: 'activity', card: 'lost' });
  await failed.result().catch(() => undefined);
  const test = 'a failure that code deals with';
  const dealt = await env.client.start(failing, { test, card: 'lost' });
  expect(await dealt.result()).toEqual(['unknown', 'visa 10']);
  for (const run of [failed, dealt] as unknown as Started[]) {
    await replay(run, same);
    await replay(run, asking);
    await replay(run, changed);
  }
});

it("a worker's default holds for processes whose contract says nothing", async () => {
  const other = await createTestEnvironment({ workflowBundle: asking, activities: { charge, decline } });
  const run = await other.client.start(failing, { test: 'gateway' });
  const incident = await eventually(async () => (await run.incidents())[0]);
  await replay(run as unknown as Started, same);
  await other.client.incidents.skip({ workflowId: run.id, id: incident.id }, 'Flow_Big');
  expect(await run.result()).toBe('Flow_Big');
  await replay(run as unknown as Started, same);
  await other.dispose();
});
