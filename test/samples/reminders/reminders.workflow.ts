import { activitiesOf, enter, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { reminders as process } from './reminders.process';

const activities = activitiesOf<typeof implementations>();

/** Reminders beside a task. Generated from reminders.bpmn: change the diagram, then run `baton compile`. */
export async function reminders(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, scope, pass } = enter(process, input);

  await scope(async () => {
    // Sign contract
    const signContractOutcome = await guard(async () => assign(await userTask('Task_Sign')), {
      Event_Expire: timer('P5D'),
      Event_Escalate: { on: timer('P2D'), run: afterTwoDays },
      Event_Remind: { on: timer('R3/P1D'), run: everyDay },
    });
    if (signContractOutcome === 'Event_Expire') {
      // After five days

      // Expired
      pass('End_Expired');
    } else {
      // Signed
      pass('End_Signed');
    }
  });
  return vars;

  // After two days
  async function afterTwoDays() {
    // Call
    assign(await task('Task_Call', activities.call, vars));

    // Reached?
    if (!feelTest('Flow_7', 'reached', vars)) {
      // Write letter
      assign(await task('Task_Write', activities.writeLetter, vars));
    }
    pass('End_Called');
  }

  // Every day
  async function everyDay() {
    // Remind
    assign(await task('Task_Remind', activities.remind, vars));
    pass('End_Reminded');
  }
}
