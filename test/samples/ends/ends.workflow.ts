import { activitiesOf, enter, parallel, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { ends as process } from './ends.process';

const activities = activitiesOf<typeof implementations>();

/** Ways to end. Generated from ends.bpmn: change the diagram, then run `baton compile`. */
export async function ends(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, wait, scope, terminate } = enter(process, input);

  await scope(async () => {
    await parallel(search, late);
  });
  return vars;

  async function search() {
    // Search
    assign(await task('Task_Search', activities.search, vars));

    // Found?
    if (feelTest('Flow_4', 'found', vars)) throw terminate('End_Found'); // Found

    // Report
    assign(await task('Task_Report', activities.report, vars));
  }

  async function late() {
    // Late
    await wait('Event_Late', timer('PT2H'));

    // Watch the clock
    assign(await task('Task_Watch', activities.watchTheClock, vars));

    // Late
    throw terminate('End_Late');
  }
}
