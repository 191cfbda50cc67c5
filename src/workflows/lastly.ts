import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { asBpmnError } from '../shared/bpmn-error';
import { cancellationOf } from './cancel-event';
import { stopIfInterrupted } from './interruption';
import { terminatedBy } from './terminate';

/**
 * Does `body`, and then `after`, whichever way `body` has ended: done, interrupted (by an event, or because the run is
 * cancelled), or left by a BPMN error. What `after` does is not interrupted. It is not done when `body` has failed
 * technically, or goes on in another run: then it has not ended.
 *
 * Temporal calls: `CancellationScope.nonCancellable`, and what the two functions call.
 *
 * @returns the result of `body`
 * @example
 * await lastly(
 *   () => task('Charge', activities.chargeCard, order),
 *   () => task('Release', activities.releaseLock, order),
 * );
 */
export async function lastly<T>(body: () => Promise<T>, after: () => Promise<unknown>): Promise<T> {
  let result: T;
  try {
    result = await body();
  } catch (error) {
    if (hasEnded(error)) await CancellationScope.nonCancellable(after);
    throw error;
  }
  await CancellationScope.nonCancellable(after);
  stopIfInterrupted();
  return result;
}

/** Whether what an error comes from has ended by it. */
function hasEnded(error: unknown): boolean {
  return (
    isCancellation(error) ||
    asBpmnError(error) !== undefined ||
    cancellationOf(error) !== undefined ||
    terminatedBy(error) !== undefined
  );
}
