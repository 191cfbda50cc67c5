import { activitiesOf, enter, local, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import * as processes from './calls-plain.process';

const activities = activitiesOf<typeof implementations>();

/** Calls of plain BPMN. Generated from calls-plain.bpmn: change the diagram, then run `baton compile`. */
export async function callsPlain(
  input: InputOf<typeof processes.callsPlain>,
): Promise<OutputOf<typeof processes.callsPlain>> {
  const { vars, assign, task, userTask, call, guard, script, pass, end } = enter(processes.callsPlain, input);

  // Total
  script('Call_Total', (vars) => {
    vars.total = vars.price * vars.quantity;
  });

  // Score it
  assign(await task('Call_Score', activities.score, vars));

  // Sign
  pass('Call_Sign');

  // Approval
  const approvalOutcome = await guard(
    async () => assign(await call('Call_Approval', processes.plainApproval, vars)),
    { Event_Late: timer('PT2H') },
  );
  if (approvalOutcome === 'Event_Late') {
    // Late

    // Inform the customer
    assign(await userTask('Call_Inform', { candidateGroups: 'office' }));

    // Late
    return end('End_Late');
  }

  // Payment
  const paymentResult = local(
    vars,
    await call('Call_Payment', processes.plainPayment, { amount: vars.total }),
  );
  vars.receipt = paymentResult.receiptNumber;
  return end('End');
}

/** Approval. Generated from calls-plain.bpmn: change the diagram, then run `baton compile`. */
export async function plainApproval(
  input: InputOf<typeof processes.plainApproval>,
): Promise<OutputOf<typeof processes.plainApproval>> {
  const { vars, assign, userTask, end } = enter(processes.plainApproval, input);

  // Big?
  if (feelTest('Flow_Big', 'total > 100', vars)) {
    // Approve
    assign(await userTask('Task_Approve'));
  }
  return end('Approval_End');
}

/** Payment. Generated from calls-plain.bpmn: change the diagram, then run `baton compile`. */
export async function plainPayment(
  input: InputOf<typeof processes.plainPayment>,
): Promise<OutputOf<typeof processes.plainPayment>> {
  const { vars, assign, task, end } = enter(processes.plainPayment, input);

  // Charge
  assign(await task('Task_Charge', activities.charge, vars));
  return end('Payment_End');
}
