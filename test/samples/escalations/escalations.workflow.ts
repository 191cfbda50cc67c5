import { activitiesOf, enter, escalation, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { escalations as process } from './escalations.process';

const activities = activitiesOf<typeof implementations>();

/** Escalations. Generated from escalations.bpmn: change the diagram, then run `baton compile`. */
export async function escalations(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, scope, escalate, pass } = enter(process, input);

  await scope(
    async () => {
      // Approve
      const approveOutcome = await guard(() => scope('Sub_Approve', approve), {
        Event_Refused: escalation('REFUSED', (code) => {
          vars.reason = code;
        }),
        Event_Inform: { on: escalation('MUCH'), run: inform },
      });
      if (approveOutcome === 'Event_Refused') {
        // Refused

        // Escalated
        await escalate('End_Escalated', 'FINAL');
      } else {
        // Pay
        assign(await task('Task_Pay', activities.pay, vars));
        pass('End_Paid');
      }
    },
    {
      Start_Final: { on: escalation('FINAL'), interrupting: false, run: () => scope('Sub_Final', recordIt) },
    },
  );
  return vars;

  // Inform
  async function inform() {
    // Inform the manager
    assign(await task('Task_Inform', activities.informTheManager, vars));
    pass('End_Informed');
  }

  // Approve
  async function approve() {
    // Nobody hears this
    await escalate('Event_Asked', 'ASKED');

    // Check
    assign(await task('Task_Check', activities.check, vars));

    // Much?
    if (feelTest('Flow_5', 'amount > 1000', vars)) {
      // Much money
      await escalate('Event_Much', 'MUCH');
    }

    // Approve it
    assign(await userTask('Task_Approve'));

    // Approved?
    if (feelTest('Flow_9', 'approved', vars)) {
      // Approved
      pass('End_Approved');
    } else {
      // Refused
      await escalate('End_Refused', 'REFUSED');
    }
  }

  // Event sub-process: Record it
  async function recordIt() {
    // Record
    assign(await task('Task_Record', activities.record, vars));
    pass('End_Recorded');
  }
}
