import {
  activitiesOf,
  bpmnError,
  enter,
  error,
  timer,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { subProcesses as process } from './sub-processes.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Processes in processes. Generated from sub-processes.bpmn: change the diagram, then run `baton compile`.
 */
export async function subProcesses(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, guard, scope, turn, pass, end } = enter(process, input, continued);

  while (true) {
    await turn('Sub_File');

    // File document
    const fileDocumentOutcome = await guard(() => scope('Sub_File', fileDocument), {
      Event_Illegible: error('ILLEGIBLE'),
      Event_Timeout: timer('P7D'),
    });
    if (fileDocumentOutcome === 'Event_Illegible') {
      // Illegible

      // Ask for a copy
      assign(await task('Task_Ask', activities.askForACopy, vars));
    } else if (fileDocumentOutcome === 'Event_Timeout') {
      // After a week
      break;
    } else {
      break;
    }
  }

  // Archive
  await scope('Sub_Archive', async () => {
    // Archive
    assign(await task('Task_Archive', activities.archive, vars));
  });
  return end('End');

  // File document
  async function fileDocument() {
    // Digitise
    await scope('Sub_Scan', digitise);

    // Known?
    if (feelTest('Flow_7', 'known', vars)) {
      // Nothing new
      pass('Outer_Known');
    } else {
      // Index
      assign(await task('Task_Index', activities.index, vars));

      // Filed
      pass('Outer_Done');
    }
  }

  // Digitise
  async function digitise() {
    // Scan
    assign(await task('Task_Scan', activities.scan, vars));

    // Legible?
    if (feelTest('Flow_3', 'not(legible)', vars)) {
      // Illegible
      pass('Inner_Illegible');
      throw bpmnError('ILLEGIBLE', { message: 'Illegible' });
    }

    // Scanned
    pass('Inner_Done');
  }
}
