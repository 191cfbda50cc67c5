import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import * as processes from './pools.process';

const activities = activitiesOf<typeof implementations>();

/** Buyer. Generated from pools.bpmn: change the diagram, then run `baton compile`. */
export async function buyer(
  input: InputOf<typeof processes.buyer>,
): Promise<OutputOf<typeof processes.buyer>> {
  const { vars, assign, task, end } = enter(processes.buyer, input);

  // Buy
  assign(await task('Task_Buy', activities.buy, vars));
  return end('Buy_End');
}

/** Seller. Generated from pools.bpmn: change the diagram, then run `baton compile`. */
export async function seller(
  input: InputOf<typeof processes.seller>,
): Promise<OutputOf<typeof processes.seller>> {
  const { vars, assign, task, end } = enter(processes.seller, input);

  // Sell
  assign(await task('Task_Sell', activities.sell, vars));
  return end('Sell_End');
}
