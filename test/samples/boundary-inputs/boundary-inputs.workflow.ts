import { enter, local, timer, until, withOwn, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import { boundaryInputs as process } from './boundary-inputs.process';

/**
 * Boundary events see the inputs of their activity. Generated from boundary-inputs.bpmn: change the diagram,
 * then run `baton compile`.
 */
export async function boundaryInputs(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, wait, guard, scope, published, pass } = enter(process, input);

  await scope(async () => {
    // Review
    const reviewInput = local(vars, {
      deadline: feel('Task_Review', 'order.due', vars),
      patience: 'PT5H',
      subject: feel('Task_Review', 'order.item', vars),
    });
    const reviewOutcome = await guard(
      async () => {
        const reviewResult = local(
          reviewInput,
          await userTask('Task_Review', {
            input: {
              deadline: reviewInput.deadline,
              patience: reviewInput.patience,
              subject: reviewInput.subject,
            },
          }),
        );
        vars.verdict = reviewResult.approved;
      },
      {
        Event_Due: timer(reviewInput.deadline),
        Event_Recall: published(feel('Event_Recall', '"Recall " + subject', reviewInput), vars.subject),
        Event_Remind: { on: timer(reviewInput.patience), run: afterAWhile },
      },
    );
    if (reviewOutcome === 'Event_Due') {
      // Deadline
      pass('End_Due');
    } else if (reviewOutcome === 'Event_Recall') {
      // Recalled
      pass('End_Recall');
    } else {
      // Count
      const countInput = local(vars, { counted: 0 });
      const countInput2 = local(countInput, { limit: feel('Sub_Count', 'counted + order.most', countInput) });
      const countOutcome = await guard(
        async () => {
          const countVariables = await withOwn(countInput2, {}, async ({ assign }) => {
            await scope('Sub_Count', async () => {
              // Count one
              assign(await userTask('Task_Count'));

              // Note it
              assign(await userTask('Task_Note'));
              pass('End_Count');
            });
          });
          vars.total = countVariables.counted;
        },
        {
          Event_TooMany: until(() =>
            feelTest('Event_TooMany', 'counted > limit', countInput2, { missing: false }),
          ),
        },
      );
      if (countOutcome === 'Event_TooMany') {
        // Too many
        pass('End_TooMany');
      } else {
        // Wait for the signature
        const waitForTheSignatureInput = local(vars, { contract: feel('Task_Sign', '"C-" + subject', vars) });
        assign(await wait('Task_Sign', published('Contract signed', waitForTheSignatureInput.contract)));
        pass('End');
      }
    }
  });
  return vars;

  // After a while
  async function afterAWhile() {
    // Remind
    pass('Task_Remind');
    pass('End_Remind');
  }
}
