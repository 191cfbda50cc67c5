import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import * as processes from './drawn-messages.process';

const activities = activitiesOf<typeof implementations>();

/** Buy goods. Generated from drawn-messages.bpmn: change the diagram, then run `baton compile`. */
export async function goodsBuyer(
  input: InputOf<typeof processes.goodsBuyer>,
): Promise<OutputOf<typeof processes.goodsBuyer>> {
  const { vars, assign, task, wait, published, publish, end } = enter(processes.goodsBuyer, input);

  // Order
  await publish('Task_Order', 'Order of goods');

  // Get the goods
  assign(await wait('Task_Goods', published('Goods')));

  // Write letter
  assign(await task('Task_Praise', activities.writeLetter, vars));
  return end('End_Buyer');
}

/** Sell goods. Generated from drawn-messages.bpmn: change the diagram, then run `baton compile`. */
export async function shopOfBuyer(
  input: InputOf<typeof processes.shopOfBuyer>,
): Promise<OutputOf<typeof processes.shopOfBuyer>> {
  const { vars, assign, wait, published, publish } = enter(processes.shopOfBuyer, input);

  // Pick
  await publish('Throw_Pick', 'Goods wanted');

  // Wait for the warehouse
  assign(await wait('Task_Picked', published('Goods picked')));

  // Pick again
  await publish('Throw_PickMore', 'Goods wanted');

  // Wait for the rest
  assign(await wait('Task_PickedMore', published('Goods picked')));
  await publish('End_Shipped', 'Goods');
  return vars;
}

shopOfBuyer.process = processes.shopOfBuyer;

/** Pick goods. Generated from drawn-messages.bpmn: change the diagram, then run `baton compile`. */
export async function shopWarehouse(
  input: InputOf<typeof processes.shopWarehouse>,
): Promise<OutputOf<typeof processes.shopWarehouse>> {
  const { vars, publish, pass } = enter(processes.shopWarehouse, input);

  // Pick
  pass('Task_PickGoods');
  await publish('End_Picked', 'Goods picked');
  return vars;
}

shopWarehouse.process = processes.shopWarehouse;
