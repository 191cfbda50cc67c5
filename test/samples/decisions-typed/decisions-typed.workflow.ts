import { enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import { decisionsTyped as process } from './decisions-typed.process';
import { eligible as eligibleDecision, rate as rateDecision } from './loan.decision';

/** Loan by decisions. Generated from decisions-typed.bpmn: change the diagram, then run `baton compile`. */
export async function decisionsTyped(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, decision, end } = enter(process, input);

  // Rate
  vars.rate = decision('Task_Rate', rateDecision, vars);

  // Eligible?
  vars.eligible = decision('Task_Eligible', eligibleDecision, vars);

  // Eligible?
  if (vars.eligible) return end('End_Granted'); // Granted

  // Refused
  return end('End_Refused');
}
