import { Context } from '@temporalio/activity';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { FailureType } from '../../shared/errors';
import type { HumanTask } from '../../shared/human-tasks';
import { WORK_ON_TASK, type TaskWork } from '../../shared/inbox';

/** The built-in activity of human tasks with a workflow of their own: workflow code cannot send an update. */
export const taskActivities = { [WORK_ON_TASK]: workOnTask };

/** What the run refuses is not tried again. */
async function workOnTask({ run, update, command, id }: TaskWork): Promise<HumanTask> {
  const { client } = Context.current();
  try {
    return await client.workflow
      .getHandle(run.workflowId, run.runId)
      .executeUpdate<HumanTask, [unknown]>(update, { args: [command], updateId: id });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError)
      throw ApplicationFailure.create({
        type: FailureType.TaskGone,
        message: `The run "${run.workflowId}" has ended, and its tasks with it.`,
        nonRetryable: true,
        cause: error,
      });
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure)
      throw ApplicationFailure.create({
        ...(error.cause.type != null && { type: error.cause.type }),
        message: error.cause.message,
        details: [...(error.cause.details ?? [])],
        nonRetryable: true,
      });
    throw error;
  }
}
