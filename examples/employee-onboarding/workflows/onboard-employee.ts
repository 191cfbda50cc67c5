import { enter, error, parallel, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { applicationsOfRole } from './applications.decision';
import { onboardEmployee as process } from './onboard-employee.process';

/** Employee onboarding by hand: compare employee-onboarding.workflow.ts, which is compiled from the diagram. */
export async function onboardEmployee(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const run = enter(process, input);
  const { vars, assign, task, userTask, decision, wait, published } = run;
  const { guard, scope, forEach, compensateWith, compensate, end } = run;
  const { employeeId, firstName, lastName, manager, startDate } = vars;

  return scope(onboard, {
    'Hiring withdrawn': {
      on: published('HiringWithdrawn', employeeId),
      interrupting: true,
      run: withdraw,
    },
  });

  async function onboard() {
    vars.applications = decision('Choose applications', applicationsOfRole, vars);
    await createAccount();
    await parallel(planFirstDay, orderLaptop, createMailbox, assignLicences, grantAccess);

    await wait('First day', timer(startDate));
    await task('Enable account', activities.enableAccount, vars);
    const { laptop } = vars;
    assign(await userTask('Confirm arrival', { assignee: manager, input: { firstName, lastName, laptop } }));
    if (!vars.arrived) return undo();

    await task('Record in HR', activities.recordEquipment, vars);
    return end('At work', vars);
  }

  async function undo() {
    await compensate();
    await task('Report no-show', activities.tellHr, { firstName, lastName, news: 'did not come' });
    return end('Never came', vars);
  }

  async function withdraw() {
    await compensate();
    await task('Report withdrawal', activities.tellHr, { firstName, lastName, news: 'is not coming' });
    return end('Withdrawn', vars);
  }

  async function createAccount() {
    assign(await task('Create account', activities.createAccount, vars));
    compensateWith('Create account', () => task('Delete account', activities.deleteAccount, vars));
  }

  /** The manager is reminded for as long as it takes. */
  async function planFirstDay() {
    const plan = async () =>
      assign(
        await userTask('Plan first day', { assignee: manager, input: { firstName, lastName, startDate } }),
      );
    await guard(plan, {
      'Every two days': {
        on: timer('R/P2D'),
        run: () => task('Remind manager', activities.remindManager, vars),
      },
    });
  }

  async function orderLaptop() {
    assign(await task('Order laptop', activities.orderLaptop, vars));
    compensateWith('Order laptop', () => task('Return laptop', activities.returnLaptop, vars));
  }

  async function createMailbox() {
    assign(await task('Create mailbox', activities.createMailbox, vars));
    compensateWith('Create mailbox', () => task('Delete mailbox', activities.deleteMailbox, vars));
  }

  /** Where licences have run out, IT buys some, and it is tried again. */
  async function assignLicences() {
    const assignThem = async () => assign(await task('Assign licences', activities.assignLicences, vars));
    while ((await guard(assignThem, { 'None left': error('NO_LICENCE') })) === 'None left')
      await userTask('Buy licences', { candidateGroups: ['it'], input: { role: vars.role } });
    compensateWith('Assign licences', () => task('Release licences', activities.releaseLicences, vars));
  }

  async function grantAccess() {
    await forEach('Grant access', vars.applications, async (application) => {
      const access = { account: vars.account, application };
      await task('Grant access', activities.grantAccess, access);
      compensateWith('Grant access', () => task('Revoke access', activities.revokeAccess, access));
    });
  }
}
