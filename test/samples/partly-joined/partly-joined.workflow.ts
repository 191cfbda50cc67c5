import { activitiesOf, enter, parallel, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { partlyJoined as process } from './partly-joined.process';

const activities = activitiesOf<typeof implementations>();

/** Some branches join. Generated from partly-joined.bpmn: change the diagram, then run `baton compile`. */
export async function partlyJoined(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, pass } = enter(process, input);

  await parallel(partsAreThere, advertise);
  return vars;

  async function partsAreThere() {
    await parallel(
      async () => {
        // Order wheels
        assign(await task('Task_Wheels', activities.orderWheels, vars));
      },
      async () => {
        // Weld frame
        assign(await task('Task_Frame', activities.weldFrame, vars));
      },
    );

    // Parts are there

    // Assemble
    assign(await task('Task_Assemble', activities.assemble, vars));

    // Built
    pass('End_Built');
  }

  async function advertise() {
    // Advertise
    assign(await task('Task_Advertise', activities.advertise, vars));

    // Advertised
    pass('End_Advertised');
  }
}
