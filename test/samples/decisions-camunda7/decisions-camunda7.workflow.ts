import {
  activitiesOf,
  enter,
  evaluate,
  local,
  toNumber,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { decisionsCamunda7 as process } from './decisions-camunda7.process';
import {
  drinks as drinksDecision,
  meal as mealDecision,
  places as placesDecision,
  season as seasonDecision,
} from './meal.decision';

const activities = activitiesOf<typeof implementations>();

/**
 * Meal by decisions. Generated from decisions-camunda7.bpmn: change the diagram, then run `baton compile`.
 */
export async function decisionsCamunda7(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, task, decision, end } = enter(process, input);

  // Season
  vars.season = decision('Task_Season', seasonDecision, vars);

  // Meal
  vars.meal = decision('Task_Meal', mealDecision, vars);

  // Drinks
  vars.drinks = decision('Task_Drinks', drinksDecision, vars);

  // Places
  vars.places = decision('Task_Guests', placesDecision, vars, { as: 'resultList', output: 'places' });

  // Note
  const noteInput = local(vars, { month: evaluate('Task_Note', vars, ({ month }) => toNumber(month) + 1) });
  const noteResult = local(noteInput, {
    decisionResult: decision('Task_Note', seasonDecision, noteInput, {
      as: 'singleResult',
      output: 'season',
    }),
  });
  vars.next = evaluate('Task_Note', noteResult, ({ decisionResult }) => decisionResult.season);

  // Pay the cook
  vars.salary = await task('Task_Legacy', activities.salaries, vars);
  return end('End');
}
