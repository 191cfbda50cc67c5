import {
  activitiesOf,
  enter,
  parallel,
  withOwn,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { listenersCamunda8 as process } from './listeners-camunda8.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Listeners of Camunda 8. Generated from listeners-camunda8.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function listenersCamunda8(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, forEach, part, pass } = enter(process, input, continued);
  if (continued?.at === 'Task_Pack') return part(packForAll);

  // Listeners of Camunda 8: start listener
  assign(await task('ListenersCamunda8:start', activities.register, vars));
  await body();

  // Listeners of Camunda 8: end listener
  assign(await task('ListenersCamunda8:end', activities.archive, vars, { retry: { maximumAttempts: 5 } }));
  return vars;

  async function body() {
    // Pack: beforeAll listener
    assign(await task('Task_Pack:beforeAll', activities.prepare, vars));

    // Pack
    vars.parcels = await packForAll();

    // Gateway: end listener
    assign(await task('Gateway:end', activities.celebrate, vars));

    await parallel(async () => {
      pass('End_A');
    }, ship);
    return vars;
  }

  // Pack
  function packForAll() {
    return forEach(
      'Task_Pack',
      vars.items,
      async (item) => {
        const packVariables = await withOwn(vars, { item, parcel: undefined }, async ({ vars, assign }) => {
          // Pack: start listener
          assign(await task('Task_Pack:start', activities.weigh, vars));

          // Pack
          assign(await task('Task_Pack', activities.pack, vars));

          // Pack: end listener
          assign(await task('Task_Pack:end', activities.label, vars));
        });
        return packVariables.parcel;
      },
      { slices: true },
    );
  }

  async function ship() {
    // Ship
    assign(await task('Task_Ship', activities.ship, vars));
    pass('End_B');
  }
}

listenersCamunda8.process = process;
