import { enter, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../contracts';
import { typed as process } from './typed.process';

/** Choices with types. Generated from typed.bpmn: change the diagram, then run `baton compile`. */
export async function typed(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, turn, end } = enter(process, input, continued);

  while (true) {
    await turn('Task_Assess');

    // Assess
    assign(await task('Task_Assess', activities.assess, vars));

    // Verdict?
    if (vars.verdict === 'covered') break; // covered
    if (vars.verdict === 'not covered' && !vars.premium) {
      // not covered

      // Rejected
      return end('End_Rejected');
    }
  }

  // How much?
  if (vars.amount > 1000 || (vars.verdict as string) === 'unclear') {
    // Approve
    assign(await userTask('Task_Approve'));

    // Approved?
    if (!vars.approved) return end('End_Rejected'); // Rejected
  }

  // Pay
  assign(
    await task('Task_Pay', activities.pay, {
      amount: vars.premium ? vars.amount * 2 : vars.amount,
      to: vars.holder.name,
      note: `claim ${vars.claimId}`,
    }),
    { except: ['amount'] },
  );

  // Paid
  return end('End_Paid');
}
