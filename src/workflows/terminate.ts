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
    return termination(id);
  };
}

/** What ends the scope around when it is thrown. */
export function termination(id: string): ApplicationFailure {
  return failure(FailureType.Terminated, `Terminated by '${id}', and no scope is around it.`, {
    element: id,
  });
}

/** The element by which a scope is to end with all that runs in it; undefined if an error says nothing of that. */
export function terminatedBy(error: unknown): string | undefined {
  if (!(error instanceof ApplicationFailure) || error.type !== FailureType.Terminated) return undefined;
  return (error.details?.[0] as { readonly element: string }).element;
}
