import { activitiesOf, enter, timer, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { loops as process } from './loops.process';

const activities = activitiesOf<typeof implementations>();

/** Loops of three forms. Generated from loops.bpmn: change the diagram, then run `baton compile`. */
export async function loops(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, wait, turn, end } = enter(process, input, continued);

  if (continued?.at !== 'Task_Poll' && continued?.at !== 'Task_Try') {
    // More pages?
    while (feelTest('Flow_2', 'pages > fetched', vars)) {
      await turn('Gateway_More');

      // Fetch page
      assign(await task('Task_Page', activities.fetchPage, vars));
    }
  }

  if (continued?.at !== 'Task_Try') {
    do {
      await turn('Task_Poll');

      // Poll
      assign(await task('Task_Poll', activities.poll, vars));

      // Ready?
    } while (!feelTest('Flow_6', 'ready', vars));
  }

  while (true) {
    await turn('Task_Try');

    // Try
    assign(await task('Task_Try', activities.attempt, vars));

    // Worked?
    if (feelTest('Flow_9', 'worked', vars)) break;

    // Three times?
    if (feelTest('Flow_11', 'tries >= 3', vars)) return end('End_GaveUp'); // Gave up

    // Pause
    await wait('Event_Pause', timer('PT10M'));
  }

  // Celebrate
  assign(await task('Task_Celebrate', activities.celebrate, vars));

  // Done
  return end('End_Done');
}
