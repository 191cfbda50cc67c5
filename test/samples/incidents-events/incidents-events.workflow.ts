import { activitiesOf, enter, timer, until, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { rentReminder as process } from './incidents-events.process';

const activities = activitiesOf<typeof implementations>();

/** Rent reminder. Generated from incidents-events.bpmn: change the diagram, then run `baton compile`. */
export async function rentReminder(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, firstOf, guard, scope, attempt, published, pass } = enter(
    process,
    input,
  );

  await scope(
    async () => {
      // Remind the tenant
      await guard(
        async () => {
          assign(
            await userTask('Task_Remind', {
              dueDate: await attempt(() => feel('Task_Remind', 'reply.until', vars)),
              on: {
                complete: async (humanTask, vars) => {
                  const result = await task(
                    'Task_Remind:completing',
                    activities.thank,
                    humanTask.with(vars),
                    { retry: { maximumAttempts: 1 } },
                  );
                  humanTask.apply(result);
                },
              },
            }),
          );
        },
        { Event_Slow: () => timer(vars.patience) },
      );

      // Paid?
      const paidEvent = await firstOf({
        Event_Paid: () => published('Rent paid', feel('Event_Paid', 'contract.number', vars)),
        Event_Week: timer('P7D'),
      });
      if (paidEvent.id === 'Event_Paid') {
        // Rent paid
        assign(paidEvent.payload);

        // Paid
        pass('End_Paid');
      } else {
        // A week later

        // Owed
        pass('End_Owed');
      }
    },
    {
      Start_Cancelled: {
        on: until(() => feelTest('Start_Cancelled', 'contract.cancelled', vars, { missing: false })),
        interrupting: true,
        run: () => scope('Sub_Cancelled', contractCancelled),
      },
    },
  );
  return vars;

  // Event sub-process: Contract cancelled
  async function contractCancelled() {
    // Cancelled
    pass('End_Cancelled');
  }
}
