import { activitiesOf, enter, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { eventLoops as process } from './event-loops.process';

const activities = activitiesOf<typeof implementations>();

/** Wait until it is paid. Generated from event-loops.bpmn: change the diagram, then run `baton compile`. */
export async function eventLoops(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, firstOf, published, turn, end } = enter(process, input, continued);

  while (true) {
    await turn('XOR_Again');

    // Paid or reopened?
    const paidOrReopenedEvent = await firstOf({
      Event_Reopened: published('Bill reopened'),
      Event_Paid: published('Bill paid'),
    });
    if (paidOrReopenedEvent.id !== 'Event_Reopened') {
      // Paid
      assign(paidOrReopenedEvent.payload);
      break;
    }

    // Reopened
    assign(paidOrReopenedEvent.payload);

    // Correct bill
    assign(await userTask('Task_Bill'));
  }

  // Book
  assign(await task('Task_Book', activities.book, vars));

  // Booked
  return end('End');
}
