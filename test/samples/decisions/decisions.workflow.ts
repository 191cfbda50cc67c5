import { activitiesOf, enter, local, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { decisions as process } from './decisions.process';
import {
  discounts as discountsDecision,
  riskClass,
  terms as termsDecision,
  total as totalDecision,
} from './order.decision';

const activities = activitiesOf<typeof implementations>();

/** Order by decisions. Generated from decisions.bpmn: change the diagram, then run `baton compile`. */
export async function decisions(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, decision, end } = enter(process, input);

  // How risky?
  vars.risk = decision('Task_Risk', riskClass, vars);

  // Terms
  vars.terms = decision('Task_Terms', termsDecision, vars);

  // Discounts
  const discountsInput = local(vars, {
    isMember: feel('Task_Discounts', 'customer.isMember', vars),
    birthday: feel('Task_Discounts', 'customer.birthday', vars),
  });
  const discountsResult = local(discountsInput, {
    discounts: decision('Task_Discounts', discountsDecision, discountsInput),
  });
  vars.discount = feel('Task_Discounts', 'sum(discounts)', discountsResult);

  // Risky?
  if (feelTest('Flow_Check', 'risk = "red"', vars)) {
    // Check
    assign(await task('Task_Check', activities.check, vars));
  }

  // Total
  vars.total = decision('Task_Total', totalDecision, vars);
  return end('End');
}
