import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startStage, type TestStage } from '../../shared/testing/stage';
import { example } from '../example';
import type { InfrastructureServices } from '../services';
import { detectDrift } from '../workflows/detect-drift.process';
import { driftCheck } from '../workflows/drift-check.process';
import { infrastructure } from '../workflows/infrastructure.process';
import { provisionEnvironment } from '../workflows/provision-environment.process';
import { tearDown } from '../workflows/tear-down.process';
import { tearDownEnvironment } from '../workflows/tear-down-environment.process';

type Process = typeof provisionEnvironment | typeof infrastructure;

/** The providers, and a worker in a process of its own, as they run outside of tests. */
let stage: TestStage<InfrastructureServices, Process>;
beforeAll(async () => {
  stage = await startStage(example, join(__dirname, '..'));
});
afterAll(() => stage.stop());
afterEach(() => {
  stage.heal();
  const { stratus, nimbus } = stage.services.all;
  stratus.limit(100);
  nimbus.limit(100);
});

const failures = Object.keys(example.failures);

// By hand and from the diagrams: the same services, the same outcome.
describe.each([
  { provision: provisionEnvironment, takeDown: tearDownEnvironment, compare: detectDrift },
  { provision: infrastructure, takeDown: tearDown, compare: driftCheck },
])('$provision.name', ({ provision, takeDown, compare }) => {
  it('ends as it should', async () => {
    expect(await stage.play(provision)).toBe(example.ends);
  });

  it.each(failures)('ends as it should, failing: %s', async (failure) => {
    const { ends = example.ends } = example.failures[failure]!;
    expect(await stage.play(provision, failure)).toBe(ends);
  });

  it('has each thing once, although answers are lost and calls back come twice', async () => {
    const { stratus, nimbus, dataCentre } = stage.services.all;
    for (const service of [stratus, nimbus, dataCentre]) service.fail('duplicate', { times: 2 });
    const request = requestOf();
    const { address } = await stage.client.execute(provision, request);
    expect(stage.services.existing(request.environment)).toEqual(complete);
    expect(await (await fetch(address)).json()).toEqual({
      hello: expect.stringMatching('nimbus.example') as string,
    });
    expect(mails(request)).toMatchObject([{ subject: `Your environment ${request.environment} is ready` }]);
  });

  it('says why there is no environment', async () => {
    stage.services.all.nimbus.limit(0);
    const request = requestOf();
    await stage.client.execute(provision, request);
    const [mail] = mails(request);
    expect(mail).toMatchObject({ subject: `Your environment ${request.environment} could not be built` });
    expect(mail?.text).toContain(`There is no machine left for ${request.environment}-web-`);
  });

  it('finds out what has drifted', async () => {
    const { environment } = await stage.client.execute(provision, requestOf());
    const drifted = async () => {
      const { comparisons } = await stage.client.execute(compare, {});
      return comparisons.find((one) => one.environment === environment)?.drifted;
    };
    expect(await drifted()).toBe(false);
    stage.services.all.nimbus.remove(`${environment}-web-1`);
    expect(await drifted()).toBe(true);
    expect(stage.services.all.mailbox.messages('operations@example.com').at(-1)).toMatchObject({
      subject: 'Environments have drifted',
      text: `${environment}: web-1 is gone`,
    });
    await stage.client.execute(takeDown, { environment });
  });

  it('has nothing to tear down where there is nothing', async () => {
    expect(await stage.client.execute(takeDown, { environment: 'never-built' })).toMatchObject({
      databaseId: '',
    });
  });
});

it('refuses callbacks that Nimbus has not signed', async () => {
  const address = stage.services.env['CALLBACK_URL']!;
  const forged = { operation: 'op-1', id: 'srv-1', state: 'running', address: 'evil.example' };
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-signature': `sha256=${'0'.repeat(64)}` },
    body: JSON.stringify(forged),
  });
  expect(answer.status).toBe(401);
});

it('checks for drift every hour', async () => {
  const [schedule] = await stage.client.schedules.deploy([driftCheck]);
  expect(schedule).toMatchObject({ outcome: 'created', timer: '0 0 * * * *' });
  const handle = stage.client.client.schedule.getHandle(schedule!.id);
  await handle.trigger();
  const started = await firstOf(async () => (await handle.describe()).info.recentActions[0]);
  const run = stage.client.get(driftCheck, started.action.workflow.workflowId);
  expect(await run.result()).toMatchObject({ environments: expect.any(Array) as unknown[] });
  await handle.delete();
});

it('goes on with another worker when one is killed, and has nothing twice', async () => {
  // Ordered, but the worker does not get to know; and nobody is there when Nimbus calls back.
  stage.services.all.nimbus.fail('slow', { times: 1, route: 'POST /servers' });
  const request = requestOf();
  const run = await stage.client.start(infrastructure, request);
  await firstOf(async () => stage.services.existing(request.environment).servers === 2 || undefined);
  await stage.worker.kill();
  await stage.startWorker();

  expect(await run.result()).toMatchObject({ healthy: true });
  expect(stage.services.existing(request.environment)).toEqual(complete);
});

const complete = { databases: 1, servers: 2, firewalls: 1, balancers: 1, inventory: 1 };

function requestOf() {
  const environment = `shop-${randomUUID().slice(0, 8)}`;
  const requestedBy = `${environment}@example.com`;
  return { environment, requestedBy, webServers: ['web-1', 'web-2'], askEvery: 'PT0.2S' };
}

function mails({ requestedBy }: { readonly requestedBy: string }) {
  return stage.services.all.mailbox.messages(requestedBy);
}

async function firstOf<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
