import { ApplicationFailure } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { failure } from './failures';
import { begin, type Run } from './run';

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
    begin(run);
    run.progress.pass(id);
    return cancelledBy({ element: id, undone: false });
  };
}

/** Which cancel end event it was, and whether its scope has been undone. */
interface Cancellation {
  readonly element: string;
  readonly undone: boolean;
}

/** What leaves a scope that was cancelled, when what was done in it has been undone: scopes around it stay as they are. */
export function undoneBy(cancellation: Cancellation): ApplicationFailure {
  return cancelledBy({ ...cancellation, undone: true });
}

/** The cancellation of a scope in this run (not in one that it called) that an error stands for. */
export function cancellationOf(error: unknown): Cancellation | undefined {
  if (!(error instanceof ApplicationFailure) || error.type !== FailureType.TransactionCancelled)
    return undefined;
  return error.details?.[0] as Cancellation;
}

function cancelledBy(cancellation: Cancellation): ApplicationFailure {
  return failure(
    FailureType.TransactionCancelled,
    `Cancelled by '${cancellation.element}', and no cancel boundary event goes on from there.`,
    cancellation,
  );
}
