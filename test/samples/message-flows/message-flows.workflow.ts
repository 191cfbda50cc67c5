import { activitiesOf, anyOf, enter, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import * as processes from './message-flows.process';

const activities = activitiesOf<typeof implementations>();

/** Order bread. Generated from message-flows.bpmn: change the diagram, then run `baton compile`. */
export async function breadCustomer(
  input: InputOf<typeof processes.breadCustomer>,
): Promise<OutputOf<typeof processes.breadCustomer>> {
  const { vars, assign, task, wait, published, publish, broadcast } = enter(processes.breadCustomer, input);

  // Order bread
  await publish('Throw_Order', 'Bread ordered');

  // Wait for the confirmation
  assign(await wait('Receive_Confirmation', published('Bread confirmed')));

  // Rate
  assign(await task('Task_Rate', activities.rate, vars));

  // Sold out
  await broadcast('Throw_SoldOut', 'Sold out');

  // Tell everybody
  await broadcast('End_Told', 'Sold out');
  return vars;
}

/** Bake bread. Generated from message-flows.bpmn: change the diagram, then run `baton compile`. */
export async function bakery(
  input: InputOf<typeof processes.bakery>,
): Promise<OutputOf<typeof processes.bakery>> {
  const { vars, publish, throwAll, pass } = enter(processes.bakery, input);

  // Bake
  pass('Task_Bake');

  // Ordered?
  if (feelTest('Flow_8', 'market = true', vars)) {
    // Confirmed, and told
    await throwAll('End_Baked', { message: 'Bread confirmed' }, { signal: 'Sold out' });
    return vars;
  }

  // Confirmed
  await publish('End_Confirmed', 'Bread confirmed');
  return vars;
}

bakery.process = processes.bakery;

/** Take in a delivery. Generated from message-flows.bpmn: change the diagram, then run `baton compile`. */
export async function deliveries(
  input: InputOf<typeof processes.deliveries>,
): Promise<OutputOf<typeof processes.deliveries>> {
  const { vars, assign, wait, published, pass } = enter(processes.deliveries, input);

  // Flour delivered
  pass('Receive_Flour');

  // Stow
  pass('Task_Stow');

  // Bill, or thirty days
  assign(await wait('Event_Bill', anyOf(published('Bill for flour'), timer('P30D'))));

  // Pay
  pass('Task_Pay');
  return vars;
}

deliveries.process = processes.deliveries;
