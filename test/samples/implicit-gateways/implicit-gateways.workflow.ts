import {
  activitiesOf,
  enter,
  error,
  parallel,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { implicitGateways as process } from './implicit-gateways.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Gateways that are not drawn. Generated from implicit-gateways.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function implicitGateways(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, guard, turn } = enter(process, input, continued);

  do {
    await turn('Task_Plan');

    if (continued?.at !== 'Task_Check') {
      // Plan
      assign(await task('Task_Plan', activities.plan, vars));

      await parallel(
        async () => {
          // Left
          assign(await task('Task_Left', activities.left, vars));
        },
        async () => {
          // Right
          assign(await task('Task_Right', activities.right, vars));
        },
      );
    }

    while (true) {
      await turn('Task_Check');

      // Check
      const checkOutcome = await guard(async () => assign(await task('Task_Check', activities.check, vars)), {
        Event_Broken: error('BROKEN'),
      });
      if (checkOutcome !== 'Event_Broken') break;

      // Broken

      // Repair
      assign(await task('Task_Repair', activities.repair, vars));
    }
  } while (feelTest('Flow_7', 'again', vars));

  // Hand over
  assign(await task('Task_Done', activities.handOver, vars));
  return vars;
}
