import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenTask } from 'batonflow/client';
import { isEnabled } from 'batonflow/ldap';
import { valuesOf } from '../../shared/services/directory/entry';
import { startStage, type TestStage } from '../../shared/testing/stage';
import { example } from '../example';
import type { Company } from '../services';
import { employeeOnboarding } from '../workflows/employee-onboarding.process';
import { onboardEmployee } from '../workflows/onboard-employee.process';

type Process = typeof onboardEmployee | typeof employeeOnboarding;

/** The services, and a worker in a process of its own, as they run outside of tests. */
let stage: TestStage<Company, Process>;
beforeAll(async () => {
  stage = await startStage(example, join(__dirname, '..'));
});
afterAll(() => stage.stop());
afterEach(() => stage.heal());

const failures = Object.keys(example.failures);

// By hand and from the diagrams: the same services, the same outcome.
describe.each([onboardEmployee, employeeOnboarding])('$name', (process: Process) => {
  it('ends as it should', async () => {
    expect(await stage.play(process)).toBe(example.ends);
  });

  it.each(failures)('ends as it should, failing: %s', async (failure) => {
    const { ends = example.ends } = example.failures[failure]!;
    expect(await stage.play(process, failure)).toBe(ends);
  });

  it('has everything ready before the first day, and nothing switched on', async () => {
    const grace = someone('Grace');
    const run = await stage.client.start(process, { ...grace, startDate: inAnHour() });
    await plan(await stage.opened({ workflowId: run.id }, 'Plan first day'));
    while (known(grace).applications < 4 || known(grace).licences < 2) await sleep(50);

    expect(known(grace)).toEqual({ laptops: 1, mailboxes: 1, licences: 2, applications: 4 });
    expect(accountsOf(grace)).toEqual([
      { name: 'grace.hopper', isEnabled: false, groups: ['CN=engineer,OU=Groups,DC=example,DC=com'] },
    ]);

    await stage.client.publish(process, 'HiringWithdrawn', {}, { key: grace.employeeId });
    await run.result();
    expect(known(grace)).toEqual({ laptops: 0, mailboxes: 0, licences: 0, applications: 0 });
    expect(accountsOf(grace)).toEqual([]);
  });

  it('gives namesakes accounts of their own', async () => {
    const anns = [someone('Ann'), someone('Ann')];
    for (const ann of anns) {
      const run = await stage.client.start(process, { ...ann, startDate: inAnHour() });
      await stage.opened({ workflowId: run.id }, 'Plan first day');
    }
    const names = anns.flatMap(accountsOf).map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });
});

it('is started by HR, once however often HR tells it', async () => {
  const { hr } = stage.services.all;
  hr.fail('duplicate', { times: 1, route: 'POST /hires' });
  const hedy = someone('Hedy');
  const notify = stage.services.env['EVENTS_URL'];
  const answer = await fetch(`${hr.url}/hires`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...hedy, startDate: inAnHour(), notify }),
  }).catch(() => undefined);
  expect(answer).toBeUndefined(); // that is what the switch does
  const task = await stage.opened({ process: employeeOnboarding, user: hedy.manager }, 'Plan first day');
  expect(task.input).toMatchObject({ firstName: 'Hedy' });
  const tasks = await stage.client.tasks.list({
    process: employeeOnboarding,
    user: hedy.manager,
    onUnanswered: () => undefined,
  });
  expect(tasks).toHaveLength(1);
});

it('goes on with another worker when one is killed in the middle of a step, and does nothing twice', async () => {
  const { assets } = stage.services.all;
  // Ordered, but the worker does not get to know.
  assets.fail('slow', { times: 1 });
  const mary = someone('Mary');
  const run = await stage.client.start(employeeOnboarding, { ...mary, startDate: inAnHour() });
  while (known(mary).laptops === 0) await sleep(20);
  await stage.worker.kill();
  await stage.startWorker();

  await plan(await stage.opened({ workflowId: run.id }, 'Plan first day'));
  while (!(await run.progress()).active.includes('Event_FirstDay')) await sleep(50);
  expect(known(mary)).toEqual({ laptops: 1, mailboxes: 1, licences: 2, applications: 4 });
  expect(assets.requests.at(-1)).toMatchObject({ route: 'POST /laptops', repeated: true });
});

type Employee = ReturnType<typeof someone>;

function someone(firstName: string) {
  const employeeId = `e-${randomUUID().slice(0, 8)}`;
  const manager = `manager-of-${employeeId}@example.com`;
  return { employeeId, firstName, lastName: 'Hopper', role: 'engineer', manager } as const;
}

function inAnHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}

/** What the directory has of somebody. */
function accountsOf({ employeeId }: Employee) {
  const entries = stage.services.all.directory.entries();
  return entries
    .filter((entry) => valuesOf(entry, 'employeeID').includes(employeeId))
    .map((entry) => ({
      name: valuesOf(entry, 'sAMAccountName')[0] ?? '',
      isEnabled: isEnabled(valuesOf(entry, 'userAccountControl')[0]),
      groups: valuesOf(entry, 'memberOf'),
    }));
}

/** What else somebody was given. */
function known(employee: Employee) {
  const { assets, collaboration, licences, applications } = stage.services.all;
  const account = accountsOf(employee)[0]?.name;
  const count = ({ database }: typeof assets, where: string, value = '') =>
    (database.prepare(`select count(*) as n from ${where} = ?`).get(value) as { n: number }).n;
  return {
    laptops: count(assets, 'laptop where employee_id', employee.employeeId),
    mailboxes: count(collaboration, 'mailbox where address', `${account}@example.com`),
    licences: count(licences, 'assignment where account', account),
    applications: count(applications, 'access where account', account),
  };
}

async function plan(task: OpenTask): Promise<void> {
  await stage.client.tasks.complete(task, { plan: 'Meet the team' }, { user: task.assignee ?? '' });
}
