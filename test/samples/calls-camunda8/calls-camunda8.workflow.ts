import { enter, local, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import { callsCamunda8 as process } from './calls-camunda8.process';
import { rating as ratingProcess } from '../hand-written.process';
import { seller } from '../pools/pools.process';

/** Calls of Camunda 8. Generated from calls-camunda8.bpmn: change the diagram, then run `baton compile`. */
export async function callsCamunda8(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, call, end } = enter(process, input);

  // With everything
  assign(await call('Call_All', seller, vars));

  // Rating
  const ratingResult = local(
    vars,
    await call('Call_Rating', ratingProcess, {
      customer: feel('Call_Rating', 'customer.name', vars),
      amount: vars.amount,
    }),
  );
  vars.grade = ratingResult.grade;

  // Next
  await call('Call_Next', vars.next, { ...vars, amount: feel('Call_Next', 'amount * 2', vars) });
  return end('End');
}
