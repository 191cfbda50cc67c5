import { activitiesOf, enter, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { links as process } from './links.process';

const activities = activitiesOf<typeof implementations>();

/** Links over the page. Generated from links.bpmn: change the diagram, then run `baton compile`. */
export async function links(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, turn, pass, end } = enter(process, input, continued);

  while (true) {
    await turn('Task_Check');

    // Check
    assign(await task('Task_Check', activities.check, vars));

    // Result?
    if (!feelTest('Flow_5', 'faults > 0', vars)) break;

    // Repair
    assign(await task('Task_Repair', activities.repair, vars));

    // Again
    pass('Link_Again');

    // Check it
    pass('Link_Check');
  }

  // To the end
  pass('Link_Done');

  // Done
  pass('Link_End');

  // Deliver
  assign(await task('Task_Deliver', activities.deliver, vars));

  // Delivered
  return end('End_Delivered');
}
