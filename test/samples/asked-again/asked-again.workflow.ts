import { activitiesOf, enter, timer, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { askedAgain as process } from './asked-again.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Asked again until there is an answer. Generated from asked-again.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function askedAgain(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, firstOf, published, turn, end } = enter(process, input, continued);

  while (true) {
    await turn('Gateway_Again');

    // Ask the bank
    assign(await task('Task_Ask', activities.askTheBank, vars));

    // Answer?
    const answerEvent = await firstOf({ Event_Offer: published('Offer'), Event_Day: timer('P1D') });
    if (answerEvent.id === 'Event_Offer') {
      // Offer
      assign(answerEvent.payload);
      break;
    }

    // A day later
  }

  // Book
  assign(await task('Task_Book', activities.book, vars));
  return end('End');
}
