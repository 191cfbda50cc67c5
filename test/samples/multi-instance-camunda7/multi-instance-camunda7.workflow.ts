import {
  activitiesOf,
  asText,
  compare,
  enter,
  evaluate,
  holds,
  isTrue,
  local,
  toNumber,
  withOwn,
  type Continued,
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
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, task, userTask, forEach, scope, part, pass, end } = enter(process, input, continued);
  if (continued?.at === 'Task_Score') return part(scoreForAll);
  if (continued?.at === 'Task_Vote') return part(voteForAll);
  if (continued?.at === 'Sub_Tell') return part(tellTheCustomerForAll);

  // Score
  await scoreForAll();

  // Vote
  await voteForAll();

  // Tell the customer
  await tellTheCustomerForAll();
  return end('End');

  // Score
  function scoreForAll() {
    return forEach(
      'Task_Score',
      vars.customers,
      async (customer) => {
        await withOwn(vars, { customer }, async ({ vars, assign }) => {
          assign(await task('Task_Score', activities.score, vars));
        });
      },
      { concurrency: 2, slices: true },
    );
  }

  // Vote
  function voteForAll() {
    return forEach(
      'Task_Vote',
      evaluate('Task_Vote', vars, ({ board }) => board.members),
      async (voter, index) => {
        await withOwn(vars, { voter, loopCounter: index }, async ({ vars, assign }) => {
          assign(
            await userTask('Task_Vote', {
              assignee: vars.voter,
              input: {
                place: evaluate('Task_Vote', vars, ({ loopCounter, nrOfVoters }) => {
                  return asText`${toNumber(loopCounter) + 1} of ${nrOfVoters}`;
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
              return compare(nrOfCompletedInstances / nrOfInstances, '>=', quorum) || !isTrue(approved);
            },
          );
        },
        slices: true,
      },
    );
  }

  // Tell the customer
  function tellTheCustomerForAll() {
    return forEach(
      'Sub_Tell',
      vars.customers,
      async (item, index) => {
        await withOwn(vars, { task: item, loopCounter: index }, async ({ vars, assign }) => {
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
      { concurrency: 1, until: (instances) => instances.nrOfCompletedInstances === 2, slices: true },
    );
  }
}
