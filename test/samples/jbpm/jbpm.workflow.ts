import {
  activitiesOf,
  asText,
  compare,
  enter,
  evaluate,
  holds,
  isTrue,
  local,
  timer,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { comExampleExpenses as process } from './jbpm.process';

const activities = activitiesOf<typeof implementations>();

/** Expenses. Generated from jbpm.bpmn: change the diagram, then run `baton compile`. */
export async function comExampleExpenses(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, wait, broadcast, end } = enter(process, input);

  // Approve
  const approveResult = local(
    vars,
    await userTask('Task_Approve', {
      candidateUsers: 'john,mary',
      candidateGroups: 'managers',
      input: {
        Comment: evaluate('Task_Approve', vars, ({ employee }) => asText`Expenses of ${employee}`),
        amount: vars.amount,
      },
    }),
  );
  vars.approved = approveResult.approval;

  // Approve: end listener
  assign(
    await task('Task_Approve:end', activities.script, {
      language: 'http://www.java.com/java',
      source: 'kcontext.setVariable("decided", true);',
      variables: vars,
    }),
  );

  // Approved?
  if (holds('Flow_Small', vars, ({ amount, approved }) => isTrue(approved) && compare(amount, '<', 1000))) {
    // nothing to do
  } else if (holds('Flow_Large', vars, ({ approved }) => isTrue(approved))) {
    // Audit
    assign(await task('Task_Audit', activities.auditExpenses, vars));
  } else {
    // Tell the employee
    assign(
      await task('Task_Mail', activities.email, {
        To: evaluate('Task_Mail', vars, ({ employee }) => asText`${employee}@example.com`),
      }),
    );
    return end('End_Refused');
  }

  // Book it
  assign(await task('Task_Book', activities.book, vars));

  // Later
  await wait('Event_Later', timer('PT1H30M'));

  // Done
  await broadcast('Event_Done', 'expensesDone');
  return end('End_Booked');
}
