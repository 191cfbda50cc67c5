import { asText, bpmnError, enter, evaluate, holds, type InputOf, type OutputOf } from 'batonflow/workflow';
import { fourEyes as process } from './four-eyes.process';

/** Four eyes. Generated from four-eyes.bpmn: change the diagram, then run `baton compile`. */
export async function fourEyes(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, userTask, pass, end } = enter(process, input);

  // First approval
  assign(
    await userTask('Task_First', {
      candidateGroups: 'risk',
      on: { complete: (humanTask) => humanTask.execution.setVariable('firstApprover', humanTask.assignee) },
    }),
  );

  // Approved?
  if (!holds('Flow_3', vars, ({ approved }) => approved)) {
    // Rejected
    pass('End_Rejected');
    throw bpmnError('REJECTED', { message: 'Not enough people agree' });
  }

  // Second approval
  assign(await userTask('Task_Second', { candidateGroups: 'risk', excludedUsers: vars.firstApprover }));

  // Approved?
  if (holds('Flow_6', vars, ({ approved }) => approved)) return end('End_Approved'); // Approved

  // Contested
  pass('End_Contested');
  throw bpmnError('CONTESTED', {
    message: evaluate('End_Contested', vars, ({ firstApprover }) => asText`${firstApprover} was for it`),
  });
}
