import { activitiesOf, enter, holds, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { xPath as process } from './xpath.process';

const activities = activitiesOf<typeof implementations>();

/** Invoice handling. Generated from xpath.bpmn: change the diagram, then run `baton compile`. */
export async function xPath(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, turn, end } = enter(process, input, continued);

  while (true) {
    await turn('Task_Approve');

    if (continued?.at !== 'Task_Correct') {
      // Approve invoice
      assign(await task('Task_Approve', activities.approveInvoice, vars));

      // Approved?
      if (holds('Flow_Yes', vars, ({ approved }) => approved)) break;
    }

    // Correct invoice
    do {
      await turn('Task_Correct');

      assign(await task('Task_Correct', activities.correctInvoice, vars));
    } while (holds('Task_Correct', vars, ({ corrected }) => !corrected));
  }

  // Much money?
  if (
    holds('Flow_Ask', vars, ({ invoice }) => {
      return invoice.amount * invoice.parts.length >= 1000 && !String(invoice.country).startsWith('DE');
    })
  ) {
    // Ask the bank
    assign(await task('Task_Ask', activities.askTheBank, vars));
  }

  // Pay invoice
  assign(await task('Task_Pay', activities.payInvoice, vars));
  return end('End');
}
