import {
  activitiesOf,
  asText,
  compare,
  enter,
  evaluate,
  holds,
  isEmpty,
  toNumber,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { camunda7 as process } from './camunda7.process';

const activities = activitiesOf<typeof implementations>();

/** Camunda 7. Generated from camunda7.bpmn: change the diagram, then run `baton compile`. */
export async function camunda7(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, end } = enter(process, input);

  // Review application
  assign(
    await userTask('Task_Review', {
      assignee: vars.reviewer,
      candidateGroups: 'risk,sales',
      dueDate: vars.dueDate,
      priority: 50,
      form: 'embedded:app:review.html',
      input: { applicant: evaluate('Task_Review', vars, ({ application }) => application.applicant.name) },
    }),
  );

  reject: {
    // Risk?
    if (holds('Flow_3', vars, ({ riskLevel, score }) => riskLevel === 'red' || compare(score, '<', 5))) {
      // red
      break reject;
    } else if (
      holds('Flow_4', vars, ({ application, riskLevel }) => {
        return riskLevel === 'yellow' && application.category.startsWith('c');
      })
    ) {
      // yellow

      // Score
      assign(
        await task('Task_Score', activities.score, {
          text: evaluate('Task_Score', vars, ({ application, orderId }) => {
            return asText`Order ${orderId} of ${application.applicant.name}`;
          }),
          isNew: evaluate('Task_Score', vars, ({ orders }) => isEmpty(orders)),
        }),
      );
      vars.score = evaluate('Task_Score', vars, ({ score }) => toNumber(score) + 1);
    }

    // Issue?
    if (holds('Flow_8', vars, ({ approved }) => approved)) {
      // Issue policy
      assign(await task('Task_Issue', activities.issuePolicy, vars));
      return end('End');
    }
  }

  // Reject
  assign(await task('Task_Reject', activities.rejectDelegate, vars));
  return end('End');
}
