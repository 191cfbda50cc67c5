import { enter, parallel, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { offboardEmployee as process } from './offboard-employee.process';

/** Employee off-boarding by hand: compare employee-offboarding.workflow.ts, which is compiled from the diagram. */
export async function offboardEmployee(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, wait, guard, forEach, end } = enter(process, input);
  const { firstName, lastName, manager, lastDay } = vars;

  assign(await task('Look up in HR', activities.lookUpEquipment, vars));
  const { account, applications, laptop } = vars;

  const planned = await guard(
    async () =>
      assign(await userTask('Plan handover', { assignee: manager, input: { firstName, lastName, lastDay } })),
    { 'Last day, and not planned': timer(lastDay) },
  );
  if (planned === 'done') await wait('Last day', timer(lastDay));

  await task('Disable account', activities.disableAccount, vars);
  await parallel(
    () =>
      forEach('Revoke access', applications, (application) =>
        task('Revoke access', activities.revokeAccess, { account, application }),
      ),
    () => task('Release licences', activities.releaseLicences, vars),
    () => task('Archive mailbox', activities.archiveMailbox, vars),
    takeLaptop,
  );
  await task('Delete account', activities.deleteAccount, vars);
  await task('Report departure', activities.tellHr, { firstName, lastName, news: 'has left' });
  return end('Left', vars);

  async function takeLaptop() {
    await userTask('Collect laptop', { candidateGroups: ['it'], input: { firstName, lastName, laptop } });
    await task('Return laptop', activities.returnLaptop, { laptop });
  }
}
