import { activitiesOf, enter, error, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { eventSubProcesses as process } from './event-sub-processes.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Delivery with events beside. Generated from event-sub-processes.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function eventSubProcesses(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, scope, pass } = enter(process, input);

  await scope(
    async () => {
      // Pack
      assign(await userTask('Task_Pack'));

      // Drive
      const driveOutcome = await guard(
        () =>
          scope('Sub_Drive', drive, {
            Start_Breakdown: { on: error('BREAKDOWN'), run: () => scope('Sub_Breakdown', breakdown) },
          }),
        { Event_Lost: error() },
      );
      if (driveOutcome === 'Event_Lost') {
        // Lost

        // Apologise
        assign(await task('Task_Apologise', activities.apologise, vars));
        pass('End_Lost');
      } else {
        // Invoice
        assign(await task('Task_Invoice', activities.invoice, vars));
        pass('End');
      }
    },
    {
      Start_GiveUp: {
        on: timer('P3DT12H'),
        interrupting: true,
        run: () =>
          scope('Sub_GiveUp', giveUp, {
            Start_Silence: {
              on: timer('P7D'),
              interrupting: true,
              run: () => scope('Sub_Silence', nobodyDecides),
            },
          }),
      },
      Start_Remind: {
        on: timer('R/P1D'),
        interrupting: false,
        run: () => scope('Sub_Remind', remindThePackers),
      },
    },
  );
  return vars;

  // Drive
  async function drive() {
    // Load
    assign(await task('Task_Load', activities.load, vars));

    // Drive out
    assign(await task('Task_Drive', activities.driveOut, vars));

    // Delivered
    pass('Drive_End');
  }

  // Event sub-process: Breakdown
  async function breakdown() {
    // Tow
    assign(await task('Task_Tow', activities.tow, vars));

    // Towed
    pass('End_Towed');
  }

  // Event sub-process: Give up
  async function giveUp() {
    // Decide what to do
    assign(await userTask('Task_Decide'));

    // Given up
    pass('End_GivenUp');
  }

  // Event sub-process: Nobody decides
  async function nobodyDecides() {
    // Discard
    assign(await task('Task_Discard', activities.discard, vars));

    // Discarded
    pass('End_Discarded');
  }

  // Event sub-process: Remind the packers
  async function remindThePackers() {
    // Remind
    assign(await task('Task_Remind', activities.remind, vars));
    pass('End_Reminded');
  }
}
