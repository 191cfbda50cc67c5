import { activitiesOf, enter, parallel, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { parallelSubProcesses as process } from './parallel-sub-processes.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Branches that begin with sub-processes. Generated from parallel-sub-processes.bpmn: change the diagram,
 * then run `baton compile`.
 */
export async function parallelSubProcesses(
  input: InputOf<typeof process>,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, scope, pass, end } = enter(process, input);

  await parallel(() => scope('SubProcess_Kitchen', kitchen), hallBranch);
  return end('End');

  // Kitchen
  async function kitchen() {
    // Cook
    assign(await task('Task_Cook', activities.cook, vars));
    pass('End_Kitchen');
  }

  async function hallBranch() {
    // Hall
    await scope('SubProcess_Hall', hall);

    // Invite guests
    assign(await task('Task_Invite', activities.inviteGuests, vars));
  }

  // Hall
  async function hall() {
    // Book room
    assign(await task('Task_Book', activities.bookRoom, vars));
    pass('End_Hall');
  }
}
