import {
  activitiesOf,
  compare,
  enter,
  evaluate,
  holds,
  lastly,
  local,
  toNumber,
  until,
  withOwn,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { listenersMapped as process } from './listeners-mapped.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Listeners inside of mappings. Generated from listeners-mapped.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function listenersMapped(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, scope, script, pass, end } = enter(process, input);

  // Review
  const reviewVariables = await withOwn(vars, { reviewer: 'ann', limit: 5 }, async ({ vars, assign }) => {
    // Review: start listener
    // prettier-ignore
    script(
      'Task_Review:start',
      (vars, execution) => {
        execution.setVariable('asked', vars.reviewer); execution.setVariable('limit', vars.limit + 1);
      },
      vars,
    );

    // Review
    assign(
      await userTask('Task_Review', {
        assignee: vars.reviewer,
        input: { reviewer: vars.reviewer, limit: vars.limit },
      }),
    );

    // Review: end listener
    // prettier-ignore
    script(
      'Task_Review:end',
      (vars, execution) => {
        execution.setVariable('limit', vars.limit * 10); execution.setVariable('before', vars.verdict);
      },
      vars,
    );
  });
  vars.verdict = reviewVariables.limit;

  // Count
  const countInput = local(vars, { limit: 1 });
  const countOutcome = await guard(
    async () => {
      const countVariables = await withOwn(countInput, {}, async ({ vars, assign }) => {
        // Count: start listener
        // prettier-ignore
        script(
          'Sub_Count:start',
          (_vars, execution) => {
            execution.setVariable('limit', 2);
          },
          vars,
        );
        await lastly(
          async () => {
            // Count
            await scope('Sub_Count', async () => {
              // Count on
              assign(await userTask('Task_Count'));
              pass('End_Count');
            });
          },
          async () => {
            // Count: end listener
            vars.limit = script('Sub_Count:end', () =>
              evaluate('Sub_Count:end', vars, ({ limit }) => toNumber(limit) + 100),
            );
          },
        );
      });
      vars.total = countVariables.limit;
    },
    {
      Event_TooMany: until(() => {
        return holds('Event_TooMany', countInput, ({ limit }) => limit > 20 && compare(limit, '<', 100), {
          missing: false,
        });
      }),
    },
  );
  if (countOutcome === 'Event_TooMany') return end('End_TooMany'); // Too many

  // Note
  vars.note = script('Task_Note', () => evaluate('Task_Note', vars, ({ limit }) => toNumber(limit) + 1));

  // Note: end listener
  assign(await task('Task_Note:end', activities.archive, vars));
  vars.noted = vars.note;
  return end('End');
}
