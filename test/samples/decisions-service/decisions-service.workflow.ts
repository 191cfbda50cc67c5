import { enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import { decisionsService as process } from './decisions-service.process';
import { quote as quoteDecision, total as totalDecision } from './quote.decision';

/**
 * Quote by a decision service. Generated from decisions-service.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function decisionsService(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, decision, end } = enter(process, input);

  // Total
  vars.total = decision('Task_Total', totalDecision, vars);

  // Quote
  vars.quote = decision('Task_Quote', quoteDecision, vars);
  return end('End');
}
