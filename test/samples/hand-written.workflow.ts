import { bpmnError, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import { rating as process } from './hand-written.process';

/** What samples call that was written by hand. */
export async function rating(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, end } = enter(process, input);
  if (vars.customer === 'nobody') throw bpmnError('UNKNOWN_CUSTOMER');
  const grade = (vars.amount ?? 0) > 1000 ? 'B' : 'A';
  return end('Rated', { grade, reason: `${vars.customer} owes ${vars.amount ?? 'nothing'}` });
}
