import { enter, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import { forms as process } from './forms.process';

/** Forms. Generated from forms.bpmn: change the diagram, then run `baton compile`. */
export async function forms(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, end } = enter(process, input);

  // Approve request
  assign(
    await userTask('Task_Approve', {
      candidateGroups: vars.groups,
      dueDate: feel('Task_Approve', 'now() + duration("P3D")', vars),
      followUpDate: '2030-01-01T00:00:00Z',
      priority: 70,
      form: 'approve-request',
    }),
  );

  // Confirm
  assign(await userTask('Task_Confirm', { form: 'camunda-forms:bpmn:UserTaskForm_1' }));
  return end('End');
}
