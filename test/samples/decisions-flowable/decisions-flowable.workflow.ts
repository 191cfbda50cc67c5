import { activitiesOf, enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import type * as implementations from '../activities';
import { decisionsFlowable as process } from './decisions-flowable.process';
import { parcelSize, postage as postageDecision } from './parcel.decision';

const activities = activitiesOf<typeof implementations>();

/**
 * Parcel by decisions. Generated from decisions-flowable.bpmn: change the diagram, then run `baton compile`.
 */
export async function decisionsFlowable(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, decision, end } = enter(process, input);

  // Size
  assign(decision('Task_Size', parcelSize, vars, { required: true }));

  // Postage
  assign(decision('Task_Postage', postageDecision, vars, { as: 'singleResult', output: 'postage' }));

  // Insure
  assign(await task('Task_Insure', activities.insure, vars));
  return end('End');
}
