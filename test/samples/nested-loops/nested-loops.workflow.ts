import { activitiesOf, enter, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { nestedLoops as process } from './nested-loops.process';

const activities = activitiesOf<typeof implementations>();

/** Loops in loops. Generated from nested-loops.bpmn: change the diagram, then run `baton compile`. */
export async function nestedLoops(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, turn, end } = enter(process, input, continued);

  plan: while (true) {
    await turn('Task_Plan');

    if (continued?.at !== 'Task_Build') {
      // Plan
      assign(await task('Task_Plan', activities.plan, vars));
    }

    while (true) {
      await turn('Task_Build');

      // Build
      assign(await task('Task_Build', activities.build, vars));

      // Built?
      if (feelTest('Flow_4', 'outcome = "plan was wrong"', vars)) continue plan;

      // Test
      assign(await task('Task_Test', activities.test, vars));

      // Tested?
      if (feelTest('Flow_7', 'outcome = "bugs"', vars)) {
        // bugs: nothing to do
      } else if (feelTest('Flow_8', 'outcome = "wrong thing"', vars)) {
        // wrong thing
        continue plan;
      } else {
        break;
      }
    }

    // Release
    assign(await task('Task_Release', activities.release, vars));

    // Another one?
    if (!feelTest('Flow_11', 'outcome = "next"', vars)) break;
  }
  return end('End');
}
