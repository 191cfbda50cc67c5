import {
  activitiesOf,
  compare,
  enter,
  evaluate,
  holds,
  toNumber,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { listeners as process } from './listeners.process';

const activities = activitiesOf<typeof implementations>();

/** Listeners. Generated from listeners.bpmn: change the diagram, then run `baton compile`. */
export async function listeners(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, script, turn, end } = enter(process, input, continued);

  if (!continued) {
    // Start: start listener
    assign(await task('Start:start', activities.register, vars));
  }

  while (true) {
    await turn('Task_Check:start');

    // Check order: start listener
    // prettier-ignore
    script('Task_Check:start', (vars, execution) => {
      execution.setVariable('checks', execution.hasVariable('checks') ? vars.checks + 1 : 1);
    });

    // Check order
    assign(
      await userTask('Task_Check', {
        on: {
          create: async (humanTask) => {
            const result = await task('Task_Check:create', activities.mailSend, humanTask.with(vars));
            assign(humanTask.apply(result));
          },
          complete: async (humanTask, vars) => {
            const result = await task('Task_Check:complete', activities.thank, humanTask.with(vars));
            Object.assign(vars, humanTask.apply(result));
          },
        },
      }),
    );

    // Check order: end listener
    assign(await task('Task_Check:end', activities.archive, vars));

    // Check order: end listener
    await task('Task_Check:end2', activities.logWrite, { checks: vars.checks, argument2: 'checked' });
    if (holds('Flow_Good', vars, ({ approved }) => approved)) break;

    // Again?
    if (!holds('Flow_Again', vars, ({ checks }) => compare(checks, '<', 2))) {
      // Refused: end listener
      assign(await task('End_Bad:end', activities.release, vars));

      // Refused
      return end('End_Bad');
    }
  }

  // good: take listener
  assign(await task('Flow_Good:take', activities.celebrate, vars));

  // good: take listener
  vars.rating = script('Flow_Good:take2', () =>
    evaluate('Flow_Good:take2', vars, ({ checks }) => (toNumber(checks) + 1) * 2),
  );

  // Approved
  return end('End');
}
