import { ApplicationFailure } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { failure } from './failures';
import { begin, type Run } from './run';

export interface TerminateFunction {
  /**
   * Ends the `scope` that the code is in, with everything that still runs in it: throw what it returns. Running work is
   * cancelled and awaited. Without a scope around it the run fails.
   *
   * Temporal calls: none by itself.
   *
   * @example
   * throw terminate('End_Stopped');
   */
  (id: string): ApplicationFailure;
}

export function terminateIn(run: Run): TerminateFunction {
  return (id) => {
    begin(run);
    run.progress.pass(id);
    return failure(FailureType.Terminated, `Terminated by '${id}', and no scope is around it.`, {
      element: id,
    });
  };
}

/** Whether a scope is to end with all that runs in it. */
export function isTermination(error: unknown): boolean {
  return error instanceof ApplicationFailure && error.type === FailureType.Terminated;
}
