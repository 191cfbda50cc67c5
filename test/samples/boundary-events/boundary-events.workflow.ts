import {
  activitiesOf,
  bpmnError,
  enter,
  error,
  timer,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { boundaryEvents as process } from './boundary-events.process';

const activities = activitiesOf<typeof implementations>();

/** Boundary events. Generated from boundary-events.bpmn: change the diagram, then run `baton compile`. */
export async function boundaryEvents(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, turn, pass, end } = enter(process, input, continued);

  while (true) {
    await turn('Task_Charge');

    // Charge card
    const chargeCardOutcome = await guard(
      async () => assign(await task('Task_Charge', activities.chargeCard, vars)),
      { Event_Declined: error('CARD_DECLINED'), Event_Other: error(), Event_Slow: timer('PT10M') },
    );
    if (chargeCardOutcome === 'Event_Declined') {
      // Declined

      // Fix payment
      assign(await userTask('Task_Fix'));
    } else if (chargeCardOutcome === 'Event_Other') {
      // Any other error

      // Report
      assign(await task('Task_Report', activities.report, vars));

      // Failed
      pass('End_Failed');
      throw bpmnError('PAYMENT_FAILED', { message: 'Failed' });
    } else if (chargeCardOutcome === 'Event_Slow') {
      // Too slow

      // Look around
      pass('Task_Guarded');
      break;
    } else {
      break;
    }
  }

  // Ship
  assign(await task('Task_Ship', activities.ship, vars));

  // Shipped
  return end('End_Shipped');
}
