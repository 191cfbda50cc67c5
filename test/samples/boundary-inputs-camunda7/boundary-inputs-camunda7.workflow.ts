import {
  enter,
  equal,
  evaluate,
  holds,
  local,
  timer,
  until,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import * as processes from './boundary-inputs-camunda7.process';

/**
 * Boundary events see inputs of Camunda 7. Generated from boundary-inputs-camunda7.bpmn: change the diagram,
 * then run `baton compile`.
 */
export async function boundaryInputsCamunda7(
  input: InputOf<typeof processes.boundaryInputsCamunda7>,
): Promise<OutputOf<typeof processes.boundaryInputsCamunda7>> {
  const { vars, userTask, call, guard, scope, pass } = enter(processes.boundaryInputsCamunda7, input);

  await scope(async () => {
    // Review
    const reviewInput = local(vars, {
      dueDate: evaluate('Task_Review', vars, ({ order }) => order.due),
      reviewer: 'ann',
    });
    const reviewOutcome = await guard(
      async () => {
        Object.assign(
          reviewInput,
          await userTask('Task_Review', {
            assignee: reviewInput.reviewer,
            dueDate: reviewInput.dueDate,
            input: { dueDate: reviewInput.dueDate, reviewer: reviewInput.reviewer },
          }),
        );
        vars.reviewedBy = reviewInput.reviewer;
      },
      {
        Event_Due: timer(reviewInput.dueDate),
        Event_Busy: {
          on: until(() => {
            return holds('Event_Busy', reviewInput, ({ busy, reviewer }) => equal(busy, reviewer), {
              missing: false,
            });
          }),
          run: busy,
        },
      },
    );
    if (reviewOutcome === 'Event_Due') {
      // Due
      pass('End_Due');
    } else {
      // Ship
      const shipInput = local(vars, { days: evaluate('Task_Ship', vars, ({ order }) => order.days) });
      const shipInput2 = local(shipInput, {
        patience: evaluate('Task_Ship', shipInput, ({ days }) => 'P'.concat(days).concat('D')),
      });
      const shipOutcome = await guard(
        () => call('Task_Ship', processes.boundaryInputsShipping, { days: shipInput2.days }),
        { Event_Slow: timer(shipInput2.patience) },
      );
      if (shipOutcome === 'Event_Slow') {
        // Slow
        pass('End_Slow');
      } else {
        pass('End');
      }
    }
  });
  return vars;

  // Busy
  async function busy() {
    // Hurry
    pass('Task_Hurry');
    pass('End_Busy');
  }
}

/**
 * Shipping, seen by nobody. Generated from boundary-inputs-camunda7.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function boundaryInputsShipping(
  input: InputOf<typeof processes.boundaryInputsShipping>,
): Promise<OutputOf<typeof processes.boundaryInputsShipping>> {
  const { assign, userTask, end } = enter(processes.boundaryInputsShipping, input);

  // Carry
  assign(await userTask('Task_Carry'));
  return end('End_Shipping');
}
