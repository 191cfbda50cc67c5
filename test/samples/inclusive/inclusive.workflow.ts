import {
  activitiesOf,
  chosen,
  enter,
  otherwise,
  parallel,
  when,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { inclusive as process } from './inclusive.process';

const activities = activitiesOf<typeof implementations>();

/** What a parcel needs. Generated from inclusive.bpmn: change the diagram, then run `baton compile`. */
export async function inclusive(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, end } = enter(process, input);

  // Weigh
  assign(await task('Task_Weigh', activities.weigh, vars));

  // What does it need?
  await parallel(
    ...chosen(
      'OR_Needs',
      when(feelTest('Flow_3', 'fragile', vars), async () => {
        // Wrap
        assign(await task('Task_Wrap', activities.wrap, vars));
      }),
      when(feelTest('Flow_5', 'weight > 50', vars), async () => {
        // Order crane
        assign(await task('Task_Crane', activities.orderCrane, vars));
      }),
      otherwise(async () => undefined),
    ),
  );

  // Ship
  assign(await task('Task_Ship', activities.ship, vars));

  // Shipped
  return end('End_Shipped');
}
