import {
  allOf,
  anyOf,
  enter,
  parallel,
  signal,
  timer,
  until,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import { boundaryTriggers as process } from './boundary-triggers.process';

/**
 * Boundary events of other triggers. Generated from boundary-triggers.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function boundaryTriggers(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, guard, scope, published, publish, broadcast, throwAll, pass } = enter(
    process,
    input,
  );

  await scope(async () => {
    await parallel(writeReport, note_Throw_Note);
  });
  return vars;

  async function writeReport() {
    // Write report
    const writeReportOutcome = await guard(async () => assign(await userTask('Task_Write')), {
      Event_Withdrawn: until(() => feelTest('Event_Withdrawn', 'withdrawn', vars, { missing: false })),
      Event_Asked: { on: anyOf(published('Question'), signal('Inspection')), run: askedBySomebody },
      Event_Long: {
        on: until(() => feelTest('Event_Long', 'pages > 10', vars, { missing: false })),
        run: getsLong,
      },
      Event_Note: { on: published('Note'), run: note_Event_Note },
      Event_Sources: { on: allOf(published('Figures'), published('Charts')), run: allSourcesAreThere },
    });
    if (writeReportOutcome === 'Event_Withdrawn') {
      // Withdrawn
      pass('End_Withdrawn');
    } else {
      pass('End_Written');
    }
  }

  async function note_Throw_Note() {
    // Note
    await publish('Throw_Note', 'Note');

    // Inspection
    await broadcast('Throw_Inspection', 'Inspection');

    // Figures and charts
    await throwAll('Throw_Sources', { message: 'Figures' }, { message: 'Charts' });

    // Review
    const reviewOutcome = await guard(async () => assign(await userTask('Task_Review')), {
      Event_Late: anyOf(timer('P7D'), published('Not wanted')),
    });
    if (reviewOutcome === 'Event_Late') {
      // Late or not wanted

      // Print
      const printOutcome = await guard(async () => assign(await userTask('Task_Print')), {
        Event_Stopped: allOf(published('Author stops'), published('Printer stops')),
      });
      if (printOutcome === 'Event_Stopped') {
        // Both agree to stop
        pass('End_Stopped');
      } else {
        pass('End_Printed');
      }
    } else {
      pass('End_Reviewed');
    }
  }

  // Asked by somebody
  async function askedBySomebody() {
    // Answer
    pass('Task_Answer');
    pass('End_Answer');
  }

  // Gets long
  async function getsLong() {
    // Shorten
    pass('Task_Shorten');
    pass('End_Shorten');
  }

  // Note
  async function note_Event_Note() {
    // Read
    pass('Task_Read');
    pass('End_Read');
  }

  // All sources are there
  async function allSourcesAreThere() {
    // Attach
    pass('Task_Attach');
    pass('End_Attach');
  }
}
