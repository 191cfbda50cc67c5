import {
  activitiesOf,
  bpmnError,
  cancelled,
  enter,
  error,
  noFlowTaken,
  parallel,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { transactions as process } from './transactions.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Booking as a transaction. Generated from transactions.bpmn: change the diagram, then run `baton compile`.
 */
export async function transactions(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, scope, compensateWith, cancel, pass, end } = enter(
    process,
    input,
  );

  // Book
  const bookOutcome = await guard(() => scope('Transaction_Book', book), {
    Event_Cancelled: cancelled(),
    Event_Failed: error('CLOSED'),
  });
  if (bookOutcome === 'Event_Cancelled') {
    // Cancelled

    // Say sorry
    assign(await task('Task_Sorry', activities.saySorry, vars));
    return end('End_Sorry');
  }
  if (bookOutcome === 'Event_Failed') {
    // Failed

    // Another day
    return end('End_Later');
  }

  // Send ticket
  assign(await task('Task_Ticket', activities.sendTicket, vars));
  return end('End_Sent');

  // Book
  async function book() {
    await parallel(waitForTheBank, bookSeat);
  }

  async function waitForTheBank() {
    // Wait for the bank
    assign(await userTask('Task_Wait'));
    pass('End_Waited');
  }

  async function bookSeat() {
    // Book seat
    assign(await task('Task_Seat', activities.bookSeat, vars));
    compensateWith('Task_Seat', async () => {
      // Free seat
      assign(await task('Task_FreeSeat', activities.freeSeat, vars));
    });

    // Pay
    assign(await task('Task_Pay', activities.pay, vars));

    // Paid?
    if (feelTest('Flow_9', 'paid = "yes"', vars)) {
      // Paid
      pass('End_Paid');
    } else if (feelTest('Flow_10', 'paid = "no"', vars)) {
      // Not paid
      throw cancel('End_Cancel');
    } else if (feelTest('Flow_11', 'paid = "closed"', vars)) {
      // Bank is closed
      pass('End_Failed');
      throw bpmnError('CLOSED', { message: 'Bank is closed' });
    } else {
      throw noFlowTaken('Gateway_Paid');
    }
  }
}
