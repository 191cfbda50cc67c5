import {
  activitiesOf,
  enter,
  error,
  holds,
  signal,
  until,
  withOwn,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { order as process } from './cancelled-order.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Order that can be cancelled. Generated from cancelled-order.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function order(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, forEach, scope, compensateWith, compensate, message, pass } =
    enter(process, input);

  await scope(
    async () => {
      // Charge card
      const chargeCardOutcome = await guard(
        async () => {
          assign(await task('Task_Charge', activities.chargeCard, vars));
          compensateWith('Task_Charge', async () => {
            // Refund
            assign(await task('Task_Refund', activities.refund, vars));
          });
        },
        { Event_Declined: error('CARD_DECLINED') },
      );
      if (chargeCardOutcome === 'Event_Declined') {
        // Declined
        pass('End_Declined');
      } else {
        // Pack item
        await forEach(
          'Task_Pack',
          vars.items,
          (item) =>
            withOwn(vars, { item }, async ({ vars, assign }) => {
              assign(await task('Task_Pack', activities.packItem, vars));
              compensateWith('Task_Pack', async () => {
                // Unpack item
                assign(await task('Task_Unpack', activities.unpackItem, vars));
              });
            }),
          { concurrency: 1 },
        );

        // Sign for it
        assign(await userTask('Task_Sign'));

        // Delivered
        pass('End_Delivered');
      }
    },
    {
      Start_Cancel: {
        on: message('CancelOrder'),
        interrupting: true,
        run: () => scope('Sub_Cancel', cancelTheOrder),
      },
      Start_Holiday: { on: signal('Holiday'), interrupting: false, run: () => scope('Sub_Holiday', holiday) },
      Start_Late: {
        on: until(() => holds('Start_Late', vars, ({ days }) => days > 3, { missing: false })),
        interrupting: false,
        run: () => scope('Sub_Late', tooLate),
      },
    },
  );
  return vars;

  // Event sub-process: Cancel the order
  async function cancelTheOrder() {
    // Undo everything
    pass('Event_UndoAll');
    await compensate();

    // Cancel order
    assign(await task('Task_Cancel', activities.cancelOrder, vars));

    // Cancelled
    pass('End_Cancelled');
  }

  // Event sub-process: Holiday
  async function holiday() {
    // Send greetings
    assign(await task('Task_Greet', activities.sendGreetings, vars));
    pass('End_Greeted');
  }

  // Event sub-process: Too late
  async function tooLate() {
    // Undo packing
    pass('End_Late');
    await compensate('Task_Pack', { waitForCompletion: false });
  }
}
