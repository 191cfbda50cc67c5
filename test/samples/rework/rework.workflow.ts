import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { rework as process } from './rework.process';

const activities = activitiesOf<typeof implementations>();

/** A cycle with two entries. Generated from rework.bpmn: change the diagram, then run `baton compile`. */
export async function rework(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, scope, pass, go } = enter(process, input);

  await scope(async () => {
    // Draft
    assign(await task('Task_Draft', activities.draft, vars));

    // Urgent?
    if (feelTest('Flow_3', 'not(urgent)', vars)) {
      go(review);
    } else {
      go(publishTask);
    }

    async function publishTask() {
      // Publish
      assign(await task('Task_Publish', activities.publish, vars));

      // Complaints?
      if (feelTest('Flow_9', 'complaints > 0', vars)) {
        go(review);
      } else {
        // Published
        pass('End_Published');
      }
    }

    async function review() {
      // Review
      assign(await task('Task_Review', activities.review, vars));

      // Fine?
      if (feelTest('Flow_6', 'fine', vars)) {
        go(publishTask);
      } else {
        // Dropped
        pass('End_Dropped');
      }
    }
  });
  return vars;
}
