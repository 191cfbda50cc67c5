import { enter, local, taking, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import { boundaryInputsIncidents as process } from './boundary-inputs-incidents.process';

/**
 * Boundary events see inputs, and may fail. Generated from boundary-inputs-incidents.bpmn: change the
 * diagram, then run `baton compile`.
 */
export async function boundaryInputsIncidents(
  input: InputOf<typeof process>,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, guard, attempt, published, end } = enter(process, input);

  // Ask
  const askOutcome = await guard(
    async () => {
      const askInput = local(vars, { days: await attempt(() => feel('Task_Ask', 'case.patience', vars)) });
      const askInput2 = local(askInput, {
        patience: await attempt(() => feel('Task_Ask', '"P" + days + "D"', askInput)),
      });
      assign(await userTask('Task_Ask', { input: { days: askInput2.days, patience: askInput2.patience } }), {
        except: ['days', 'patience'],
      });
    },
    {
      Event_Answer: () =>
        taking(published('Answer for inputs', feel('Event_Answer', 'case.number', vars)), vars, (event) => {
          vars.answer = event.text;
        }),
      Event_Late: () => {
        const askInput = local(vars, { days: feel('Task_Ask', 'case.patience', vars) });
        const askInput2 = local(askInput, { patience: feel('Task_Ask', '"P" + days + "D"', askInput) });
        return timer(askInput2.patience);
      },
    },
  );
  if (askOutcome === 'Event_Answer') return end('End_Answer'); // Answered
  if (askOutcome === 'Event_Late') return end('End_Late'); // Late
  return end('End');
}
