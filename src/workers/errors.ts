import { CodedError, isCodedError } from '../shared/coded-error';

/**
 * Why a worker could not be made:
 * - `bundle-failed`: the workflow code cannot be loaded; the message lists every problem.
 * - `duplicate-activity`: two activities have one name.
 * - `bad-option`: an option that cannot be right.
 */
export type WorkerErrorCode = 'bundle-failed' | 'duplicate-activity' | 'bad-option';

/** A mistake in the code or options given to a worker; its message says what, where and what to do. */
export class WorkerError extends CodedError<WorkerErrorCode> {
  override readonly name = 'WorkerError';
}

/** Whether `error` is a {@link WorkerError}, of that code if one is given. Holds across copies of this module. */
export function isWorkerError(error: unknown, code?: WorkerErrorCode): error is WorkerError {
  return isCodedError(error, 'WorkerError', code);
}
