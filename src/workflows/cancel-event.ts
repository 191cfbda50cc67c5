import type { ApplicationFailure } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { failure } from './failures';
import { stopIfInterrupted } from './interruption';
import type { Run } from './run';

export interface CancelFunction {
  /**
   * Cancels the `scope` that the code is in, as a cancel end event does with its transaction: throw what it returns.
   * What runs in the scope is cancelled and awaited, what was done in it is undone (`compensateWith`), and then the
   * `guard` around the scope goes on at its `cancelled()` boundary. Without one the run fails.
   *
   * Temporal calls: none by itself.
   *
   * @example
   * throw cancel('End_NoSeats');
   */
  (id: string): ApplicationFailure;
}

export function cancelIn(run: Run): CancelFunction {
  return (id) => {
    stopIfInterrupted();
    run.progress.pass(id);
    return failure(
      FailureType.TransactionCancelled,
      `Cancelled by '${id}', and no cancel boundary event goes on from there.`,
      { element: id },
    );
  };
}
