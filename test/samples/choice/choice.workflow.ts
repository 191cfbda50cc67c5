import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { choice as process } from './choice.process';

const activities = activitiesOf<typeof implementations>();

/** Choices. Generated from choice.bpmn: change the diagram, then run `baton compile`. */
export async function choice(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, pass, end } = enter(process, input);

  // Which tier?
  if (feelTest('Flow_2', 'tier = "gold"', vars)) {
    // gold

    // Thank in person
    assign(await task('Task_Gold', activities.thank, vars));
  } else if (feelTest('Flow_Silver', 'tier = "silver" and orders > 3', vars)) {
    // silver with orders

    // Send voucher
    assign(await task('Task_Silver', activities.voucher, vars));
  } else {
    // Note
    pass('Task_Note');
  }

  // Rush?
  if (feelTest('Flow_9', 'rush', vars)) {
    // Book courier
    assign(await task('Task_Rush', activities.courier, vars));
  }

  // Ship
  assign(await task('Task_Ship', activities.ship, vars));
  return end('End');
}
