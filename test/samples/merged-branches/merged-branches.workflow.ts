import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { mergedBranches as process } from './merged-branches.process';

const activities = activitiesOf<typeof implementations>();

/**
 * What follows happens for each branch. Generated from merged-branches.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function mergedBranches(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, scope, pass, go, gather } = enter(process, input);

  await scope(async () => {
    const reportTokens = gather(2, report);
    go(askByMail, askByPhone);

    async function askByMail() {
      // Ask by mail
      assign(await task('Task_Mail', activities.askByMail, vars));
      go(answered);
    }

    async function askByPhone() {
      // Ask by phone
      assign(await task('Task_Phone', activities.askByPhone, vars));
      go(answered);
    }

    async function answered() {
      // Answered

      // Note answer
      assign(await task('Task_Note', activities.noteAnswer, vars));
      reportTokens();
    }

    async function report() {
      // Report
      assign(await task('Task_Report', activities.report, vars));

      // Reported
      pass('End_Reported');
    }
  });
  return vars;
}
