import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { overlapping as process } from './overlapping.process';

const activities = activitiesOf<typeof implementations>();

/** Branches that overlap. Generated from overlapping.bpmn: change the diagram, then run `baton compile`. */
export async function overlapping(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, scope, pass, go, join } = enter(process, input);

  await scope(async () => {
    const readyToShip = join(['Flow_10', 'Flow_9'], ship);
    const books = join(['Flow_12', 'Flow_8'], closeBooks);

    // Check order
    assign(await task('Task_Check', activities.checkOrder, vars));
    go(charge, pack);

    async function charge() {
      // Charge
      assign(await task('Task_Charge', activities.charge, vars));
      readyToShip('Flow_9');
      go(sendBill);
    }

    async function pack() {
      // Pack
      assign(await task('Task_Pack', activities.pack, vars));
      readyToShip('Flow_10');
      go(countStock);
    }

    async function ship() {
      // Ready to ship

      // Ship
      assign(await task('Task_Ship', activities.ship, vars));

      // Shipped
      pass('End_Shipped');
    }

    async function closeBooks() {
      // Books

      // Close books
      assign(await task('Task_Close', activities.closeBooks, vars));

      // Closed
      pass('End_Closed');
    }

    async function sendBill() {
      // Send bill
      assign(await task('Task_Bill', activities.sendBill, vars));
      books('Flow_8');
    }

    async function countStock() {
      // Count stock
      assign(await task('Task_Stock', activities.countStock, vars));
      books('Flow_12');
    }
  });
  return vars;
}
