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
import { loopsBehindEvents as process } from './loops-behind-events.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Loops behind events. Generated from loops-behind-events.bpmn: change the diagram, then run `baton compile`.
 */
export async function loopsBehindEvents(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const {
    vars,
    assign,
    task,
    wait,
    firstOf,
    guard,
    scope,
    published,
    turn,
    handOver,
    part,
    pass,
    end,
    terminate,
  } = enter(process, input, continued);
  if (continued?.at === 'Task_Make') return part(loadAPart);

  if (continued?.at !== 'Task_Measure') {
    // Ordered or withdrawn?
    const orderedOrWithdrawnEvent = await firstOf(
      {
        Event_Ordered: published('Ordered', vars.orderId),
        Event_Withdrawn: published('Withdrawn', vars.orderId),
      },
      (continued?.at === 'Task_Pack' && 'Event_Ordered') ||
        (continued?.at === 'Task_Oil' && 'Event_Withdrawn'),
    );
    if (orderedOrWithdrawnEvent.id === 'Event_Ordered') {
      if (continued?.at !== 'Task_Pack') {
        // Ordered
        assign(orderedOrWithdrawnEvent.payload);
      }

      do {
        await turn('Task_Pack');

        // Pack a part
        assign(await task('Task_Pack', activities.packParts, vars));

        // All packed?
      } while (!feelTest('Flow_7', 'packed >= wanted', vars));
    } else {
      if (continued?.at !== 'Task_Oil') {
        // Withdrawn
        assign(orderedOrWithdrawnEvent.payload);
      }

      do {
        await turn('Task_Oil');

        // Oil the machine
        assign(await task('Task_Oil', activities.oil, vars));

        // Oiled?
      } while (!feelTest('Flow_11', 'oil >= 3', vars));
    }
  }

  // Rent a truck
  const rentATruckOutcome = await guard(
    async () => assign(await task('Task_Rent', activities.rentMachine, vars)),
    { Event_Taken: error('TAKEN') },
    continued?.at === 'Task_Measure' && 'Event_Taken',
  );
  if (rentATruckOutcome === 'Event_Taken') {
    // Taken
    do {
      await turn('Task_Measure');

      // Ask the next one
      assign(await task('Task_Measure', activities.measure, vars));

      // Found one?
    } while (!feelTest('Flow_16', 'measured >= 3', vars));
  }

  // Load
  await scope('SubProcess_Load', load);
  return end('End');

  // Load
  async function load() {
    await parallel(loadAPart, sealed);
  }

  async function loadAPart() {
    do {
      if (await handOver('Task_Make')) return;

      // Load a part
      assign(await task('Task_Make', activities.makePart, vars));

      // All loaded?
    } while (!feelTest('Flow_21', 'made >= wanted', vars));
    throw terminate('End_Loaded');
  }

  async function sealed() {
    // Sealed
    assign(await wait('Event_Sealed', published('Sealed', vars.orderId)));
    pass('End_Sealed');
  }
}
