import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { quantities as process } from './quantities.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Several tokens leave an activity, and start one. Generated from quantities.bpmn: change the diagram, then
 * run `baton compile`.
 */
export async function quantities(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, scope, pass, go, gather } = enter(process, input);

  await scope(async () => {
    const mountAPairTokens = gather(2, mountAPair);

    // Saw wheels
    assign(await task('Task_Saw', activities.sawWheels, vars));
    if (feelTest('Flow_Mount', 'frame', vars)) {
      mountAPairTokens();
      mountAPairTokens();
      mountAPairTokens();
      mountAPairTokens();
    } else {
      go(storeAWheel, storeAWheel, storeAWheel, storeAWheel);
    }

    async function mountAPair() {
      // Mount a pair
      assign(await task('Task_Mount', activities.mountAPair, vars));
      pass('End_Mounted');
    }

    async function storeAWheel() {
      // Store a wheel
      assign(await task('Task_Store', activities.storeAWheel, vars));
      pass('End_Stored');
    }
  });
  return vars;
}
