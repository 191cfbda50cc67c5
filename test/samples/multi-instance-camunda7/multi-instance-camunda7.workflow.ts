import {
  activitiesOf,
  enter,
  evaluate,
  holds,
  local,
  withOwn,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { multiInstanceCamunda7 as process } from './multi-instance-camunda7.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Multi-instance as in Camunda 7. Generated from multi-instance-camunda7.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function multiInstanceCamunda7(
  input: InputOf<typeof process>,
): Promise<OutputOf<typeof process>> {
  const { vars, task, userTask, forEach, scope, pass, end } = enter(process, input);

  // Score
  await forEach(
    'Task_Score',
    vars.customers,
    (customer) => {
      return withOwn(vars, { customer }, async ({ vars, assign }) => {
        assign(await task('Task_Score', activities.score, vars));
      });
    },
    { concurrency: 2 },
  );

  // Vote
  await forEach(
    'Task_Vote',
    evaluate('Task_Vote', vars, ({ board }) => board.members),
    (voter, index) => {
      return withOwn(vars, { voter, loopCounter: index }, async ({ vars, assign }) => {
        assign(
          await userTask('Task_Vote', {
            assignee: vars.voter,
            input: {
              place: evaluate('Task_Vote', vars, ({ loopCounter, nrOfVoters }) => {
                return `${Number(loopCounter) + 1} of ${nrOfVoters ?? ''}`;
              }),
            },
          }),
        );
      });
    },
    {
      until: (instances) => {
        return holds(
          'Task_Vote',
          local(vars, instances),
          ({ approved, nrOfCompletedInstances, nrOfInstances, quorum }) => {
            return nrOfCompletedInstances / nrOfInstances >= quorum || !approved;
          },
        );
      },
    },
  );

  // Tell the customer
  await forEach(
    'Sub_Tell',
    vars.customers,
    (item, index) => {
      return withOwn(vars, { task: item, loopCounter: index }, async ({ vars, assign }) => {
        await scope('Sub_Tell', tellTheCustomer);

        // Tell the customer
        async function tellTheCustomer() {
          // First?
          if (holds('Flow_Call', vars, ({ loopCounter }) => loopCounter == 0)) {
            // Call
            assign(
              await task('Task_Call', activities.script, {
                language: 'javascript',
                source: 'called = task + loopCounter;',
                variables: vars,
              }),
            );

            // Stop
            pass('End_Stop');
          } else {
            // Mail
            assign(await task('Task_Mail', activities.mail, vars));
            pass('End_Tell');
          }
        }
      });
    },
    { concurrency: 1, until: (instances) => instances.nrOfCompletedInstances === 2 },
  );
  return end('End');
}
