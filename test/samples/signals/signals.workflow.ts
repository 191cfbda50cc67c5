import {
  activitiesOf,
  allOf,
  enter,
  parallel,
  signal,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { signals as process } from './signals.process';

const activities = activitiesOf<typeof implementations>();

/** Signals in one run. Generated from signals.bpmn: change the diagram, then run `baton compile`. */
export async function signals(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, wait, guard, scope, throwAll, pass } = enter(process, input);

  await scope(async () => {
    await parallel(doorsOpen, eveningBranch, openAndClosed);
  });
  return vars;

  async function doorsOpen() {
    // Doors open
    assign(await wait('Event_Open', signal('Doors open')));

    // Enter
    assign(await task('Task_Enter', activities.enter, vars));
    pass('End_Entered');
  }

  async function eveningBranch() {
    // Evening
    await guard(() => scope('Sub_Evening', evening), {
      Event_Closed: signal('Doors closed'),
      Event_Noise: { on: signal('Doors open'), run: noise },
    });

    // Quiet
    pass('End_Quiet');
  }

  async function openAndClosed() {
    // Open and closed
    assign(await wait('Event_Both', allOf(signal('Doors open'), signal('Doors closed'))));

    // Count
    assign(await task('Task_Count', activities.count, vars));
    pass('End_Counted');
  }

  // Noise
  async function noise() {
    // Listen
    assign(await task('Task_Listen', activities.listen, vars));
    pass('End_Listened');
  }

  // Evening
  async function evening() {
    // Open and close
    await throwAll('Throw_Doors', { signal: 'Doors open' }, { signal: 'Doors closed' });

    // Never done
    assign(await task('Task_Never', activities.neverDone, vars));
    pass('End_Evening');
  }
}
