import { randomUUID } from 'node:crypto';
import { defineExample } from '../shared/runner/example';
import { startCompany } from './services';
import { employeeOffboarding } from './workflows/employee-offboarding.process';
import { employeeOnboarding } from './workflows/employee-onboarding.process';
import { offboardEmployee } from './workflows/offboard-employee.process';
import { onboardEmployee } from './workflows/onboard-employee.process';

const person = { firstName: 'Ada', role: 'engineer', manager: 'charles@example.com' } as const;
const LEFT = 'came, and has left: nothing is left behind';

export const example = defineExample({
  title: 'Employee onboarding',
  shows:
    'An account in the directory (LDAP), laptop, mailbox, licences and applications side by side before the first day; ' +
    'off-boarding as the reverse.',
  start: startCompany,
  processes: [onboardEmployee, employeeOnboarding],
  ends: LEFT,

  failures: {
    directory: {
      shows: 'The directory cuts connections: what was done is found done by the next attempt.',
      switchOn: ({ all }) => all.directory.fail('duplicate', { times: 1, route: 'add' }),
    },
    laptop: {
      shows: 'Asset management is down for two calls: the order is tried again.',
      switchOn: ({ all }) => all.assets.fail('down', { times: 2 }),
    },
    mailbox: {
      shows: 'The answer about the mailbox makes no sense: an incident, until somebody has it tried again.',
      switchOn: ({ all }) => all.collaboration.fail('wrong', { times: 1, route: 'POST /mailboxes' }),
    },
    licences: {
      shows: 'There are no licences left: IT buys some, and it goes on.',
      switchOn: ({ all }) => all.licences.database.exec("update product set bought = 0 where name = 'ide'"),
    },
    'no-show': {
      shows: 'The employee does not come: everything that was prepared is undone.',
      ends: 'did not come: nothing is left behind',
    },
    withdrawn: {
      shows: 'The hiring is withdrawn before the first day: everything that was prepared is undone.',
      ends: 'did not come: nothing is left behind',
    },
  },

  async play({ process, client, services, failure, follow }) {
    const employeeId = `e-${randomUUID().slice(0, 8)}`;
    const employee = { employeeId, ...person, lastName: `Byron ${employeeId.slice(2)}` };
    const options = { businessKey: employeeId };
    const startDate = inSeconds(failure === 'withdrawn' ? 3_600 : 1);
    const run = await client.start(process, { ...employee, startDate }, options);
    const { accountDn, arrived } = await follow(run, {
      tasks: {
        'Plan first day': () => ({ plan: 'Meet the team' }),
        'Buy licences': () => {
          services.all.licences.database.exec("update product set bought = 50 where name = 'ide'");
          return {};
        },
        'Confirm arrival': () => ({ arrived: failure !== 'no-show' }),
      },
      incident: () => 'retry',
      async step({ kind, state }) {
        // As soon as the first day is planned.
        if (failure !== 'withdrawn' || kind !== 'task' || state !== 'completed') return;
        await client.publish(process, 'HiringWithdrawn', {}, { key: employeeId });
      },
    });
    if (arrived) {
      const offboarding = process === onboardEmployee ? offboardEmployee : employeeOffboarding;
      const leaving = { ...employee, lastDay: inSeconds(1) };
      await follow(await client.start(offboarding, leaving, options), {
        tasks: { 'Plan handover': () => ({ handover: 'Grace takes over' }), 'Collect laptop': () => ({}) },
      });
    }
    const left = services.all.directory.entry(accountDn) ? 'the account is left' : 'nothing is left behind';
    return `${arrived ? 'came, and has left' : 'did not come'}: ${left}`;
  },
});

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1_000).toISOString();
}
