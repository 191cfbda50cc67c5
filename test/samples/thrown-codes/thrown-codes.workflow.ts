import { bpmnError, enter, error, escalation, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import { thrownCodes as process } from './thrown-codes.process';

/** Thrown codes. Generated from thrown-codes.bpmn: change the diagram, then run `baton compile`. */
export async function thrownCodes(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, guard, scope, escalate, pass } = enter(process, input);

  await scope(async () => {
    // Check claim
    const checkClaimOutcome = await guard(() => scope('Sub_Check', checkClaim), {
      Event_Fraud: error('FRAUD'),
      Event_High: { on: escalation('HIGH'), run: high },
    });
    if (checkClaimOutcome === 'Event_Fraud') {
      // Fraud
      vars.outcome = feel('End_Fraud', '"refused: " + reason', vars);
      pass('End_Fraud');
    } else {
      // Paid
      vars.outcome = feel('End_Paid', '"paid at " + claim.told', vars);
      pass('End_Paid');
    }
  });
  return vars;

  // High
  async function high() {
    // Watch
    assign(await userTask('Task_Watch'));
    pass('End_Watched');
  }

  // Check claim
  async function checkClaim() {
    // Tell the level
    await escalate('Event_Tell', vars.level);
    vars.claim = { ...vars.claim, told: feel('Event_Tell', '"level " + level', vars) };

    // Fine?
    if (feelTest('Flow_Refused', 'not(fine)', vars)) {
      // Refused
      pass('End_Refused');
      throw bpmnError(vars.reason, { message: 'Refused' });
    }
    pass('End_Checked');
  }
}
