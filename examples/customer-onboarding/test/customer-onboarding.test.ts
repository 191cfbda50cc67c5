import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStage, type TestStage } from '../../shared/testing/stage';
import { example } from '../example';
import type { House } from '../services';
import { customerOnboarding } from '../workflows/customer-onboarding.process';
import { onboardCustomer } from '../workflows/onboard-customer.process';

type Process = typeof onboardCustomer | typeof customerOnboarding;

/** The services, and a worker in a process of its own, as they run outside of tests. */
let stage: TestStage<House, Process>;
beforeAll(async () => {
  stage = await startStage(example, join(__dirname, '..'));
});
afterAll(() => stage.stop());
afterEach(() => stage.heal());

const failures = Object.keys(example.failures);

// By hand and from the diagram: the same services, the same outcome.
describe.each([onboardCustomer, customerOnboarding])('$name', (process: Process) => {
  it('ends as it should', async () => {
    expect(await stage.play(process)).toBe(example.ends);
  });

  it.each(failures)('ends as it should, failing: %s', async (failure) => {
    const { ends = example.ends } = example.failures[failure]!;
    expect(await stage.play(process, failure)).toBe(ends);
  });

  it('onboards a small customer without anybody looking', async () => {
    const company = unique('Kettle');
    expect(await (await apply(process, company)).result()).toMatchObject({ risk: 'low', reason: '' });
    expect(known(company)).toEqual(onboarded(company));
  });

  it('refuses the same person twice', async () => {
    const company = unique('Palace');
    const run = await apply(process, company, 30_000);
    const { tasks } = stage.client;
    await tasks.complete(
      await stage.opened({ workflowId: run.id }, 'First approval'),
      { approved: true },
      { user: 'alice' },
    );
    const second = await stage.opened({ workflowId: run.id }, 'Second approval');
    await expect(tasks.claim(second, 'alice')).rejects.toMatchObject({ code: 'task-not-allowed' });
    await expect(tasks.complete(second, { approved: true }, { user: 'alice' })).rejects.toMatchObject({
      code: 'task-not-allowed',
    });
    await tasks.complete(second, { approved: true }, { user: 'bob' });
    expect(await run.result()).toMatchObject({ firstApprover: 'alice', politicallyExposed: true });
    expect(known(company)).toEqual(onboarded(company));
  });

  it('undoes everything when sales do not want the customer in the end', async () => {
    const company = unique('Milk');
    stage.services.all.crm.database.prepare('insert into unwanted values (?)').run(company);
    const run = await apply(process, company);
    expect(await run.result()).toMatchObject({ reason: `Sales do not want ${company} as a customer.` });
    expect(known(company)).toEqual(undone(company));
  });

  it('refuses whom nobody knows', async () => {
    const company = unique('Fake');
    const run = await apply(process, company);
    expect(await run.result()).toMatchObject({ reason: 'The identity could not be confirmed' });
    expect(known(company)).toEqual(undone(company));
  });

  it('does everything once though services are down, and answers and callbacks come late or twice', async () => {
    const { crm, identity, workspaces, billing } = stage.services.all;
    crm.fail('down', { times: 1 });
    identity.fail('duplicate', { times: 1 });
    workspaces.fail('duplicate', { times: 1 });
    billing.fail('slow', { times: 1 });
    const company = unique('Spoon');
    expect(await (await apply(process, company)).result()).toMatchObject({ reason: '' });
    expect(known(company)).toEqual(onboarded(company));
  });
});

it('goes on with another worker when one is killed in the middle of a step, and does nothing twice', async () => {
  const { workspaces } = stage.services.all;
  // Provisioned, but the worker does not get to know.
  workspaces.fail('slow', { times: 1, route: 'POST /workspaces' });
  const company = unique('Biscuit');
  const run = await apply(customerOnboarding, company);
  while (known(company).workspaces === 0) await sleep(20);
  await stage.worker.kill();
  await stage.startWorker();

  expect(await run.result()).toMatchObject({ reason: '' });
  expect(workspaces.requests.at(-1)).toMatchObject({ route: 'POST /workspaces', repeated: true });
  expect(known(company)).toEqual(onboarded(company));
});

function unique(name: string): string {
  return `${name} ${randomUUID().slice(0, 8)}`;
}

function mailOf(company: string): string {
  return `${company.replace(' ', '-').toLowerCase()}@example.com`;
}

function apply(process: Process, company: string, monthlyVolume = 8_000) {
  const contact = { company, email: mailOf(company), country: 'IE' };
  return stage.client.start(process, {
    applicationId: randomUUID(),
    ...contact,
    monthlyVolume,
    plan: 'team',
  });
}

/** What the services know of a company. */
function known(company: string) {
  const { crm, identity, workspaces, billing, mailbox } = stage.services.all;
  const rows = ({ database }: typeof crm, table: string, of: [column: string, value: string]) =>
    database.prepare(`select * from ${table} where ${of[0]} = ?`).all(of[1]) as Record<string, unknown>[];
  const [customer] = rows(crm, 'customer', ['company', company]);
  return {
    customer: customer?.['state'],
    checks: rows(identity, 'check_of', ['company', company]).length,
    workspaces: rows(workspaces, 'workspace', ['customer_id', `customer-${String(customer?.['id'])}`]).length,
    accounts: rows(billing, 'account', ['company', company]).length,
    mails: mailbox.messages(mailOf(company)).map(({ subject }) => subject),
  };
}

function onboarded(company: string) {
  return { customer: 'active', checks: 1, workspaces: 1, accounts: 1, mails: [`Welcome, ${company}`] };
}

function undone(company: string) {
  const mails = [`Your application for ${company}`];
  return { customer: undefined, checks: 0, workspaces: 0, accounts: 0, mails };
}
