import {
  activitiesOf,
  enter,
  error,
  lastly,
  timer,
  withOwn,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { listenersInside as process } from './listeners-inside.process';

const activities = activitiesOf<typeof implementations>();

/** Listeners inside. Generated from listeners-inside.bpmn: change the diagram, then run `baton compile`. */
export async function listenersInside(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const {
    vars,
    assign,
    task,
    userTask,
    wait,
    guard,
    forEach,
    scope,
    compensateWith,
    compensate,
    script,
    message,
    part,
    pass,
    terminate,
  } = enter(process, input, continued);
  if (continued?.at === 'Task_Review') return part(reviewForAll);

  await lastly(body, async () => {
    // Listeners inside: end listener
    assign(await task('ListenersInside:end', activities.archive, vars));
  });
  return vars;

  async function body() {
    await scope(
      async () => {
        // Start: start listener
        assign(await task('Start:start', activities.register, vars));

        // Review
        await reviewForAll();

        // Charge card
        const chargeCardOutcome = await guard(
          async () => {
            // Charge card: start listener
            assign(await task('Task_Charge:start', activities.prepare, vars));
            await lastly(
              async () => {
                // Charge card
                assign(await task('Task_Charge', activities.chargeCard, vars));
                compensateWith('Task_Charge', async () => {
                  // Refund
                  assign(await task('Task_Refund', activities.refund, vars));

                  // Refund: end listener
                  await task('Task_Refund:end', activities.logWrite, {
                    asked: vars.asked,
                    argument2: 'refunded',
                  });
                });
              },
              async () => {
                // Charge card: end listener
                assign(await task('Task_Charge:end', activities.release, vars));
              },
            );
          },
          { Event_Declined: error('DECLINED') },
        );
        if (chargeCardOutcome === 'Event_Declined') {
          // Declined
          pass('End_Declined');
        } else {
          // Wait for goods
          const waitForGoodsOutcome = await guard(
            () =>
              lastly(
                async () => {
                  assign(await wait('Task_Wait', message('Goods arrived')));
                },
                async () => {
                  // Wait for goods: end listener
                  await task('Task_Wait:end', activities.logWrite, {
                    asked: vars.asked,
                    argument2: 'waited',
                  });
                },
              ),
            { Event_Late: timer('P7D') },
          );
          if (waitForGoodsOutcome === 'Event_Late') {
            // Too late

            // Undo all
            pass('Event_Compensate');
            await compensate();

            // Undone: end listener
            vars.undone = script('End_Late:end', () => true);

            // Undone
            throw terminate('End_Late');
          }

          // Done
          pass('End');
        }
      },
      {
        Start_Cancel: {
          on: message('Cancelled'),
          interrupting: true,
          run: async () => {
            // Cancel
            // Cancel: start listener
            await task('SubProcess_Cancel:start', activities.logWrite, {
              asked: vars.asked,
              argument2: 'cancelling',
            });

            // Cancel
            await scope('SubProcess_Cancel', cancelSubProcess);
          },
        },
      },
    );
  }

  // Review
  function reviewForAll() {
    return forEach(
      'Task_Review',
      vars.reviewers,
      async (reviewer) => {
        await withOwn(vars, { reviewer }, async ({ vars, assign }) => {
          // Review: start listener
          vars.asked = script('Task_Review:start', () => vars.reviewer);

          // Review
          assign(await userTask('Task_Review', { assignee: vars.reviewer }));

          // Review: end listener
          await task('Task_Review:end', activities.logWrite, {
            reviewer: vars.reviewer,
            argument2: 'reviewed',
          });
        });
      },
      { concurrency: 1, slices: true },
    );
  }

  // Cancel
  async function cancelSubProcess() {
    // Cancel order
    assign(await task('Task_Cancel', activities.cancelOrder, vars));
    pass('End_Cancelled');
  }
}
