import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { deniedChanges as process } from './denied-changes.process';

const activities = activitiesOf<typeof implementations>();

/** Expenses. Generated from denied-changes.bpmn: change the diagram, then run `baton compile`. */
export async function deniedChanges(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, end } = enter(process, input);

  // Enter expenses
  assign(
    await userTask('Task_Enter', {
      assignee: vars.employee,
      candidateGroups: 'staff',
      on: {
        assignment: async (humanTask) => {
          const result = await task('Task_Enter:assigning', activities.checkPerson, humanTask.with(vars));
          humanTask.apply(result);
        },
        complete: [
          async (humanTask, vars) => {
            const result = await task(
              'Task_Enter:completing',
              activities.checkReceipts,
              humanTask.with(vars),
              { retry: { maximumAttempts: 1 } },
            );
            humanTask.apply(result);
          },
          async (humanTask, vars) => {
            const result = await task('Task_Enter:completing2', activities.thank, humanTask.with(vars));
            humanTask.apply(result);
          },
        ],
      },
    }),
  );
  return end('End');
}
