import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { ordering as process } from './started.process';

const activities = activitiesOf<typeof implementations>();

/**
 * A process that a message starts. Generated from started.bpmn: change the diagram, then run `baton compile`.
 */
export async function ordering(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, publish, end } = enter(process, input);

  // Check
  assign(await task('Task_Check', activities.check, vars));

  // Answer
  await publish('Task_Answer', 'Order answered');
  return end('End_Answered');
}

ordering.process = process;
