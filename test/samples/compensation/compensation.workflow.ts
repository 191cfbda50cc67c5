import {
  activitiesOf,
  compensation,
  enter,
  noFlowTaken,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { compensationProcess as process } from './compensation.process';

const activities = activitiesOf<typeof implementations>();

/** Trip. Generated from compensation.bpmn: change the diagram, then run `baton compile`. */
export async function compensationProcess(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, scope, compensateWith, compensate, pass, end } = enter(process, input);

  // Book flight
  assign(await task('Task_Flight', activities.bookFlight, vars));
  compensateWith('Task_Flight', async () => {
    // Cancel flight
    assign(await task('Task_CancelFlight', activities.cancelFlight, vars));
  });

  // Book hotel
  await scope('Sub_Hotel', bookHotel);

  // Insure
  await scope('Sub_Insure', insure, {
    Start_Undo: { on: compensation(), run: () => scope('Sub_UndoInsurance', undoTheInsurance) },
  });

  // Going?
  if (feelTest('Flow_20', 'plan = "go"', vars)) return end('End_Going'); // Going
  if (feelTest('Flow_21', 'plan = "camp"', vars)) {
    // Another hotel
    pass('Event_OtherHotel');
    await compensate('Sub_Hotel');

    // Buy tent
    assign(await task('Task_Tent', activities.buyTent, vars));
    return end('End_Camping');
  }
  if (feelTest('Flow_24', 'plan = "stay"', vars)) {
    // Trip is off
    pass('End_Off');
    await compensate();
    return vars;
  }
  throw noFlowTaken('Gateway_Going');

  // Book hotel
  async function bookHotel() {
    // Reserve room
    assign(await task('Task_Room', activities.reserveRoom, vars));
    compensateWith('Task_Room', async () => {
      // Release room
      assign(await task('Task_ReleaseRoom', activities.releaseRoom, vars));
    });

    // Order meals
    assign(await task('Task_Meals', activities.orderMeals, vars));
    compensateWith('Task_Meals', () => scope('Sub_CancelMeals', cancelMeals));
    pass('Hotel_End');
  }

  // Insure
  async function insure() {
    // Issue policy
    assign(await task('Task_Insure', activities.issuePolicy, vars));
    compensateWith('Task_Insure', async () => {
      // Revoke policy
      assign(await task('Task_RevokePolicy', activities.revokePolicy, vars));
    });
    pass('Insure_End');
  }

  // Event sub-process: Undo the insurance
  async function undoTheInsurance() {
    // Write letter
    assign(await task('Task_Letter', activities.writeLetter, vars));

    // Revoke it
    pass('Event_Revoke');
    await compensate('Task_Insure');
    pass('End_Uninsured');
  }

  // Cancel meals
  async function cancelMeals() {
    // Call the kitchen
    assign(await task('Task_CallKitchen', activities.callTheKitchen, vars));

    // Ask for a voucher
    assign(await task('Task_Voucher', activities.askForAVoucher, vars));
    pass('Meals_End');
  }
}
