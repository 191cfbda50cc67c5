import { activitiesOf, allOf, enter, signal, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import type * as implementations from '../activities';
import * as processes from './starts-together.process';

const activities = activitiesOf<typeof implementations>();

/**
 * A book that is ordered and paid. Generated from starts-together.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function bookSale(
  input: InputOf<typeof processes.bookSale>,
): Promise<OutputOf<typeof processes.bookSale>> {
  const { vars, assign, task, waitForOthers, published, end } = enter(processes.bookSale, input);

  // Ordered and paid
  assign(
    await waitForOthers(
      'Start_Sale',
      allOf(published('Book ordered', vars.order), published('Book paid', vars.order)),
    ),
  );
  vars.total = feel('Start_Sale', 'price - discount', vars);

  // Send the book
  assign(await task('Task_Send', activities.sendBook, vars));
  return end('End_Sold');
}

bookSale.process = processes.bookSale;

/**
 * A boat that is booked before the season. Generated from starts-together.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function boatTrip(
  input: InputOf<typeof processes.boatTrip>,
): Promise<OutputOf<typeof processes.boatTrip>> {
  const { vars, startEvent, assign, task, waitForOthers, published, end } = enter(processes.boatTrip, input);

  if (startEvent !== 'Start_Spare') {
    // Booked, in the season
    assign(await waitForOthers('Start_Trip', allOf(published('Boat booked'), signal('Season begins'))));
  }

  // Sail
  assign(await task('Task_Sail', activities.sail, vars));
  return end('End_Sailed');
}

boatTrip.process = processes.boatTrip;

/**
 * An inspection that is asked for, and due. Generated from starts-together.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function inspection(
  input: InputOf<typeof processes.inspection>,
): Promise<OutputOf<typeof processes.inspection>> {
  const { assign, waitForOthers, end } = enter(processes.inspection, input);

  // Asked for, and due
  assign(await waitForOthers('Start_Due', allOf(timer('R/P1D'), signal('Inspection asked for'))));
  return end('End_Inspected');
}

inspection.process = processes.inspection;
