import { dateTime, enter, evaluate, type InputOf, type OutputOf } from 'batonflow/workflow';
import { formFields as process } from './form-fields.process';

/** Form fields. Generated from form-fields.bpmn: change the diagram, then run `baton compile`. */
export async function formFields(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, end } = enter(process, input);

  // Check claim
  assign(
    await userTask('Task_Check', {
      candidateGroups: 'claims',
      dueDate: evaluate('Task_Check', vars, () => dateTime().plusDays(2).toDate()),
    }),
  );
  return end('End');
}
