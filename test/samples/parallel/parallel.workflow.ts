import { activitiesOf, enter, parallel, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { parallelProcess as process } from './parallel.process';

const activities = activitiesOf<typeof implementations>();

/** Side by side. Generated from parallel.bpmn: change the diagram, then run `baton compile`. */
export async function parallelProcess(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, pass, end } = enter(process, input);

  // Prepare
  await parallel(async () => {
    // Book room
    assign(await task('Task_Book', activities.bookRoom, vars));
  }, shop);

  // Invite guests
  assign(await task('Task_Invite', activities.inviteGuests, vars));
  return end('End');

  async function shop() {
    // Shop
    pass('Task_Shop');

    await parallel(
      async () => {
        // Cook
        assign(await task('Task_Cook', activities.cook, vars));
      },
      async () => {
        // Bake
        assign(await task('Task_Bake', activities.bake, vars));
      },
    );

    // Serve
    assign(await task('Task_Serve', activities.serve, vars));
  }
}
