import { activitiesOf, enter, local, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { van as process } from './one-run-per-key.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Fill a van with parcels for one city. Generated from one-run-per-key.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function van(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, wait, published, end } = enter(process, input);

  // Next parcel
  const nextParcelResult = local(vars, await wait('Task_Next', published('Parcel came in', vars.city)));
  vars.last = nextParcelResult.parcel;

  // Drive
  assign(await task('Task_Drive', activities.driveVan, vars));

  // Driven
  return end('End_Driven');
}

van.process = process;
