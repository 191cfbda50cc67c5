import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { merges as process } from './merges.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Paths that meet in different places. Generated from merges.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function merges(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, end } = enter(process, input);

  send: {
    // Kind?
    if (feelTest('Flow_2', 'kind = "letter"', vars)) {
      // letter: nothing to do
    } else if (feelTest('Flow_3', 'kind = "animal"', vars)) {
      // animal

      // Refused
      return end('End_Refused');
    } else {
      // Size?
      if (feelTest('Flow_5', 'size > 10', vars)) {
        // large: nothing to do
      } else if (feelTest('Flow_6', 'size < 1', vars)) {
        // tiny
        break send;
      } else {
        // Weigh
        assign(await task('Task_Weigh', activities.weigh, vars));
      }

      // Wrap
      assign(await task('Task_Wrap', activities.wrap, vars));
    }

    // Label
    assign(await task('Task_Label', activities.label, vars));
  }

  // Send
  assign(await task('Task_Send', activities.send, vars));
  return end('End');
}
