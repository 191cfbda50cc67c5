import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { severalStarts as process } from './several-starts.process';

const activities = activitiesOf<typeof implementations>();

/**
 * An order that comes in several ways. Generated from several-starts.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function severalStarts(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, startEvent, assign, task, end } = enter(process, input);

  pack: {
    if (startEvent === 'Start_Campaign') {
      // Campaign begins

      // Send brochures
      assign(await task('Task_Mail', activities.sendBrochures, vars));
      return end('End_Mailed');
    } else if (startEvent === 'Start_Counter') {
      // Ordered at the counter
      break pack;
    } else if (startEvent !== 'Start_Online') {
      // Ask for the address
      assign(await task('Task_Address', activities.askForTheAddress, vars));
    }

    // Charge card
    assign(await task('Task_Charge', activities.chargeCard, vars));
  }

  // Pack
  assign(await task('Task_Pack', activities.pack, vars));
  return end('End_Packed');
}

severalStarts.process = process;
