import {
  activitiesOf,
  dateTime,
  enter,
  evaluate,
  holds,
  local,
  timer,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { taskListeners as process } from './task-listeners.process';

const activities = activitiesOf<typeof implementations>();

/** Task listeners. Generated from task-listeners.bpmn: change the diagram, then run `baton compile`. */
export async function taskListeners(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, turn, end } = enter(process, input, continued);

  do {
    await turn('Task_Decide');

    // Decide
    const decideOutcome = await guard(
      async () => {
        // prettier-ignore
        assign(
          await userTask('Task_Decide', {
            candidateGroups: 'legal',
            dueDate: evaluate('Task_Decide', vars, () => dateTime().plusDays(3).toDate()),
            followUpDate: 'P1D',
            priority: 70,
            on: {
              create: [
                (task, vars) => {
                  // whoever decided before decides again
                  var before = task.getVariable('lastAssignee');
                  if (before != null) {
                    task.setAssignee(before);
                  }
                  task.execution.setVariable('rounds', task.execution.hasVariable('rounds') ? vars.rounds + 1 : 1);
                },
                async (humanTask) => {
                  const result = await task(
                    'Task_Decide:create2',
                    activities.tellThem,
                    humanTask.with({ ...vars, template: 'new-task' }),
                  );
                  assign(humanTask.apply(result));
                },
              ],
              update: (humanTask) =>
                task('Task_Decide:update', activities.auditChanged, {
                  task: humanTask.state,
                  rounds: vars.rounds,
                }),
              assignment: [
                (task) => {
                  task.setVariable('lastAssignee', task.getAssignee());
                },
                (humanTask) => humanTask.setPriority(90),
              ],
              timeout: [
                {
                  at: 'R2/PT12H',
                  run: async (humanTask) => {
                    const result = await task('Task_Decide:timeout', activities.remind, humanTask.with(vars));
                    assign(humanTask.apply(result));
                  },
                },
              ],
              complete: async (humanTask, vars) => {
                const result = await task('Task_Decide:complete', activities.thank, humanTask.with(vars));
                Object.assign(vars, humanTask.apply(result));
              },
              delete: (humanTask) => humanTask.execution.setVariable('dropped', humanTask.name),
            },
          }),
        );
      },
      { Event_Late: timer('P2D') },
    );
    if (decideOutcome === 'Event_Late') {
      // late

      // Too late
      return end('End_Late');
    }

    // Decided?
  } while (!holds('Flow_Yes', vars, ({ decided }) => decided));

  // Sign
  const signInput = local(vars, { paper: vars.document });
  // prettier-ignore
  assign(
    await userTask('Task_Sign', {
      assignee: signInput.lastAssignee,
      input: { paper: signInput.paper },
      vars: signInput,
      on: {
        create: async () => {
          assign(
            await task('Task_Sign:create', activities.script, {
              language: 'groovy',
              source: 'import java.util.Date; [printed: new Date()]',
              variables: signInput,
            }),
          );
        },
        complete: (task, vars) => {
          task.setVariable('signedBy', task.getAssignee() + ' on ' + vars.paper);
        },
      },
    }),
    { except: ['paper'] },
  );

  // Signed
  return end('End');
}
