import { randomUUID } from 'node:crypto';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import * as activities from '../activities';
import { startInfrastructureServices, type InfrastructureServices } from '../services';
import { receiveCallbacks } from '../workers/callbacks';
import { detectDrift } from '../workflows/detect-drift.process';
import { driftCheck } from '../workflows/drift-check.process';
import { infrastructure } from '../workflows/infrastructure.process';
import { provisionEnvironment } from '../workflows/provision-environment.process';
import { tearDown } from '../workflows/tear-down.process';
import { tearDownEnvironment } from '../workflows/tear-down-environment.process';

let services: InfrastructureServices;
let environment: TestEnvironment;
let callbacks: AsyncDisposable;

beforeAll(async () => {
  services = await startInfrastructureServices();
  Object.assign(process.env, services.env);
  environment = await createTestEnvironment({
    workflowsPath: require.resolve('../workflows'),
    activities,
    incidents: true,
    server: { address: process.env['BATON_TEST_ADDRESS'] ?? '' },
  });
  callbacks = await receiveCallbacks(environment.client, new URL(services.env['CALLBACK_URL'] ?? ''));
});
afterAll(async () => {
  await callbacks[Symbol.asyncDispose]();
  await environment.dispose();
  await services.stop();
});
afterEach(() => {
  const { stratus, nimbus, dataCentre, mailbox } = services.all;
  for (const service of [stratus, nimbus, dataCentre, mailbox]) service.heal();
  stratus.limit(100);
  nimbus.limit(100);
});

// By hand and from the diagrams: the same against the same services.
describe.each([
  { provision: provisionEnvironment, tear: tearDownEnvironment, compare: detectDrift },
  { provision: infrastructure, tear: tearDown, compare: driftCheck },
])('$provision.name', ({ provision, tear, compare }) => {
  it('brings everything up, and takes it down again', async () => {
    const request = requestOf();
    const { address } = await environment.client.execute(provision, request);
    expect(existing()).toEqual({ databases: 1, servers: 2, firewalls: 1, balancers: 1, inventory: 1 });
    expect(await (await fetch(address)).json()).toEqual({ hello: expect.stringMatching('nimbus.example') });
    expect(mails(request)).toEqual([`Your environment ${request.environment} is ready`]);

    await environment.client.execute(tear, { environment: request.environment });
    expect(existing()).toEqual(nothing);
  });

  it('asks providers that are down again', async () => {
    services.all.stratus.fail('down', { times: 2 });
    services.all.mailbox.fail('down', { times: 1 });
    const request = requestOf();
    await environment.client.execute(provision, request);
    expect(mails(request)).toEqual([`Your environment ${request.environment} is ready`]);
    await environment.client.execute(tear, { environment: request.environment });
  });

  it('has each thing once, although answers are lost and calls back come twice', async () => {
    for (const service of [services.all.stratus, services.all.nimbus, services.all.dataCentre])
      service.fail('duplicate', { times: 2 });
    const { environment: name } = await environment.client.execute(provision, requestOf());
    expect(existing()).toEqual({ databases: 1, servers: 2, firewalls: 1, balancers: 1, inventory: 1 });
    await environment.client.execute(tear, { environment: name });
    expect(existing()).toEqual(nothing);
  });

  it('leaves nothing behind when there is no machine left for a server', async () => {
    services.all.nimbus.limit(1);
    const request = requestOf();
    await environment.client.execute(provision, request);
    expect(existing()).toEqual(nothing);
    expect(mails(request)).toEqual([`Your environment ${request.environment} could not be built`]);
    const [mail] = services.all.mailbox.messages(request.requestedBy);
    expect(mail?.text).toContain(`There is no machine left for ${request.environment}-web-`);
  });

  it('leaves nothing behind when a provider refuses', async () => {
    services.all.stratus.limit(0);
    const { reason } = await environment.client.execute(provision, requestOf());
    expect(reason).toBe('Your account has its 0 databases already.');
    expect(existing()).toEqual(nothing);
  });

  it('leaves nothing behind when the environment does not answer in the end', async () => {
    services.all.dataCentre.fail('down', { route: 'GET /entrance/:id' });
    const { reason } = await environment.client.execute(provision, requestOf());
    expect(reason).toMatch(/\/entrance\/lb-.* answers 503\.$/);
    expect(existing()).toEqual(nothing);
  });

  it('waits for a person when an answer makes no sense', async () => {
    services.all.dataCentre.fail('wrong', { times: 1, route: 'POST /firewalls' });
    const { client } = environment;
    const run = await client.start(provision, requestOf());
    const open = await firstOf(async () => (await client.incidents.list({ workflowId: run.id }))[0]);
    expect(open.name).toBe('Create firewall');
    await client.incidents.retry(open, { user: 'olga' });
    const { environment: name } = await run.result();
    expect(existing()).toMatchObject({ firewalls: 1 });
    await client.execute(tear, { environment: name });
  });

  it('finds out what has drifted', async () => {
    const { environment: name } = await environment.client.execute(provision, requestOf());
    expect(await environment.client.execute(compare, {})).toMatchObject({
      comparisons: [{ environment: name, drifted: false }],
    });
    services.all.nimbus.remove(`${name}-web-1`);
    await environment.client.execute(compare, {});
    const mail = services.all.mailbox.messages('operations@example.com').at(-1);
    expect(mail).toMatchObject({ subject: 'Environments have drifted', text: `${name}: web-1 is gone` });
    await environment.client.execute(tear, { environment: name });
  });

  it('has nothing to tear down where there is nothing', async () => {
    await environment.client.execute(tear, { environment: 'never-built' });
    expect(existing()).toEqual(nothing);
  });
});

it('checks for drift every hour', async () => {
  const { client } = environment;
  const [schedule] = await client.schedules.deploy([driftCheck]);
  expect(schedule).toMatchObject({ outcome: 'created', timer: '0 0 * * * *' });
  const handle = environment.environment.client.schedule.getHandle(schedule!.id);
  await handle.trigger();
  const started = await firstOf(async () => (await handle.describe()).info.recentActions[0]);
  if (started.action.type !== 'startWorkflow') throw new Error('The schedule starts no workflow.');
  const run = client.get(driftCheck, started.action.workflow.workflowId);
  expect(await run.result()).toMatchObject({ environments: [], comparisons: [] });
  await handle.delete();
});

const nothing = { databases: 0, servers: 0, firewalls: 0, balancers: 0, inventory: 0 };

function requestOf() {
  const environment = `shop-${randomUUID().slice(0, 8)}`;
  const requestedBy = `${environment}@example.com`;
  return { environment, requestedBy, webServers: ['web-1', 'web-2'], askEvery: 'PT0.2S' };
}

/** What the providers have. */
function existing(): Readonly<Record<string, number>> {
  const { stratus, nimbus, dataCentre } = services.all;
  const count = ({ database }: typeof dataCentre, table: string) =>
    (database.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;
  return {
    databases: count(stratus, 'database'),
    servers: count(nimbus, 'server'),
    firewalls: count(dataCentre, 'firewall'),
    balancers: count(dataCentre, 'balancer'),
    inventory: count(dataCentre, 'inventory'),
  };
}

function mails({ requestedBy }: { readonly requestedBy: string }): readonly string[] {
  return services.all.mailbox.messages(requestedBy).map(({ subject }) => subject);
}

async function firstOf<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
