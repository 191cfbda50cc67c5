import {
  activitiesOf,
  enter,
  error,
  escalation,
  parallel,
  signal,
  taking,
  timer,
  until,
  withOwn,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { eventOutputs as process } from './event-outputs.process';

const activities = activitiesOf<typeof implementations>();

/**
 * What becomes of that which comes with events. Generated from event-outputs.bpmn: change the diagram, then
 * run `baton compile`.
 */
export async function eventOutputs(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, scope, escalate, published, broadcast, pass } = enter(
    process,
    input,
  );

  await scope(
    async () => {
      vars.orderId = feel('Start', 'order.id', vars);

      // Wait for the payment
      const waitForThePaymentOutcome = await guard(async () => assign(await userTask('Task_Message')), {
        Event_Message: taking(published('Paid'), vars, (event) => {
          vars.total = event.amount;
        }),
      });
      if (waitForThePaymentOutcome === 'Event_Message') {
        // Paid

        // Wait for the customer
        const waitForTheCustomerOutcome = await guard(async () => assign(await userTask('Task_Timer')), {
          Event_Timer: taking(timer('P1D'), vars, () => {
            vars.reminded = feel('Event_Timer', 'total + 1', vars);
          }),
        });
        if (waitForTheCustomerOutcome === 'Event_Timer') {
          // After a day

          // Check
          const checkOutcome = await guard(
            async () => assign(await task('Task_Error', activities.check, vars)),
            {
              Event_Error: taking(error('REFUSED'), vars, (event) => {
                vars.refusal = event.reason;
              }),
            },
          );
          if (checkOutcome === 'Event_Error') {
            // Refused

            // Count
            const countOutcome = await guard(async () => assign(await userTask('Task_Condition')), {
              Event_Condition: taking(
                until(() => feelTest('Event_Condition', 'refusal = "empty"', vars, { missing: false })),
                vars,
                () => {
                  vars.count = 'counted';
                },
              ),
            });
            if (countOutcome === 'Event_Condition') {
              // Nothing there

              // Market
              await scope('Sub_Signal', market);

              // Negotiate
              const negotiateOutcome = await guard(
                () =>
                  scope('Sub_Escalation', async () => {
                    // Stuck
                    await escalate('Throw_Escalation', 'STUCK');
                  }),
                {
                  Event_Escalation: taking(escalation('STUCK'), vars, () => {
                    vars.limit = feel('Event_Escalation', 'offer - 1', vars);
                  }),
                },
              );
              if (negotiateOutcome === 'Event_Escalation') {
                // Stuck

                // Refund
                const refundVariables = await withOwn(vars, { amount: vars.limit }, async ({ assign }) => {
                  await scope('Sub_Own', async () => {
                    // Refund by hand
                    const refundByHandOutcome = await guard(async () => assign(await userTask('Task_Own')), {
                      Event_Own: published('Refunded'),
                    });
                    if (refundByHandOutcome === 'Event_Own') {
                      // Refunded
                      pass('End_Own');
                    }
                  });
                });
                vars.refunded = refundVariables.amount;

                // Ship
                await guard(async () => assign(await userTask('Task_Last')), {
                  Event_Beside: {
                    on: taking(published('Note'), vars, (event) => {
                      vars.note = event.text;
                    }),
                    run: note,
                  },
                });
                pass('End');
              } else {
                pass('End_Otherwise');
              }
            } else {
              pass('End_Otherwise');
            }
          } else {
            pass('End_Otherwise');
          }
        } else {
          pass('End_Otherwise');
        }
      } else {
        pass('End_Otherwise');
      }
    },
    {
      Event_Question: {
        on: taking(published('Question'), vars, (event) => {
          vars.questions = feel('Event_Question', 'append(questions, text)', event);
        }),
        interrupting: false,
        run: () => scope('Sub_Question', question),
      },
    },
  );
  return vars;

  // Market
  async function market() {
    await parallel(sell, async () => {
      // Prices changed
      await broadcast('Throw_Signal', 'Prices changed', { price: feel('Throw_Signal', 'total * 2', vars) });
    });
  }

  // Note
  async function note() {
    // Noted
    pass('Task_Noted');
  }

  // Event sub-process: Question
  async function question() {
    // Answer
    pass('Task_Answer');
  }

  async function sell() {
    // Sell
    const sellOutcome = await guard(async () => assign(await userTask('Task_Sell')), {
      Event_Signal: taking(signal('Prices changed'), vars, (event) => {
        vars.offer = event.price;
      }),
    });
    if (sellOutcome === 'Event_Signal') {
      // Prices changed
      pass('End_Signal');
    }
  }
}
