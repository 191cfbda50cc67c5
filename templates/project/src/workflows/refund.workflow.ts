import { enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { refund as process } from './refund.process';

/**
 * Refund. Generated from refund.bpmn: change the diagram, then run `baton compile`.
 *
 * Pays money back to a customer. Above 100 a person has to approve it.
 */
export async function refund(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, end } = enter(process, input);

  // Above 100?
  if (vars.amount > 100) {
    // Approve refund
    assign(await userTask('Task_Approve', { candidateGroups: 'finance' }));

    // Approved?
    if (vars.approved !== true) return end('End_Refused'); // Refused
  }

  // Pay refund
  assign(await task('Task_Pay', activities.payRefund, vars, { retry: { maximumAttempts: 5 } }));

  // Refunded
  return end('End_Refunded');
}
