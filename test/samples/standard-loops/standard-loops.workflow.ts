import {
  activitiesOf,
  enter,
  error,
  parallel,
  timer,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { standardLoops as process } from './standard-loops.process';

const activities = activitiesOf<typeof implementations>();

/** Standard loops. Generated from standard-loops.bpmn: change the diagram, then run `baton compile`. */
export async function standardLoops(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, wait, guard, scope, turn, pass, end } = enter(process, input, continued);

  if (continued?.at !== 'Task_Poll') {
    // Fetch page
    // As long as there are more.
    while (feelTest('Task_Fetch', 'pages > fetched', vars)) {
      await turn('Task_Fetch');

      assign(await task('Task_Fetch', activities.fetchPage, vars));
    }
  }

  // Poll
  do {
    await turn('Task_Poll');

    assign(await task('Task_Poll', activities.poll, vars));
  } while (feelTest('Task_Poll', 'not(ready)', vars));

  // Repair
  const repairOutcome = await guard(
    async () => {
      for (let repairTurn = 0; repairTurn < 3; repairTurn++) {
        await scope('Sub_Try', repair);
        if (!feelTest('Sub_Try', 'not(worked)', vars)) break;
      }
    },
    { Event_Broken: error('BROKEN') },
  );
  if (repairOutcome === 'Event_Broken') {
    // Broken

    // Gave up
    return end('End_Broken');
  }

  await parallel(
    async () => {
      // Ring
      for (let ringTurn = 0; ringTurn < 2; ringTurn++) {
        pass('Task_Ring');
      }
    },
    async () => {
      // Call
      for (let callTurn = 0; callTurn < 2 && feelTest('Task_Call', 'not(open)', vars); callTurn++) {
        assign(await task('Task_Call', activities.call, vars));
      }
    },
  );

  // Done
  return end('End_Done');

  // Repair
  async function repair() {
    // Attempt
    assign(await task('Task_Try', activities.attempt, vars));

    // Pause
    await wait('Event_Pause', timer('PT10M'));
    pass('End_Try');
  }
}
