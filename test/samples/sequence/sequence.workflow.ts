import { activitiesOf, enter, local, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import type * as implementations from '../activities';
import { sequence as process } from './sequence.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Every kind of step. Generated from sequence.bpmn: change the diagram, then run `baton compile`.
 *
 * One of each kind of step, in a row.
 */
export async function sequence(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, wait, script, pass, end } = enter(process, input);

  // Charge card
  // Takes the money.
  // Is refunded by hand if something goes wrong.
  const chargeCardResult = local(
    vars,
    await task(
      'Task_Charge',
      activities.charge,
      {
        amount: feel('Task_Charge', 'price * quantity', vars),
        customer: { name: vars.customerName, tier: 'gold' },
      },
      { retry: { maximumAttempts: 5 } },
    ),
  );
  vars.receipt = chargeCardResult.receipt;
  vars.payment = { ...vars.payment, reference: chargeCardResult.reference };

  // Compute total
  vars.total = script('Task_Total', () => feel('Task_Total', 'price * quantity + 5', vars));

  // Check order
  // Is the address complete?
  assign(
    await userTask('Task_Check', {
      assignee: vars.clerk,
      candidateGroups: 'sales, service',
      dueDate: '2030-01-31T12:00:00Z',
      priority: 70,
      input: { receipt: vars.receipt },
    }),
    { except: ['receipt'] },
  );

  // Wait a while
  await wait('Event_Wait', timer(vars.waitFor));

  // New year
  await wait('Event_Date', timer('2030-01-01T00:00:00Z'));

  // Note it down
  pass('Task_Note');

  // File it
  pass('Task_File');

  // Order accepted
  pass('Event_Milestone');

  // Ship
  assign(await task('Task_Ship', activities.ship, vars));

  // Shipped
  return end('End_Shipped');
}
