import { activitiesOf, enter, technicalFailure, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { javaExceptions as process } from './java-exceptions.process';

const activities = activitiesOf<typeof implementations>();

/** Java exceptions. Generated from java-exceptions.bpmn: change the diagram, then run `baton compile`. */
export async function javaExceptions(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, guard, scope, pass } = enter(process, input);

  await scope(
    async () => {
      // Charge
      const chargeOutcome = await guard(
        async () => assign(await task('Task_Charge', activities.charge, vars)),
        {
          Event_Payment: technicalFailure('com.acme.PaymentException', ({ message }) => {
            vars.reason = message;
          }),
        },
      );
      if (chargeOutcome === 'Event_Payment') {
        // Payment failed

        // Remind
        assign(await task('Task_Remind', activities.remind, vars));
        pass('End_Reminded');
      } else {
        pass('End_Charged');
      }
    },
    {
      Start_Report: {
        on: technicalFailure(undefined, ({ code }) => {
          vars.exception = code;
        }),
        run: () => scope('Sub_Report', report_Sub_Report),
      },
    },
  );
  return vars;

  // Event sub-process: Report
  async function report_Sub_Report() {
    // Report
    assign(await task('Task_Report', activities.report, vars));
    pass('End_Reported');
  }
}
