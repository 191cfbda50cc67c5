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
import { machine as process } from './long-runs.process';

const activities = activitiesOf<typeof implementations>();

/** A machine. Generated from long-runs.bpmn: change the diagram, then run `baton compile`. */
export async function machine(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, compensateWith, compensate, turn, handOver, part, pass, end } = enter(
    process,
    input,
    continued,
    { Task_Rent: returnMachine },
  );
  if (continued?.at === 'Gateway_More') return part(moreParts);
  if (continued?.at === 'Task_Measure') return part(prepareGauge);

  if (!continued) {
    // Rent machine
    assign(await task('Task_Rent', activities.rentMachine, vars));
    compensateWith('Task_Rent', returnMachine);
  }

  if (continued?.at !== 'Task_Pack') {
    // Dry?
    if (continued?.at === 'Task_Oil' || feelTest('Flow_3', 'oil < 3', vars)) {
      do {
        await turn('Task_Oil');

        // Oil
        assign(await task('Task_Oil', activities.oil, vars));

        // Oiled?
      } while (feelTest('Flow_5', 'oil < 3', vars));
    }

    // Start machine
    assign(await task('Task_Start', activities.startMachine, vars));

    // Make and watch
    await parallel(moreParts, prepareGauge);
  }

  do {
    await turn('Task_Pack');

    // Pack parts
    assign(await task('Task_Pack', activities.packParts, vars));

    // All packed?
  } while (!feelTest('Flow_22', 'packed >= wanted', vars));

  // Give back what was rented
  pass('Event_Undo');
  await compensate();
  return end('End');

  async function returnMachine() {
    // Return machine
    assign(await task('Task_Return', activities.returnMachine, vars));
  }

  async function moreParts() {
    // More parts?
    while (feelTest('Flow_11', 'made < wanted', vars)) {
      if (await handOver('Gateway_More')) return;

      // Make part
      assign(await task('Task_Make', activities.makePart, vars));
    }
  }

  async function prepareGauge() {
    if (continued?.at !== 'Task_Measure') {
      // Prepare gauge
      assign(await task('Task_Prepare', activities.prepareGauge, vars));
    }

    do {
      if (await handOver('Task_Measure')) return;

      // Measure
      assign(await task('Task_Measure', activities.measure, vars));

      // Seen enough?
    } while (!feelTest('Flow_17', 'measured >= 3', vars));

    // Report
    assign(await task('Task_Report', activities.report, vars));
  }
}
