import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';

/** The key of every activity that `inActivity` runs. */
export const KEY = 'run-1/Task_Charge#1';

/** Failed activities are the point of these tests, so the mock's log of them is left out. */
export function environment(info = {}): MockActivityEnvironment {
  const workflowExecution = { workflowId: 'order-1', runId: 'run-1' };
  return new MockActivityEnvironment(
    { activityId: 'Task_Charge#1', workflowExecution, ...info },
    { logger: new DefaultLogger('ERROR') },
  );
}

/** Runs a function as an activity. */
export function inActivity<T>(work: () => Promise<T>, info = {}): Promise<T> {
  return environment(info).run(work);
}

/** The `ApplicationFailure` that an activity ends with. */
export async function failureIn(work: () => Promise<unknown>, info = {}): Promise<ApplicationFailure> {
  const error: unknown = await inActivity(work, info).then(
    (result) => new Error(`it succeeded with ${JSON.stringify(result)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof ApplicationFailure) return error;
  throw error instanceof Error ? error : new Error(String(error));
}
