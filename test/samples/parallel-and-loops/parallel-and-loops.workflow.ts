import {
  activitiesOf,
  enter,
  parallel,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { parallelAndLoops as process } from './parallel-and-loops.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Loops in branches, branches in loops. Generated from parallel-and-loops.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function parallelAndLoops(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, turn, handOver, part, end } = enter(process, input, continued);
  if (continued?.at === 'Task_Dig') return part(dig);

  do {
    await turn('Gateway_Round_Start');

    // Both crews
    await parallel(dig, async () => {
      // Pour concrete
      assign(await task('Task_Pour', activities.pour, vars));
    });

    // Another round?
  } while (feelTest('Flow_10', 'rounds < 2', vars));
  return end('End');

  async function dig() {
    do {
      if (await handOver('Task_Dig')) return;

      // Dig
      assign(await task('Task_Dig', activities.dig, vars));

      // Deep enough?
    } while (!feelTest('Flow_5', 'depth >= 3', vars));
  }
}
